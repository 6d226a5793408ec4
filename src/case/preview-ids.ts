import { entityId } from "../base/ids.ts";
import type { CaseStore } from "../store/case-store.ts";
import { idApart, idsOfCase, isMeantBy, spaceOf } from "./id-space.ts";
import { fileIdsOf, type KnownFile } from "./known-files.ts";
import type { PreviewTally } from "./preview-tally.ts";
import type { IdsPreview, OverlappingId } from "./preview-views.ts";
import { spacesOfFiles } from "./spaces-of-files.ts";

const mostExamples = 20;

interface SeenFile {
  readonly known: KnownFile | null;
  readonly tally: PreviewTally;
}

/** Which ids of the files the case has in other spaces. */
export function previewIds(
  store: CaseStore,
  seen: readonly SeenFile[],
  { ids, exact }: { readonly ids: string | undefined; readonly exact: boolean },
): IdsPreview {
  const files = seen.flatMap(({ known, tally }) => (known === null ? [] : [{ known, tally }]));
  const spaces = spacesOfFiles(
    store,
    files.map(({ known }) => fileIdsOf(known)),
    ids,
  );
  const found = new Map<string, OverlappingId>();
  for (const [at, { tally }] of files.entries())
    for (const [id, name] of tally.ids) {
      const overlap = found.has(id) ? null : overlapOf(store, { id, name, space: spaces.of[at]! });
      if (overlap !== null) found.set(id, overlap);
    }
  const counts = new Map<string, number>();
  for (const { inCase } of found.values()) counts.set(inCase.space, (counts.get(inCase.space) ?? 0) + 1);
  return {
    space: spaces.own,
    by: spaces.by,
    overlap: { count: found.size, exact },
    spaces: [...counts].map(([space, count]) => ({ space, count })).sort((one, other) => other.count - one.count),
    examples: [...found.values()].slice(0, mostExamples),
  };
}

/** Null where the case does not have the id, or means the same by it, or has set it apart before. */
function overlapOf(
  store: CaseStore,
  { id, name, space }: { readonly id: string; readonly name: string; readonly space: string },
): OverlappingId | null {
  if (space === idsOfCase || id === "") return null;
  const there = store.entity(entityId(id));
  if (there === undefined || isMeantBy(there, space, id)) return null;
  const apart = store.entity(entityId(idApart(id, space, 1)));
  if (apart !== undefined && isMeantBy(apart, space, id)) return null;
  return { id, name, inCase: { id: there.id, type: there.type, name: there.name, space: spaceOf(there) } };
}
