import { type ClaimId, claimId, type EntityId, type SourceId } from "../base/ids.ts";
import { BadInput } from "../base/problem.ts";
import type { CaseStore, ChangeAuthor, RedactionReport } from "../store/case-store.ts";
import { findEntity, shorten } from "./find-entity.ts";
import { findSource } from "./find-source.ts";

/** Each text names an entity, a source or a claim. Throws BadInput, `not-found` or `ambiguous`, before anything is done. */
export function redact(
  store: CaseStore,
  texts: readonly string[],
  { author, mode }: { readonly author: ChangeAuthor; readonly mode: "plan" | "carry-out" },
): RedactionReport {
  if (texts.length === 0) throw new BadInput("redact: wanted an entity, a source or a claim, got none");
  if (author.label.trim() === "") throw new BadInput("redact: wanted a reason, got none");
  const found = texts.map((text) => named(store, text));
  const targets = {
    entities: found.flatMap(({ entity }) => entity ?? []),
    sources: found.flatMap(({ source }) => source ?? []),
    claims: found.flatMap(({ claim }) => claim ?? []),
  };
  return store.redact(targets, { ...author, label: author.label.trim() }, mode);
}

interface Named {
  readonly entity: EntityId | undefined;
  readonly source: SourceId | undefined;
  readonly claim: ClaimId | undefined;
}

function named(store: CaseStore, text: string): Named {
  const entity = found(() => findEntity(store, text).id);
  const source = found(() => findSource(store, text).id);
  const claim = text === "" || !text.isWellFormed() ? undefined : store.claim(claimId(text))?.id;
  const kinds = Object.entries({ entity, source, claim }).filter(([, id]) => id !== undefined);
  if (kinds.length === 0)
    throw new BadInput(`redact: wanted an entity, a source or a claim of ${store.name}, got ${shorten(text)}`, {
      kind: "not-found",
    });
  if (kinds.length > 1)
    throw new BadInput(
      `redact: ${shorten(text)} names ${kinds.map(([kind, id]) => `${kind} ${shorten(String(id))}`).join(" and ")}`,
      {
        kind: "ambiguous",
      },
    );
  return { entity, source, claim };
}

/** Undefined when nothing is called so; what is ambiguous stays an error. */
function found<T>(find: () => T): T | undefined {
  try {
    return find();
  } catch (error) {
    if (error instanceof BadInput && error.kind !== "ambiguous") return undefined;
    throw error;
  }
}
