import type { Snapshot } from "../graph/snapshot.ts";
import { type Ground, mayEnter, openGround } from "./ground.ts";
import { NearHeap } from "./near-heap.ts";
import { nodesSeen } from "./nodes-seen.ts";
import { pastParallels } from "./past-parallels.ts";
import type { Searched } from "./paths-by-hops.ts";
import type { Plan } from "./plan.ts";
import type { Gathered } from "./shortest-paths.ts";
import { timeAlong } from "./time-along.ts";
import { type SlotRun, TimeHops } from "./time-hops.ts";

/** What comes first: `hops` is the shortest in time order, `arrival` the earliest (R36). */
export type FirstBy = "hops" | "arrival";

/** Whether time is all that a path is judged by as a whole, and any gap will do: then to be early is never a drawback. */
export function isTimeAlone({ via, timeOrder, maxGap, sourcesApart }: Plan): boolean {
  return timeOrder !== null && maxGap === Number.POSITIVE_INFINITY && via.length === 0 && !sourcesApart;
}

/**
 * All paths in time order of the fewest hops, or of the earliest arrival and then the fewest hops, in lexicographic order. Where any
 * gap will do, whoever comes to an entity sooner can go on by every hop that is open later: the earliest day per entity and number of
 * hops is all that must be known (foremost journeys, Bui Xuan, Ferreira and Jarry 2003). Hop by hop from the starts,
 * then from the ends the latest day on which one may still be somewhere, then along what is left, where every step leads to a path: one
 * with a cycle would have fewer hops without it. O(hops · links) and the paths.
 */
export function pathsInTime(snapshot: Snapshot, plan: Plan, by: FirstBy, { meter, harvest }: Gathered): Searched {
  const ground = openGround(snapshot, plan, meter);
  const seen = nodesSeen(ground);
  const timing: Timing = { ground, plan, hops: new TimeHops(snapshot, plan), ends: new Set(plan.to), see: seen.see };
  const until = by === "hops" ? Number.POSITIVE_INFINITY : earliestDay(timing);
  const reached = reach(timing, until);
  if (reached.hops === null || meter.stopped !== null)
    return { stop: meter.stopped ?? (reached.goesOn ? "max-hops" : "exhausted"), visited: seen.count() };
  const latest = latestDays(timing, { ...reached, until, hops: reached.hops });
  const { arrival } = timeAlong(plan);
  walk(timing, { hops: reached.hops, until, latest }, (nodes, day) => {
    harvest.take(nodes, arrival([day, Number.POSITIVE_INFINITY]));
    return !harvest.isOver;
  });
  return { stop: meter.stopped ?? (harvest.isOver ? "limit" : "exhausted"), visited: seen.count() };
}

interface Timing {
  readonly ground: Ground;
  readonly plan: Plan;
  readonly hops: TimeHops;
  readonly ends: ReadonlySet<number>;
  readonly see: (node: number) => void;
}

/** The earliest day on which an end is reached within the bound on hops; Infinity for never, or when the meter stops. */
function earliestDay(timing: Timing): number {
  const { ground, plan, ends } = timing;
  if (plan.maxHops >= ground.snapshot.nodes - 1) return earliestOfAny(timing);
  const growing: Growing = { days: unreached(ground), until: Number.POSITIVE_INFINITY, goesOn: false };
  for (const layer of hopByHop(timing, growing))
    for (const [node, day] of layer) if (ends.has(node)) growing.until = Math.min(growing.until, day);
  return growing.until;
}

/** Likewise, whatever the hops (Dijkstra 1959). */
function earliestOfAny({ ground, plan, ends, hops, see }: Timing): number {
  const days = unreached(ground);
  const heap = new NearHeap();
  const arrive = (node: number, day: number): void => {
    if (day >= days[node]!) return;
    see(node);
    days[node] = day;
    heap.push(day, node);
  };
  for (const start of plan.from) if (ground.off[start] !== ground.offStamp) arrive(start, Number.NEGATIVE_INFINITY);
  while (heap.size > 0) {
    const { leastKey: day, leastNode: node } = heap;
    heap.pop();
    if (ends.has(node)) return day;
    if (day > days[node]!) continue;
    // Nobody arrives before he leaves: who was there by then need not be asked about.
    const going = eachHop(ground, node, (other, run) => {
      if (days[other]! > day) arrive(other, hops.firstFrom(day, run));
    });
    if (!going) break;
  }
  return Number.POSITIVE_INFINITY;
}

function unreached({ snapshot }: Ground): Float64Array {
  return new Float64Array(snapshot.nodes).fill(Number.POSITIVE_INFINITY);
}

interface Growing {
  /** Earliest day per node; Infinity for one that was not reached. */
  readonly days: Float64Array;
  /** Who comes later needs not come at all. */
  until: number;
  /** Whether the bound on hops ended it, with a way on. */
  goesOn: boolean;
}

/** What is reached with one hop more, each time sooner than with fewer. Ends early when the meter stops. */
function* hopByHop(timing: Timing, growing: Growing): Generator<ReadonlyMap<number, number>> {
  const { ground, plan, hops } = timing;
  const { days } = growing;
  let layer = new Map<number, number>();
  const arrive = (next: Map<number, number>, node: number, day: number): void => {
    if (day >= days[node]! || day > growing.until) return;
    timing.see(node);
    days[node] = day;
    next.set(node, day);
  };
  for (const start of plan.from) if (ground.off[start] !== ground.offStamp) arrive(layer, start, Number.NEGATIVE_INFINITY);
  for (let done = 0; done < plan.maxHops && layer.size > 0; done++) {
    const next = new Map<number, number>();
    for (const [node, day] of layer) {
      const going = eachHop(ground, node, (other, run) => {
        if (days[other]! > day) arrive(next, other, hops.firstFrom(day, run));
      });
      if (!going) return;
    }
    layer = next;
    yield layer;
  }
  growing.goesOn = layer.size > 0 && plan.maxHops < ground.snapshot.nodes - 1;
}

/** The fewest hops with which an end is reached by then, null for never, and how soon what is on the way. */
function reach(timing: Timing, until: number) {
  const growing: Growing = { days: unreached(timing.ground), until, goesOn: false };
  let hops = 0;
  for (const layer of hopByHop(timing, growing)) {
    hops++;
    if (timing.plan.to.some((end) => layer.has(end))) return { ...growing, hops };
  }
  return { ...growing, hops: null };
}

/** Every node that is one hop from `node` and may be entered, with the slots of the hop. False: stop. */
function eachHop(ground: Ground, node: number, see: (other: number, run: SlotRun) => void): boolean {
  const { slotStart, slotEnd, slotNode } = ground.snapshot;
  const end = slotEnd[node]!;
  if (!ground.meter.spend(end - slotStart[node]!)) return false;
  for (let from = slotStart[node]!; from < end; ) {
    const to = pastParallels(slotNode, from, end);
    if (mayEnter(ground, slotNode[from]!)) see(slotNode[from]!, { from, to });
    from = to;
  }
  return true;
}

/** Per node, for growing numbers of hops to go, the last day on which one may be there: pairs of hops and day, days growing too. */
type Latest = ReadonlyMap<number, readonly number[]>;

function latestDays({ ground, plan, hops }: Timing, { days, ...reached }: Growing & { readonly hops: number }): Latest {
  const latest = new Map<number, number[]>();
  let layer = new Map(plan.to.map((end) => [end, reached.until]));
  for (const [end, day] of layer) latest.set(end, [0, day]);
  for (let toGo = 1; toGo < reached.hops && layer.size > 0; toGo++) {
    const next = new Map<number, number>();
    for (const [node, day] of layer) {
      const going = eachHop(ground, node, (other, run) => {
        const last = hops.lastUntil(day, run);
        if (last < days[other]! || last <= (next.get(other) ?? latest.get(other)?.at(-1) ?? Number.NEGATIVE_INFINITY)) return;
        next.set(other, last);
      });
      if (!going) return latest;
    }
    for (const [node, day] of next) latest.set(node, [...(latest.get(node) ?? []), toGo, day]);
    layer = next;
  }
  return latest;
}

function lastDay(latest: Latest, node: number, toGo: number): number {
  const pairs = latest.get(node) ?? [];
  let last = Number.NEGATIVE_INFINITY;
  for (let at = 0; at < pairs.length && pairs[at]! <= toGo; at += 2) last = pairs[at + 1]!;
  return last;
}

interface Walking {
  readonly hops: number;
  readonly until: number;
  readonly latest: Latest;
}

/** The path that is being walked: its nodes, the day on which each is reached, and the next slot to look at. */
interface Trail {
  readonly nodes: number[];
  readonly days: number[];
  readonly slots: number[];
}

type Take = (nodes: readonly number[], day: number) => boolean;

/** Depth first, in lexicographic order. `take` says whether to go on. */
function walk(timing: Timing, walking: Walking, take: Take): void {
  const { off, offStamp } = timing.ground;
  for (const start of timing.plan.from) if (off[start] !== offStamp && !walkFrom(start, timing, { ...walking, take })) return;
}

/** False: stop. */
function walkFrom(start: number, timing: Timing, { take, ...walking }: Walking & { readonly take: Take }): boolean {
  const trail: Trail = { nodes: [], days: [], slots: [] };
  enter(timing, trail, { node: start, day: Number.NEGATIVE_INFINITY });
  while (trail.nodes.length > 0) {
    const step = nextStep(timing, walking, trail);
    if (timing.ground.meter.stopped !== null) return false;
    if (step === null) leave(trail);
    else if (trail.nodes.length < walking.hops) enter(timing, trail, step);
    else if (!take([...trail.nodes, step.node], step.day)) return false;
  }
  return true;
}

interface Step {
  readonly node: number;
  readonly day: number;
}

function enter({ ground }: Timing, { nodes, days, slots }: Trail, { node, day }: Step): void {
  nodes.push(node);
  days.push(day);
  slots.push(ground.snapshot.slotStart[node]!);
}

function leave(trail: Trail): void {
  for (const list of [trail.nodes, trail.days, trail.slots]) list.pop();
}

/** The next node of the trail from which an end is reached in time; null when there is none, or the meter stops. */
function nextStep({ ground, ends, hops, see }: Timing, walking: Walking, trail: Trail): Step | null {
  const { slotEnd, slotNode } = ground.snapshot;
  const depth = trail.nodes.length - 1;
  const node = trail.nodes[depth]!;
  const end = slotEnd[node]!;
  const toGo = walking.hops - trail.nodes.length;
  while (trail.slots[depth]! < end) {
    const from = trail.slots[depth]!;
    const to = pastParallels(slotNode, from, end);
    trail.slots[depth] = to;
    if (!ground.meter.spend(to - from)) return null;
    const other = slotNode[from]!;
    const until = toGo > 0 ? lastDay(walking.latest, other, toGo) : ends.has(other) ? walking.until : Number.NEGATIVE_INFINITY;
    if (until === Number.NEGATIVE_INFINITY || !mayEnter(ground, other)) continue;
    const day = hops.firstFrom(trail.days[depth]!, { from, to });
    if (day > until || day === Number.POSITIVE_INFINITY) continue;
    see(other);
    return { node: other, day };
  }
  return null;
}
