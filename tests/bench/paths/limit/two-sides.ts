import type { Rows } from "./rows.ts";

/** One side of a breadth-first search from both ends: its last whole level is `queue[head]` … `queue[tail]`. */
export interface Side {
  readonly queue: Int32Array;
  head: number;
  tail: number;
  level: number;
  /** Slots of the last level. */
  weight: number;
}

/** What searches on one graph share. A node seen by a side bears the side's stamp of this question. */
export interface TwoSides {
  readonly rows: Rows;
  readonly seen: Int32Array;
  readonly sides: readonly [Side, Side];
  stamp: number;
}

/** Takes a side one level on; true once a step leads to the other side, whose stamp is `others`. */
export type Grow = (side: Side, own: number, others: number) => boolean;

export function twoSidesOf(rows: Rows): TwoSides {
  return { rows, seen: new Int32Array(rows.nodes), sides: [newSide(rows.nodes), newSide(rows.nodes)], stamp: 0 };
}

function newSide(nodes: number): Side {
  return { queue: new Int32Array(nodes), head: 0, tail: 0, level: 0, weight: 0 };
}

/** The fewest hops between two nodes, the side with fewer slots first (Pohl 1971); -1 when there is no way. */
export function fewestHops(search: TwoSides, [from, to]: readonly [number, number], grow: Grow): number {
  const { sides } = search;
  search.stamp += 2;
  start(search, 0, from);
  start(search, 1, to);
  while (sides[0].head < sides[0].tail && sides[1].head < sides[1].tail) {
    const at = sides[0].weight <= sides[1].weight ? 0 : 1;
    if (grow(sides[at], search.stamp + at, search.stamp + 1 - at)) return sides[0].level + sides[1].level;
  }
  return -1;
}

function start({ rows, seen, sides, stamp }: TwoSides, at: 0 | 1, end: number): void {
  const side = sides[at];
  seen[end] = stamp + at;
  side.queue[0] = end;
  side.head = 0;
  side.tail = 1;
  side.level = 0;
  side.weight = rows.start[end + 1]! - rows.start[end]!;
}
