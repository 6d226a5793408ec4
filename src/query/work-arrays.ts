import type { Snapshot } from "../graph/snapshot.ts";
import { NearHeap } from "./near-heap.ts";

/**
 * Arrays of one entry per node that searches on one snapshot share, so that a question allocates nothing
 * of the graph's size. What an earlier question left is told apart by its stamp: each question takes a
 * range of stamps above all earlier ones, and an entry below the range means "not seen".
 */
export interface WorkArrays {
  readonly nodes: number;
  readonly mark: Int32Array;
  readonly place: Int32Array;
  readonly queues: readonly [Int32Array, Int32Array];
  /** Further arrays, made when they are first wanted: of stamps, and of whatever a search keeps beside them. */
  readonly stamps: Int32Array[];
  readonly lists: Int32Array[];
  readonly sums: NodeSums[];
  nextStamp: number;
}

const LAST_STAMP = 2 ** 31 - 1;
/** By a column that stays the same object when a snapshot is patched. */
const arraysOf = new WeakMap<Uint32Array, WorkArrays>();

/**
 * The snapshot's arrays, with `stamps` unused stamps from `nextStamp` on, which is a multiple of 4. The
 * caller moves `nextStamp` past those it used. One question at a time: the arrays are shared.
 */
export function workArrays(snapshot: Snapshot, stamps: number): WorkArrays {
  let work = arraysOf.get(snapshot.slotNode);
  if (work === undefined) {
    const make = () => new Int32Array(snapshot.nodes);
    const queues = [make(), make()] as const;
    work = { nodes: snapshot.nodes, mark: make(), place: make(), queues, stamps: [], lists: [], sums: [], nextStamp: 4 };
    arraysOf.set(snapshot.slotNode, work);
  }
  if (work.nextStamp + 3 + stamps > LAST_STAMP) {
    for (const array of [work.mark, ...work.stamps]) array?.fill(0);
    work.nextStamp = 4;
  }
  work.nextStamp = (work.nextStamp + 3) & ~3;
  return work;
}

/** An array of stamps beside `mark`: what earlier questions left in it is below `nextStamp`, too. */
export function stampsAt(work: WorkArrays, at: number): Int32Array {
  work.stamps[at] ??= new Int32Array(work.nodes);
  return work.stamps[at];
}

/** An array that holds what an earlier question left: entries count only where a stamp says so. */
export function listAt(work: WorkArrays, at: number): Int32Array {
  work.lists[at] ??= new Int32Array(work.nodes);
  return work.lists[at];
}

/** Sums by node, Infinity for all but those reached, and a heap to settle them by. */
export interface NodeSums {
  readonly of: Float64Array;
  readonly reached: Int32Array;
  tail: number;
  readonly heap: NearHeap;
}

/** Sums that are Infinity for every node, and an empty heap. O(nodes that the last use reached). */
export function sumsAt(work: WorkArrays, at: number): NodeSums {
  const infinite = () => new Float64Array(work.nodes).fill(Number.POSITIVE_INFINITY);
  work.sums[at] ??= { of: infinite(), reached: new Int32Array(work.nodes), tail: 0, heap: new NearHeap() };
  const sums = work.sums[at];
  for (let each = 0; each < sums.tail; each++) sums.of[sums.reached[each]!] = Number.POSITIVE_INFINITY;
  sums.tail = 0;
  sums.heap.clear();
  return sums;
}
