import type { Carried, Carrier } from "./carrier.ts";
import { EntryHeap } from "./entry-heap.ts";
import { type Ground, mayEnter, UNREACHABLE } from "./ground.ts";
import { pastParallels } from "./past-parallels.ts";
import type { Plan } from "./plan.ts";

/** A trail and the least that any path that goes on from it can cost. */
export interface BestTrail {
  readonly nodes: readonly number[];
  readonly weight: number;
  readonly carried: Carried;
  /** What the path costs at least, and of such paths how many hops it has at least. Exact where the trail is a path. */
  readonly cost: number;
  readonly hops: number;
}

export interface BestFirst {
  readonly plan: Plan;
  readonly carrier: Carrier;
  /** What is added to the trail's weight. */
  readonly weightOf: (node: number, other: number) => number;
  /** What a trail costs at least, whichever way it goes on; never falls along a trail. */
  readonly costOf: (trail: Pick<BestTrail, "nodes" | "weight" | "carried">) => number;
  /** Hops to go at least; UNREACHABLE where there is no way. */
  readonly onward: (node: number, remaining: number) => number;
  /** Told of each node that a trail comes to. */
  readonly see: (node: number) => void;
  /** Whether a trail was given up for its hops. */
  isCut: boolean;
  /** Gives up, without a word, once the meter has counted so many links. */
  readonly mostLinks: number;
}

/**
 * Paths one by one: by cost, then by hops, then in lexicographic order. The trail that can cost least is walked on first (A*,
 * Hart, Nilsson and Raphael 1968), each trail by itself, since a condition on the path as a whole may forbid one what it
 * allows another: exponential at worst. Ends when the meter stops it.
 */
export function* bestFirst(ground: Ground, search: BestFirst): Generator<BestTrail> {
  const { plan, carrier } = search;
  const open = new EntryHeap<BestTrail>(compareTrails);
  const ends = new Set(plan.to);
  for (const start of plan.from) {
    const carried = ground.off[start] === ground.offStamp ? null : carrier.begin(start);
    if (carried !== null) add(open, search, { nodes: [start], weight: 0, carried, cost: Number.NEGATIVE_INFINITY, hops: 0 });
  }
  while (ground.meter.stopped === null && ground.meter.links < search.mostLinks) {
    const trail = open.pop();
    if (trail === undefined) return;
    const isPath = trail.nodes.length > 1 && trail.carried.remaining === 0 && ends.has(trail.nodes.at(-1)!);
    if (isPath) yield trail;
    if (!isPath || plan.to.length > 1) goOn(ground, search, { open, trail });
  }
}

/** By cost, hops, then nodes; a trail comes before what goes on from it. */
function compareTrails(a: BestTrail, b: BestTrail): number {
  if (a.cost !== b.cost) return a.cost - b.cost;
  if (a.hops !== b.hops) return a.hops - b.hops;
  const length = Math.min(a.nodes.length, b.nodes.length);
  for (let at = 0; at < length; at++) if (a.nodes[at] !== b.nodes[at]) return a.nodes[at]! - b.nodes[at]!;
  return a.nodes.length - b.nodes.length;
}

/** With its cost and hops raised to what they are at least, and no lower than those of the trail that it goes on from. */
function add(open: EntryHeap<BestTrail>, search: BestFirst, trail: BestTrail): void {
  const toGo = search.onward(trail.nodes.at(-1)!, trail.carried.remaining);
  if (toGo >= UNREACHABLE) return;
  const hops = trail.nodes.length - 1 + toGo;
  if (hops > search.plan.maxHops) {
    search.isCut = true;
    return;
  }
  const cost = search.costOf(trail);
  if (cost === Number.POSITIVE_INFINITY) return;
  search.see(trail.nodes.at(-1)!);
  const isCostlier = cost > trail.cost;
  open.push({ ...trail, cost: isCostlier ? cost : trail.cost, hops: isCostlier ? hops : Math.max(hops, trail.hops) });
}

function goOn(ground: Ground, search: BestFirst, { open, trail }: { open: EntryHeap<BestTrail>; trail: BestTrail }): void {
  const { snapshot, filter, meter } = ground;
  const { slotStart, slotEnd, slotNode } = snapshot;
  const { carrier, weightOf } = search;
  const node = trail.nodes.at(-1)!;
  const end = slotEnd[node]!;
  if (!meter.spend(end - slotStart[node]!)) return;
  for (let slot = slotStart[node]!; slot < end; slot++) {
    const other = slotNode[slot]!;
    if (!filter.walksSlot(filter.leaving, slot)) continue;
    slot = pastParallels(slotNode, slot, end) - 1;
    if (trail.nodes.includes(other) || !mayEnter(ground, other)) continue;
    const remaining = carrier.pass(trail.carried.remaining, other);
    const carried = remaining === -1 ? null : carrier.step(trail.carried, { from: node, to: other, remaining });
    if (carried === null) continue;
    const weight = trail.weight + weightOf(node, other);
    add(open, search, { nodes: [...trail.nodes, other], weight, carried, cost: trail.cost, hops: trail.hops });
  }
}
