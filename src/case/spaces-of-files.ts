import type { SourceId } from "../base/ids.ts";
import type { CaseStore } from "../store/case-store.ts";
import { idsOfCase, ownSpace, spaceNamed, worldSpace } from "./id-space.ts";

/** What decides the space of a file's ids. */
export interface FileIds {
  readonly name: string;
  readonly source: SourceId;
  readonly sha256: string;
  /** Of its format; `case` for Clew JSON lines. */
  readonly idSpace: "world" | "file" | "case";
}

export interface SpacesOfFiles {
  /** Space of each file, in their order; `case` where its ids are those of the case. */
  readonly of: readonly string[];
  /** The space of those that have none of their own; `world` where there are none. */
  readonly own: string;
  readonly by: "given" | "format" | "known" | "new";
}

/**
 * The files of one import whose ids mean nothing elsewhere share a space: the one that is given; else that of the first of them which
 * the case has; else one of their own. A file that the case has stays in its space.
 */
export function spacesOfFiles(store: CaseStore, files: readonly FileIds[], ids: string | undefined): SpacesOfFiles {
  if (ids !== undefined) {
    const own = spaceNamed(ids);
    return { of: files.map(() => own), own, by: "given" };
  }
  const known = files.map(({ idSpace, source }) => (idSpace === "file" ? store.source(source)?.ids : undefined));
  const first = files.find(({ idSpace }) => idSpace === "file");
  const shared = known.find((space) => space !== undefined);
  const own = shared ?? (first === undefined ? worldSpace : ownSpace(first));
  const of = files.map(({ idSpace }, at) =>
    idSpace === "file" ? (known[at] ?? own) : idSpace === "case" ? idsOfCase : worldSpace,
  );
  return { of, own, by: first === undefined ? "format" : shared === undefined ? "new" : "known" };
}
