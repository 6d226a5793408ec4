import type { SnapshotNames } from "../graph/snapshot.ts";

/**
 * Where threads that have one case open hand each other the snapshots that they built: to take one over costs a hundredth
 * of reading the case again. One makes a snapshot at a time; the others wait for it.
 */
export interface SnapshotExchange {
  /** The one of the highest revision that another thread has offered and this one has none like it; null for none. */
  latest(): OfferedSnapshot | null;
  /** Likewise, or what this thread itself offered last where that is newer. */
  newest(): OfferedSnapshot | null;
  offer(snapshot: OfferedSnapshot): void;
  /** This thread makes a snapshot, until `end`. False, and it does not, where another is at it already. */
  begin(): boolean;
  end(): void;
  /**
   * Waits until no other thread makes a snapshot: one that has ended, or has failed, does not. False when the wait was too long, or
   * `cancelled`: then it is made here.
   */
  wait(cancelled: () => boolean): boolean;
}

export interface OfferedSnapshot {
  /** Of the case as it was read. */
  readonly revision: number;
  /** Its first `length` bytes are the snapshot's. */
  readonly buffer: SharedArrayBuffer;
  readonly length: number;
  readonly names: SnapshotNames;
}
