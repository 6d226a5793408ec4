import { type Ball, canGrowBall, growBall, isWhole, startBall } from "./ball.ts";
import { lighterFront } from "./front.ts";
import { type Ground, listsOf, stampsOf, UNREACHABLE } from "./ground.ts";
import type { Plan } from "./plan.ts";
import { stampsAt } from "./work-arrays.ts";

/**
 * The nodes about two sides that a path within some hops can pass, with the hops that each still has to go: two balls that
 * grow together, and within the forward one what the backward one does not reach. Costs what both sides cost, whichever is
 * the heavier.
 */
export interface Ellipse {
  readonly forward: Ball;
  readonly backward: Ball;
  /** `inner[node] - innerBase` is the hops to the end where that is not negative: of nodes beyond the backward ball. */
  readonly inner: Int32Array;
  innerBase: number;
  /** Hops from beyond the backward ball at least, where nothing else is known of nodes there; else UNREACHABLE. */
  beyond: number;
  /** Nodes that both balls hold. */
  shared: number;
}

export function startEllipse(ground: Ground, { from, to, filter }: Pick<Plan, "from" | "to" | "filter">): Ellipse {
  return {
    forward: startBall(ground, from, { kinds: filter.leaving, stamps: stampsOf.forward, list: listsOf.forward }),
    backward: startBall(ground, to, { kinds: filter.arriving, stamps: stampsOf.backward, list: listsOf.backward }),
    inner: stampsAt(ground.work, stampsOf.inner),
    innerBase: ground.work.nextStamp,
    beyond: UNREACHABLE,
    shared: 0,
  };
}

/** Entities reached. */
export function reachedIn({ forward, backward, shared }: Ellipse): number {
  return forward.tail + backward.tail - shared;
}

/** Whether `hopsToGo` is known of every node that can be reached from the start. */
export function isAllKnown({ forward, backward }: Ellipse): boolean {
  return isWhole(forward) || isWhole(backward);
}

/** Hops from the node to the end at least, where they are no more than the hops last asked for leave; else more than those leave. */
export function hopsToGo(ellipse: Ellipse, node: number): number {
  const near = ellipse.backward.marks[node]! - ellipse.backward.base;
  return near >= 0 ? near : hopsBeyond(ellipse, node);
}

/** `hopsToGo` of a node that the backward ball does not hold. */
export function hopsBeyond({ inner, innerBase, beyond }: Ellipse, node: number): number {
  if (beyond < UNREACHABLE) return beyond;
  const far = inner[node]! - innerBase;
  return far >= 0 ? far : UNREACHABLE;
}

/** Grows until the balls meet. Gives the hops of the shortest path, or why there is none. */
export function growUntilMet(ground: Ground, ellipse: Ellipse, maxHops: number): number | "max-hops" | "exhausted" {
  const { forward, backward } = ellipse;
  while (ellipse.shared === 0 && ground.meter.stopped === null) {
    if (isAllKnown(ellipse)) return "exhausted";
    if (forward.radius + backward.radius >= maxHops)
      return canGrowBall(ground, forward) && canGrowBall(ground, backward) ? "max-hops" : "exhausted";
    growThis(ground, ellipse, lighterFront(ground.snapshot, forward, backward));
  }
  return forward.radius + backward.radius;
}

/**
 * Grows until the balls meet, or until no more is needed to walk paths of `maxHops` (`growEllipse`). Gives the hops of the
 * shortest path at least, which may be none; or why there is none.
 */
export function growUntilWalkable(ground: Ground, ellipse: Ellipse, maxHops: number): number | "max-hops" | "exhausted" {
  const { forward, backward } = ellipse;
  while (ellipse.shared === 0 && ground.meter.stopped === null && !isAllKnown(ellipse)) {
    const isWalkable = forward.radius > 0 && leavesOneStep(ellipse, maxHops);
    if (forward.radius + backward.radius >= maxHops || isWalkable) break;
    // One level more behind is all that is missing: then the one ahead is walked, and needs no ball.
    const isLast = forward.radius === 1 && backward.radius === maxHops - 3;
    growThis(ground, ellipse, isLast ? backward : lighterFront(ground.snapshot, forward, backward));
  }
  const isShort = ellipse.shared === 0 && !isAllKnown(ellipse) && forward.radius + backward.radius < maxHops;
  return isShort ? forward.radius + backward.radius + 1 : growUntilMet(ground, ellipse, maxHops);
}

/**
 * Afterwards `hopsToGo` is known of every node on a walk of at most `hops`, but for those one step from the start: where the
 * backward ball leaves no others out, and the forward one is the heavier, a walk finds out as cheaply where they lead.
 */
export function growEllipse(ground: Ground, ellipse: Ellipse, hops: number): void {
  const { forward, backward } = ellipse;
  while (forward.radius + backward.radius < hops && !isAllKnown(ellipse) && ground.meter.stopped === null) {
    const ball = lighterFront(ground.snapshot, forward, backward);
    if (ball === forward && forward.radius > 0 && leavesOneStep(ellipse, hops)) break;
    growThis(ground, ellipse, ball);
  }
  ellipse.innerBase = ground.work.nextStamp;
  ellipse.beyond = UNREACHABLE;
  if (!isAllKnown(ellipse) && leavesOneStep(ellipse, hops)) ellipse.beyond = backward.radius + 1;
  else if (!isWhole(backward)) reachInward(ground, ellipse, isWhole(forward) ? UNREACHABLE : hops);
}

function leavesOneStep({ backward }: Ellipse, hops: number): boolean {
  return backward.radius >= hops - 2;
}

function growThis(ground: Ground, ellipse: Ellipse, ball: Ball): void {
  const { forward, backward } = ellipse;
  ellipse.shared += growBall(ground, ball, ball === forward ? backward : forward);
}

/** From the backward ball's edge on, level by level, to the nodes of the forward ball from which `hops` are enough. */
function reachInward(ground: Ground, ellipse: Ellipse, hops: number): void {
  const { forward, backward } = ellipse;
  let level = backward.radius;
  let edge: number[] = [];
  for (let at = backward.head; at < backward.tail; at++) {
    const here = forward.marks[backward.queue[at]!]! - forward.base;
    if (here >= 0 && here + level <= hops) edge.push(backward.queue[at]!);
  }
  while (edge.length > 0 && ground.meter.stopped === null) {
    level++;
    const next: number[] = [];
    for (const node of edge) stepInward(ground, ellipse, { node, level, hops, next });
    edge = next;
  }
  ground.work.nextStamp = ellipse.innerBase + level + 1;
}

interface Inward {
  readonly node: number;
  readonly level: number;
  readonly hops: number;
  readonly next: number[];
}

function stepInward({ snapshot, filter, meter }: Ground, ellipse: Ellipse, { node, level, hops, next }: Inward): void {
  const { slotStart, slotEnd, slotNode } = snapshot;
  const { forward, backward, inner, innerBase } = ellipse;
  const end = slotEnd[node]!;
  if (!meter.spend(end - slotStart[node]!)) return;
  for (let slot = slotStart[node]!; slot < end; slot++) {
    const other = slotNode[slot]!;
    const here = forward.marks[other]! - forward.base;
    if (here < 0 || here + level > hops || backward.marks[other]! >= backward.base || inner[other]! >= innerBase) continue;
    if (!filter.walksSlot(filter.arriving, slot)) continue;
    inner[other] = innerBase + level;
    next.push(other);
  }
}
