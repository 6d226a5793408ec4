import type { Snapshot } from "../graph/snapshot.ts";

/**
 * Arrays of one entry per node that searches on one snapshot share, so that a question allocates nothing
 * of the graph's size. What an earlier question left is told apart by its stamp: each question takes a
 * range of stamps above all earlier ones, and an entry below the range means "not seen".
 */
export interface WorkArrays {
  readonly mark: Int32Array;
  readonly place: Int32Array;
  readonly queues: readonly [Int32Array, Int32Array];
  nextStamp: number;
}

const LAST_STAMP = 2 ** 31 - 1;
const arraysOf = new WeakMap<Snapshot, WorkArrays>();

/**
 * The snapshot's arrays, with `stamps` unused stamps from `nextStamp` on, which is a multiple of 4. The
 * caller moves `nextStamp` past those it used. One question at a time: the arrays are shared.
 */
export function workArrays(snapshot: Snapshot, stamps: number): WorkArrays {
  let work = arraysOf.get(snapshot);
  if (work === undefined) {
    const make = () => new Int32Array(snapshot.nodes);
    work = { mark: make(), place: make(), queues: [make(), make()], nextStamp: 4 };
    arraysOf.set(snapshot, work);
  }
  if (work.nextStamp + 3 + stamps > LAST_STAMP) {
    work.mark.fill(0);
    work.nextStamp = 4;
  }
  work.nextStamp = (work.nextStamp + 3) & ~3;
  return work;
}
