import type { Snapshot } from "../graph/snapshot.ts";
import { EntryHeap } from "./entry-heap.ts";
import { type Ground, mayEnter, openGround } from "./ground.ts";
import type { Harvest } from "./harvest.ts";
import { nodesSeen } from "./nodes-seen.ts";
import { pastParallels } from "./past-parallels.ts";
import type { Searched } from "./paths-by-hops.ts";
import type { Plan } from "./plan.ts";
import type { Gathered } from "./shortest-paths.ts";
import { Weigher } from "./weigher.ts";
import { startWeightBall, type WeightBall } from "./weight-ball.ts";

/** By how much of the least weight a path may be heavier, attempt by attempt; the last finds all. */
const slacks = [1 / 16, 3 / 32, 1 / 8, 3 / 16, 1 / 4, 3 / 8, 1 / 2, 1, Number.POSITIVE_INFINITY];

/**
 * The first `k` paths by weight, then by hops, then in lexicographic order (R11, R30), of a plan that bounds no hops and
 * carries nothing. Two balls grow until all nodes on paths within a bound are known, with their weight to the end; then the
 * trail that can weigh least is walked on first (A*, Hart, Nilsson and Raphael 1968). Where the bound lets in too few, it is
 * widened. Costs about what the least weight costs as long as the `k` paths weigh little more; exponential at worst.
 */
export function lightestPaths(
  snapshot: Snapshot,
  plan: Plan,
  { meter, harvest, k }: Gathered & { readonly k: number },
): Searched {
  const ground = openGround(snapshot, plan, meter);
  const weigher = new Weigher(snapshot, plan.choices);
  let visited = 0;
  for (const slack of slacks) {
    const within = knowWeights(ground, { plan, weigher, slack });
    visited = Math.max(visited, within.visited);
    if (meter.stopped !== null || within.bound === Number.NEGATIVE_INFINITY) break;
    takeTrails(ground, { ...within, plan, weigher, harvest, k });
    if (harvest.isOver) return { stop: "limit", visited };
    if (harvest.paths.length === k) break;
  }
  return { stop: meter.stopped ?? "exhausted", visited };
}

interface Knowing {
  readonly plan: Plan;
  readonly weigher: Weigher;
  readonly slack: number;
}

/** What is known of paths that weigh no more than `bound`, which is -Infinity when there is no path. */
interface Within {
  readonly bound: number;
  /** To the nearest end: exact for every node on a path within the bound; for others no less than it is. */
  readonly toGo: Float64Array;
  readonly visited: number;
}

/** Both balls grow until their radii add up to more than the bound, then the backward one goes on inside the forward one. */
function knowWeights(ground: Ground, { plan, weigher, slack }: Knowing): Within {
  const { guarded } = ground;
  const forward = startWeightBall(ground, plan.from, { kinds: plan.filter.leaving, at: 0, guarded });
  const backward = startWeightBall(ground, plan.to, { kinds: plan.filter.arriving, at: 1, guarded });
  const joining = { best: Number.POSITIVE_INFINITY, slack, weigher };
  const isOpen = () => forward.heap.leastKey + backward.heap.leastKey <= boundOf(joining);
  while (forward.heap.size > 0 && backward.heap.size > 0 && isOpen()) {
    const isForward = forward.heap.size <= backward.heap.size;
    if (
      !(isForward ? settle(ground, forward, { other: backward, joining }) : settle(ground, backward, { other: forward, joining }))
    )
      break;
  }
  while (backward.heap.size > 0) if (!settle(ground, backward, { other: forward, joining })) break;
  const seen = nodesSeen(ground);
  for (const { reached, tail } of [forward, backward]) for (let at = 0; at < tail; at++) seen.see(reached[at]!);
  const bound = joining.best === Number.POSITIVE_INFINITY ? Number.NEGATIVE_INFINITY : boundOf(joining);
  return { bound, toGo: backward.of, visited: seen.count() };
}

interface Joining {
  /** The least weight of a walk that is known to join the balls. */
  best: number;
  readonly slack: number;
  readonly weigher: Weigher;
}

function boundOf({ best, slack }: Joining): number {
  return best === Number.POSITIVE_INFINITY ? best : best * (1 + slack);
}

interface Across {
  readonly other: WeightBall;
  readonly joining: Joining;
}

/** Settles the next node, and reaches from it what may lie on a path within the bound. False when the meter says to stop. */
function settle(ground: Ground, ball: WeightBall, across: Across): boolean {
  const { slotStart, slotEnd } = ground.snapshot;
  const { of, heap } = ball;
  const [here, node] = [heap.leastKey, heap.leastNode];
  heap.pop();
  const { other, joining } = across;
  if (here > of[node]! || here + Math.min(other.of[node]!, other.heap.leastKey) > boundOf(joining)) return true;
  if (!ground.meter.spend(slotEnd[node]! - slotStart[node]!)) return false;
  reachFrom(ground, ball, { ...across, node });
  return true;
}

function reachFrom(ground: Ground, ball: WeightBall, { node, other, joining }: Across & { readonly node: number }): void {
  const { snapshot, filter } = ground;
  const { slotStart, slotEnd, slotNode } = snapshot;
  const { of, heap, kinds, guarded } = ball;
  const { weigher } = joining;
  const otherOf = other.of;
  const radius = other.heap.leastKey;
  const here = of[node]!;
  const end = slotEnd[node]!;
  let bound = boundOf(joining);
  for (let slot = slotStart[node]!; slot < end; slot++) {
    const sum = here + weigher.of(slot);
    const next = slotNode[slot]!;
    const known = of[next]!;
    if (sum >= known) continue;
    const whole = sum + otherOf[next]!;
    if ((whole > bound && sum + radius > bound) || !filter.walksSlot(kinds, slot) || (guarded && !mayEnter(ground, next)))
      continue;
    if (whole < joining.best) {
      joining.best = whole;
      bound = boundOf(joining);
    }
    if (known === Number.POSITIVE_INFINITY) ball.reached[ball.tail++] = next;
    of[next] = sum;
    heap.push(sum, next);
  }
}

interface Trail {
  readonly nodes: readonly number[];
  readonly weight: number;
  /** What a path that goes on from it weighs at least. */
  readonly cost: number;
}

interface Taking extends Within {
  readonly plan: Plan;
  readonly weigher: Weigher;
  readonly harvest: Harvest;
  readonly k: number;
}

/** Gives the harvest the first `k` paths within the bound, less those that it has already: an earlier attempt began with the same. */
function takeTrails(ground: Ground, { harvest, k, ...search }: Taking): void {
  const { plan, toGo } = search;
  const ends = new Set(plan.to);
  const open = new EntryHeap<Trail>(compareTrails);
  for (const start of plan.from) if (toGo[start]! <= search.bound) open.push({ nodes: [start], weight: 0, cost: toGo[start]! });
  let known = harvest.paths.length;
  while (ground.meter.stopped === null && harvest.paths.length < k && !harvest.isOver) {
    const trail = open.pop();
    if (trail === undefined) return;
    const isPath = trail.nodes.length > 1 && ends.has(trail.nodes.at(-1)!);
    if (isPath && known-- <= 0) harvest.take(trail.nodes);
    if (!isPath || ends.size > 1) goOn(ground, search, { open, trail });
  }
}

/** By cost, hops so far, then nodes: of paths that weigh the same, the one of fewer hops is done first. */
function compareTrails(a: Trail, b: Trail): number {
  if (a.cost !== b.cost) return a.cost - b.cost;
  if (a.nodes.length !== b.nodes.length) return a.nodes.length - b.nodes.length;
  for (let at = 0; at < a.nodes.length; at++) if (a.nodes[at] !== b.nodes[at]) return a.nodes[at]! - b.nodes[at]!;
  return 0;
}

type Walking = Omit<Taking, "harvest" | "k">;

/** One step on, by the lightest of parallel links, wherever that may lead to a path within the bound. */
function goOn(
  { snapshot, filter, meter }: Ground,
  search: Walking,
  { open, trail }: { open: EntryHeap<Trail>; trail: Trail },
): void {
  const { slotStart, slotEnd, slotNode } = snapshot;
  const { bound, toGo, weigher } = search;
  const room = bound - trail.weight;
  const node = trail.nodes.at(-1)!;
  const end = slotEnd[node]!;
  if (!meter.spend(end - slotStart[node]!)) return;
  for (let slot = slotStart[node]!; slot < end; slot++) {
    const next = slotNode[slot]!;
    if (toGo[next]! >= room || trail.nodes.includes(next)) continue;
    let step = Number.POSITIVE_INFINITY;
    const after = pastParallels(slotNode, slot, end);
    for (; slot < after; slot++) if (filter.walksSlot(filter.leaving, slot)) step = Math.min(step, weigher.of(slot));
    slot--;
    if (step === Number.POSITIVE_INFINITY || step + toGo[next]! > room) continue;
    const weight = trail.weight + step;
    open.push({ nodes: [...trail.nodes, next], weight, cost: Math.max(trail.cost, weight + toGo[next]!) });
  }
}
