import { type Ground, mayEnter } from "./ground.ts";
import type { Weigher } from "./weigher.ts";
import { type NodeSums, sumsAt } from "./work-arrays.ts";

/**
 * Least weight to each node from the nearest of some ends, settled in order of weight (Dijkstra 1959). A node is settled when
 * its sum is below the heap's least key; until then its sum is that of some walk.
 */
export interface WeightBall extends NodeSums {
  /** Which slots it follows: a mask as `LinkFilter.leaving`. */
  readonly kinds: number;
  /** Whether a node must be asked for before it is entered. */
  readonly guarded: boolean;
}

/** The walk of least weight that is known to join two balls. */
export interface Joining {
  best: number;
  /** Nodes where walks of weight `best` were seen to meet: with both sums as they are in the end, all whose sums add up to it count. */
  met: number[];
}

export interface WeightBallOptions {
  readonly kinds: number;
  /** Which of the shared sums it takes. */
  readonly at: number;
  readonly guarded: boolean;
}

/** Ends that are off are none. */
export function startWeightBall(ground: Ground, ends: Iterable<number>, { kinds, at, guarded }: WeightBallOptions): WeightBall {
  const sums = sumsAt(ground.work, at);
  for (const node of ends) {
    if (ground.off[node] === ground.offStamp) continue;
    sums.of[node] = 0;
    sums.reached[sums.tail++] = node;
    sums.heap.push(0, node);
  }
  return Object.assign(sums, { kinds, guarded });
}

/**
 * Settles the next node. Steps into what the other ball holds make walks; a node is not settled from both sides, and not at
 * all where no walk by way of it can be as light as `joining.best`. False when the meter says to stop.
 */
export function settleNext(ground: Ground, ball: WeightBall, across: Across): boolean {
  const { slotStart, slotEnd } = ground.snapshot;
  const { heap } = ball;
  const [sum, node] = [heap.leastKey, heap.leastNode];
  heap.pop();
  if (sum > ball.of[node]!) return true;
  if (!ground.meter.spend(slotEnd[node]! - slotStart[node]!)) return false;
  relax(ground, ball, { ...across, node });
  return true;
}

export interface Across {
  readonly weigher: Weigher;
  readonly other: WeightBall;
  readonly joining: Joining;
}

function relax(ground: Ground, ball: WeightBall, { node, weigher, other, joining }: Across & { readonly node: number }): void {
  const { snapshot, filter } = ground;
  const { slotStart, slotEnd, slotNode } = snapshot;
  const { of, heap, kinds, guarded } = ball;
  const otherOf = other.of;
  const radius = other.heap.leastKey;
  const here = of[node]!;
  const end = slotEnd[node]!;
  for (let slot = slotStart[node]!; slot < end; slot++) {
    const sum = here + weigher.of(slot);
    const next = slotNode[slot]!;
    const known = of[next]!;
    if (sum > known) continue;
    const onward = otherOf[next]!;
    const isTooFar = sum + Math.min(onward, radius) > joining.best;
    if (isTooFar || !filter.walksSlot(kinds, slot) || (guarded && !mayEnter(ground, next))) continue;
    join(joining, next, sum + onward);
    if (sum === known) continue;
    if (known === Number.POSITIVE_INFINITY) ball.reached[ball.tail++] = next;
    of[next] = sum;
    if (onward >= radius) heap.push(sum, next);
  }
}

function join(joining: Joining, node: number, sum: number): void {
  if (sum > joining.best || sum === Number.POSITIVE_INFINITY) return;
  if (sum < joining.best) joining.met = [];
  joining.best = sum;
  joining.met.push(node);
}

/** Settles the next node, wherever that leads. False when the meter says to stop. */
export function settleAlone(ground: Ground, ball: WeightBall, weigher: Weigher): boolean {
  const { snapshot, filter, meter } = ground;
  const { slotStart, slotEnd, slotNode } = snapshot;
  const { of, heap, kinds } = ball;
  const [here, node] = [heap.leastKey, heap.leastNode];
  heap.pop();
  if (here > of[node]!) return true;
  const end = slotEnd[node]!;
  if (!meter.spend(end - slotStart[node]!)) return false;
  for (let slot = slotStart[node]!; slot < end; slot++) {
    const next = slotNode[slot]!;
    if (!filter.walksSlot(kinds, slot)) continue;
    const sum = here + weigher.of(slot);
    if (sum >= of[next]! || !mayEnter(ground, next)) continue;
    if (of[next] === Number.POSITIVE_INFINITY) ball.reached[ball.tail++] = next;
    of[next] = sum;
    heap.push(sum, next);
  }
  return true;
}

/** Weight from the node to the nearest end, or as much as is certain; Infinity when there is no way. */
export function weightAtLeast({ of, heap }: WeightBall, node: number): number {
  return Math.min(of[node]!, heap.leastKey);
}
