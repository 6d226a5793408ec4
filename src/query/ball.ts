import { KIND_MASK } from "../graph/snapshot.ts";
import type { Weighed } from "./front.ts";
import { type Ground, mayEnter, UNREACHABLE } from "./ground.ts";
import { listAt, stampsAt } from "./work-arrays.ts";

/**
 * Hops to each node from the nearest of some ends, as far as `radius`: a breadth-first search in one direction, level by
 * level. The nodes of its last whole level are `queue[head]` … `queue[tail]`; none are left when it has grown whole.
 */
export interface Ball extends Weighed {
  /** `marks[node] - base` is the hops where that is not negative. */
  readonly marks: Int32Array;
  readonly base: number;
  /** Which slots it follows: a mask as `LinkFilter.leaving`. */
  readonly kinds: number;
  head: number;
  radius: number;
}

export interface BallOptions {
  readonly kinds: number;
  /** Which of the shared arrays it takes: of the stamps and of the lists. */
  readonly stamps: number;
  readonly list: number;
}

/** Radius 0. Ends that are off are none. */
export function startBall({ snapshot, work, off, offStamp }: Ground, ends: Iterable<number>, options: BallOptions): Ball {
  const marks = stampsAt(work, options.stamps);
  const queue = listAt(work, options.list);
  const base = work.nextStamp;
  work.nextStamp += snapshot.nodes + 1;
  let tail = 0;
  for (const node of ends) {
    if (off[node] === offStamp) continue;
    marks[node] = base;
    queue[tail++] = node;
  }
  return { marks, base, kinds: options.kinds, queue, head: 0, tail, radius: 0, weighed: 0, weight: 0 };
}

export function isWhole({ head, tail }: Ball): boolean {
  return head === tail;
}

/** Hops from the node to the nearest end, or as many as are certain. */
export function hopsAtLeast(ball: Ball, node: number): number {
  const hops = ball.marks[node]! - ball.base;
  if (hops >= 0) return hops;
  return isWhole(ball) ? UNREACHABLE : ball.radius + 1;
}

/** Makes `radius` one larger, unless the meter stops it. O(slots of the level). Gives how many of the nodes reached are in `other`, too. */
export function growBall(ground: Ground, ball: Ball, other: Ball | null): number {
  const { slotStart, slotEnd } = ground.snapshot;
  const end = ball.tail;
  for (let at = ball.head; at < end; at++) {
    const node = ball.queue[at]!;
    if (!ground.meter.spend(slotEnd[node]! - slotStart[node]!)) return 0;
    reachFrom(ground, ball, node);
  }
  ball.head = end;
  ball.radius++;
  ball.weighed = end;
  ball.weight = 0;
  return other === null ? 0 : newlyShared(ball, other);
}

/** How many nodes of the ball's last level are in the other: asked of those, or of the other's, whichever are fewer. */
function newlyShared(ball: Ball, other: Ball): number {
  const level = ball.base + ball.radius;
  let shared = 0;
  if (other.tail < ball.tail - ball.head) {
    for (let at = 0; at < other.tail; at++) if (ball.marks[other.queue[at]!] === level) shared++;
  } else for (let at = ball.head; at < ball.tail; at++) if (other.marks[ball.queue[at]!]! >= other.base) shared++;
  return shared;
}

function reachFrom(ground: Ground, ball: Ball, node: number): void {
  const { snapshot, filter, guarded } = ground;
  const { slotStart, slotEnd, slotNode, slotWay } = snapshot;
  const { marks, base, kinds, queue } = ball;
  const { judging } = filter;
  const stamp = base + ball.radius + 1;
  const end = slotEnd[node]!;
  let tail = ball.tail;
  for (let slot = slotStart[node]!; slot < end; slot++) {
    const other = slotNode[slot]!;
    if (marks[other]! >= base || ((kinds >>> (slotWay[slot]! & KIND_MASK)) & 1) === 0) continue;
    if ((judging && !filter.admitsSlot(slot)) || (guarded && !mayEnter(ground, other))) continue;
    marks[other] = stamp;
    queue[tail++] = other;
  }
  ball.tail = tail;
}

/** Whether it can grow: a walkable slot leads on from its last level to a node that it does not hold. */
export function canGrowBall(ground: Ground, { marks, base, kinds, queue, head, tail }: Ball): boolean {
  const { snapshot, filter, meter } = ground;
  const { slotStart, slotEnd, slotNode } = snapshot;
  for (let at = head; at < tail; at++) {
    const node = queue[at]!;
    if (!meter.spend(slotEnd[node]! - slotStart[node]!)) return true;
    for (let slot = slotStart[node]!; slot < slotEnd[node]!; slot++)
      if (marks[slotNode[slot]!]! < base && filter.walksSlot(kinds, slot) && mayEnter(ground, slotNode[slot]!)) return true;
  }
  return false;
}
