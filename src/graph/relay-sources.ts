import { compareIds, type SourceId } from "../base/ids.ts";
import type { BuiltSnapshot } from "./build-snapshot.ts";
import { indexOfId } from "./index-of-id.ts";
import type { GraphPatch } from "./patch.ts";
import { reliabilityRank, UNGRADED } from "./snapshot.ts";

export interface RelaidSources {
  readonly ids: readonly string[];
  readonly grades: Uint8Array;
  /** New number by old one, and by the one among what comes. */
  readonly newOf: Uint32Array;
  readonly ofComing: Uint32Array;
  /** Whether old ones have the numbers that they had. */
  readonly hold: boolean;
}

/** Those that were there and those of claims that come, in order. */
export function relaySources(
  { snapshot, names }: BuiltSnapshot,
  coming: BuiltSnapshot,
  patch: Pick<GraphPatch, "sources">,
): RelaidSources {
  const added = coming.names.sources.filter((id) => indexOfId(names.sources, id) === -1);
  const ids = added.length === 0 ? names.sources : [...names.sources, ...added].sort(compareIds);
  const indices = new Map(ids.map((id, at) => [id, at]));
  const newOf = Uint32Array.from(names.sources, (id) => indices.get(id)!);
  const ofComing = Uint32Array.from(coming.names.sources, (id) => indices.get(id)!);
  const grades = new Uint8Array(ids.length).fill(UNGRADED);
  for (const [old, at] of newOf.entries()) grades[at] = snapshot.sourceReliability[old]!;
  for (const { id, reliability } of patch.sources) {
    const at = indices.get(id as SourceId);
    if (at !== undefined) grades[at] = reliabilityRank(reliability);
  }
  return { ids, grades, newOf, ofComing, hold: newOf.every((at, old) => at === old) };
}
