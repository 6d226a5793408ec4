import type { GraphPatch } from "../graph/patch.ts";
import type { SnapshotNames } from "../graph/snapshot.ts";

/**
 * Where threads that have one case open hand each other the snapshots that they built: to take one over costs a hundredth
 * of reading the case again.
 */
export interface SnapshotExchange {
  /** The one of the highest revision that another thread has offered and this one has none like it; null for none. */
  latest(): OfferedSnapshot | null;
  offer(snapshot: OfferedSnapshot): void;
}

export interface OfferedSnapshot {
  /** Of the case as it was read. */
  readonly revision: number;
  /** Its first `length` bytes are the snapshot's. */
  readonly buffer: SharedArrayBuffer;
  readonly length: number;
  readonly names: SnapshotNames;
  /** What the columns as they were laid lack of that revision; null for nothing. */
  readonly patch: GraphPatch | null;
}
