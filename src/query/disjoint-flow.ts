import { type Ball, growBall, hopsAtLeast, isWhole, startBall } from "./ball.ts";
import { comparePaths } from "./compare-paths.ts";
import { type Ground, listsOf, mayEnter, stampsOf, UNREACHABLE } from "./ground.ts";
import { PlaceNumbers, PlacesBefore } from "./place-numbers.ts";
import type { Plan } from "./plan.ts";
import type { Apart } from "./question.ts";
import { eachStep, into, isInto, nodeOf, outOf, type Place, type Residual } from "./residual.ts";
import { UnitFlow } from "./unit-flow.ts";

export interface DisjointFlow {
  /** For 1, 2, 3 … paths the fewest hops that so many have in all. */
  readonly hops: readonly number[];
  /** As many as there can be, at most as many as were asked for, in the order of R11. */
  readonly paths: readonly (readonly number[])[];
  /** Whether one more is possible. */
  readonly isMore: boolean;
}

/**
 * As many paths apart from one another as can be, at most `most`, with the fewest hops in all, whatever each has alone (R34):
 * a flow of least cost, one path more at a time, each by the search that costs least and may send earlier paths another way
 * (Suurballe 1974; Edmonds and Karp 1972, potentials from the hops to go). Null when the meter stopped it. Each path costs a
 * search of what lies no farther off the straight way than it does.
 */
export function disjointFlow(ground: Ground, plan: Plan, { apart, most }: { apart: Apart; most: number }): DisjointFlow | null {
  const residual: Residual = { plan, apart, flow: new UnitFlow(), starts: new Set(plan.from), ends: new Set(plan.to) };
  const ball = startBall(ground, plan.to, { kinds: plan.filter.arriving, stamps: stampsOf.backward, list: listsOf.backward });
  const isNear = () => plan.from.some((start) => ball.marks[start]! >= ball.base);
  while (!isWhole(ball) && !isNear() && ground.meter.stopped === null) growBall(ground, ball, null);
  const search: WaySearch = {
    residual,
    ball,
    raised: new PlaceNumbers(ground, 0),
    detour: new PlaceNumbers(ground, 1),
    cameFrom: new PlacesBefore(ground),
  };
  const hops: number[] = [];
  const room = roomAt(ground, residual);
  let isMore = false;
  while (!isMore && hops.length < room) {
    const way = cheapestWay(ground, search);
    if (way === null) break;
    isMore = hops.length === most;
    if (!isMore) hops.push((hops.at(-1) ?? 0) + take(residual.flow, way));
  }
  return ground.meter.stopped === null ? { hops, paths: pathsOf(residual), isMore } : null;
}

interface WaySearch {
  readonly residual: Residual;
  readonly ball: Ball;
  /** What earlier searches added to the hops to go. */
  readonly raised: PlaceNumbers;
  /** Hops by which the best way to a place is longer than a straight one. */
  readonly detour: PlaceNumbers;
  readonly cameFrom: PlacesBefore;
}

/** The places of the way that adds the fewest hops, from a start to an end; null when there is none or the meter stopped. Raises the potentials. */
function cheapestWay(ground: Ground, search: WaySearch): Place[] | null {
  const { residual, detour } = search;
  detour.clear();
  const buckets: Place[][] = [];
  const reach = reaching(search, buckets);
  const starts = residual.plan.from.map(outOf);
  const least = starts.reduce((known, start) => Math.min(known, potential(search, start)), UNREACHABLE);
  for (const start of starts) reach(start, -least, NOWHERE);
  for (let cost = 0; cost < buckets.length; cost++)
    for (const place of buckets[cost] ?? []) {
      if (detour.get(place) !== cost) continue;
      if (!isInto(place) && residual.ends.has(nodeOf(place))) {
        raise(search, buckets, cost);
        return wayTo(place, search.cameFrom);
      }
      const here = cost - potential(search, place);
      eachStep(ground, residual, place, (next, hops) => reach(next, here + hops, place));
      if (ground.meter.stopped !== null) return null;
    }
  return null;
}

const NOWHERE = -1;

/** Hops to go at least, as the flow stands. */
function potential({ ball, raised }: WaySearch, place: Place): number {
  return hopsAtLeast(ball, nodeOf(place)) + Math.max(0, raised.get(place));
}

/** Notes a better way to a place; `off` is its detour less what is still to go. */
function reaching(search: WaySearch, buckets: Place[][]): (place: Place, off: number, from: Place) => void {
  const { detour, cameFrom } = search;
  return (place, off, from) => {
    const toGo = potential(search, place);
    const known = detour.get(place);
    if (toGo >= UNREACHABLE || (known !== -1 && off + toGo >= known)) return;
    detour.set(place, off + toGo);
    cameFrom.set(place, from);
    buckets[off + toGo] ??= [];
    buckets[off + toGo]!.push(place);
  };
}

/** What lies nearer to the straight way than the end did is that much farther from now on. */
function raise({ residual: { flow }, raised, detour }: WaySearch, buckets: readonly (readonly Place[])[], cost: number): void {
  const add = (place: Place, more: number) => raised.set(place, Math.max(0, raised.get(place)) + more);
  for (let off = 0; off < cost; off++)
    for (const place of buckets[off] ?? []) {
      if (detour.get(place) !== off) continue;
      add(place, cost - off);
      // Out of and into are one place as long as no path passes the node.
      if (!isInto(place) && !flow.touches(nodeOf(place))) add(into(nodeOf(place)), cost - off);
    }
}

function wayTo(end: Place, cameFrom: PlacesBefore): Place[] {
  const way: Place[] = [];
  for (let at = end; at !== NOWHERE; at = cameFrom.get(at)) way.push(at);
  return way.reverse();
}

/** Adds the way's steps to the flow, and takes out those that it goes back. Gives the hops that this adds. */
function take(flow: UnitFlow, way: readonly Place[]): number {
  let hops = 0;
  for (const [at, place] of way.entries()) {
    const [node, before] = [nodeOf(place), at === 0 ? -1 : nodeOf(way[at - 1]!)];
    if (at === 0 || node === before) continue;
    if (flow.has(node, before)) {
      flow.remove(node, before);
      hops--;
    } else {
      flow.add(before, node);
      hops++;
    }
  }
  return hops;
}

/** The paths that the flow is made of, in the order of R11. A flow of least cost turns nowhere in a circle. */
function pathsOf({ flow, plan, ends }: Residual): number[][] {
  const left = new Map<number, number[]>();
  const nextOf = (node: number): number => {
    const others = left.get(node) ?? [...flow.next(node)].sort((a, b) => b - a);
    left.set(node, others);
    return others.pop()!;
  };
  return plan.from
    .flatMap((start) =>
      flow.next(start).map(() => {
        const path = [start];
        while (path.length === 1 || !ends.has(path.at(-1)!)) path.push(nextOf(path.at(-1)!));
        return path;
      }),
    )
    .sort(comparePaths);
}

/** Paths that there can be at most, for the steps at either side alone. */
function roomAt(ground: Ground, { plan, apart }: Pick<Residual, "plan" | "apart">): number {
  const { filter } = plan;
  const ahead = roomBy(ground, plan.from, { kinds: filter.leaving, others: plan.to, apart });
  return Math.min(ahead, roomBy(ground, plan.to, { kinds: filter.arriving, others: plan.from, apart }));
}

interface Room {
  readonly kinds: number;
  readonly others: readonly number[];
  readonly apart: Apart;
}

function roomBy(ground: Ground, side: readonly number[], { kinds, others, apart }: Room): number {
  const {
    snapshot: { slotStart, slotEnd, slotNode },
    filter,
    meter,
  } = ground;
  const [own, opposite] = [new Set(side), new Set(others)];
  const steps = new Set<number>();
  for (const node of side) {
    if (!meter.spend(slotEnd[node]! - slotStart[node]!)) break;
    for (let slot = slotStart[node]!; slot < slotEnd[node]!; slot++) {
      const other = slotNode[slot]!;
      if (own.has(other) || !filter.walksSlot(kinds, slot) || !mayEnter(ground, other)) continue;
      const isPair = apart === "links" || opposite.has(other);
      steps.add(isPair ? (node + 1) * slotStart.length + other : other);
    }
  }
  return steps.size;
}
