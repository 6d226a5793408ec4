import type { Snapshot } from "./snapshot.ts";

/** Verdicts of one filter are told from those of another by an epoch of 7 bits, beside the verdict's one. */
export interface VerdictMemory {
  /** Per link: epoch << 1 | verdict. */
  readonly memo: Uint8Array;
  /** From 1. */
  readonly epoch: number;
}

const EPOCHS = 127;
/** By a column that stays the same object when a snapshot is patched: a link that changes has another index then. */
const memories = new WeakMap<Uint32Array, VerdictMemory>();

/**
 * Room for a filter's verdicts on the links of a snapshot, this thread's own, kept for the snapshot's life and shared by up
 * to 127 filters: one may overwrite what another remembers, never take it for its own. O(links) for the first of them.
 */
export function verdictMemory(snapshot: Snapshot): VerdictMemory {
  const last = memories.get(snapshot.slotNode);
  const next =
    last === undefined || last.epoch === EPOCHS
      ? { memo: new Uint8Array(snapshot.linkFrom.length), epoch: 1 }
      : { memo: last.memo, epoch: last.epoch + 1 };
  memories.set(snapshot.slotNode, next);
  return next;
}
