import { NumberList } from "../base/number-list.ts";
import { firstSlotTo } from "../graph/count-steps.ts";
import { eachLink } from "../graph/live-links.ts";
import type { Snapshot } from "../graph/snapshot.ts";
import { inOrder } from "./in-order.ts";
import type { Meter } from "./meter.ts";
import { fills, type PatternPlan, type Place, type Step } from "./pattern-plan.ts";

/** What may stand where. */
export interface Domains {
  /** Per place its nodes, in ascending order. */
  readonly lists: readonly Uint32Array[];
  /** Per node: bit `p` is set when it may stand at place `p`. */
  readonly bits: Uint32Array;
  /** Nodes that were reached on the way. */
  readonly reached: number;
}

/** With more slots to look at than this at the place that the fewest can hold, narrowing costs more than trying. */
const MOST_NARROWED = 2_000_000;

/**
 * What may stand at each place, if only two places at a time are looked at (arc consistency: Mackworth 1977; on a pattern without
 * cycles two sweeps are a full reduction: Yannakakis 1981). Grows from the named entities, or from the place that the fewest can
 * hold, always along the edge with the fewest slots to look at. Where nothing is named and that place is most of a large case, types alone
 * narrow: what is so common is found by trying. Null when the meter stopped it. O(edges · slots of the nodes that fit).
 */
export function findDomains(plan: PatternPlan, meter: Meter, mostNarrowed = MOST_NARROWED): Domains | null {
  const { snapshot, places } = plan;
  const bits = new Uint32Array(snapshot.nodes);
  for (const node of plan.avoid) bits[node] = OFF;
  const growth: Growth = { plan, meter, bits, lists: places.map(() => null), grown: [], reached: 0 };
  for (const [at, { node }] of places.entries()) if (node !== null) take(growth, at, Uint32Array.of(node));
  if (growth.lists.every((list) => list === null) && !startAtRarest(growth, mostNarrowed)) return allByType(growth);
  for (let step = lightestStep(growth); step !== null && meter.stopped === null; step = lightestStep(growth)) grow(growth, step);
  sweep(growth);
  if (meter.stopped !== null) return null;
  return { bits, lists: growth.lists.map((list) => inOrder(list!, snapshot.nodes)), reached: growth.reached };
}

interface Growth {
  readonly plan: PatternPlan;
  readonly meter: Meter;
  readonly bits: Uint32Array;
  /** Null for a place that is not reached yet. */
  readonly lists: (Uint32Array | null)[];
  /** The steps by which places were reached, in order. */
  readonly grown: Step[];
  reached: number;
}

/** Set for nodes that may stand nowhere. */
const OFF = 2 ** 31;

function take(growth: Growth, at: number, list: Uint32Array): void {
  growth.lists[at] = list;
  for (const node of list) growth.bits[node]! |= 1 << at;
  growth.reached += list.length;
}

/** Every node of the types that fit. */
function allByType(growth: Growth): Domains {
  const { plan, bits } = growth;
  const lists = plan.places.map((place, at) => {
    take(growth, at, nodesOf(growth, place));
    return growth.lists[at]!;
  });
  return { bits, lists, reached: 0 };
}

/** Whether the node's type fits and the node is not avoided. */
function fitsPlace({ types, node: named }: Place, { nodeType }: Snapshot, node: number): boolean {
  return named === null ? types === null || types[nodeType[node]!] === 1 : node === named;
}

/** Starts at the place that the fewest nodes can hold, by its types or by the relations of an edge at it; false when they are too many. */
function startAtRarest(growth: Growth, mostNarrowed: number): boolean {
  const { snapshot, places } = growth.plan;
  const ofType = histogram(snapshot.nodeType);
  const ofRelation = relationsOf(snapshot);
  const sum = (counts: readonly number[], marks: Uint8Array | null) =>
    counts.reduce((total, count, at) => (marks === null || marks[at] === 1 ? total + count : total), 0);
  const weights = places.map(({ types, steps }) => {
    const [rarest] = steps.toSorted((a, b) => sum(ofRelation, a.relations) - sum(ofRelation, b.relations));
    return { byType: sum(ofType, types), byRelation: sum(ofRelation, rarest!.relations), rarest: rarest! };
  });
  const weight = ({ byType, byRelation }: (typeof weights)[number]) => Math.min(byType, byRelation);
  const start = weights.indexOf(weights.toSorted((a, b) => weight(a) - weight(b))[0]!);
  const { byType, byRelation, rarest } = weights[start]!;
  const list = byRelation < byType ? endsOf(growth, rarest) : nodesOf(growth, places[start]!);
  if (list.reduce((sum, node) => sum + degree(snapshot, node), 0) > mostNarrowed) return false;
  take(growth, start, list);
  return true;
}

function histogram(column: Uint16Array): number[] {
  const counts = new Float64Array(2 ** 16);
  let last = -1;
  for (let at = 0; at < column.length; at++) {
    const value = column[at]!;
    counts[value]!++;
    if (value > last) last = value;
  }
  return [...counts.subarray(0, last + 1)];
}

function relationsOf({ linkRelation, links, tail }: Snapshot): readonly number[] {
  return tail === null ? histogram(linkRelation.subarray(0, links)) : tail.relationLinks;
}

function nodesOf({ plan: { snapshot }, meter, bits }: Growth, place: Place): Uint32Array {
  const list = new NumberList();
  meter.spend(snapshot.nodes);
  for (let node = 0; node < snapshot.nodes; node++) if (bits[node]! < OFF && fitsPlace(place, snapshot, node)) list.push(node);
  return list.toArray();
}

/** Either end of every link of the step's relations, where it fits the step's start. */
function endsOf({ plan: { snapshot, places }, meter, bits }: Growth, { start, relations }: Step): Uint32Array {
  const { linkRelation, linkFrom, linkTo } = snapshot;
  const nodes = new Set<number>();
  meter.spend(snapshot.links);
  eachLink(snapshot, (link) => {
    if (relations === null || relations[linkRelation[link]!] !== 0) nodes.add(linkFrom[link]!).add(linkTo[link]!);
  });
  return Uint32Array.from(nodes).filter((node) => bits[node]! < OFF && fitsPlace(places[start]!, snapshot, node));
}

/** The step from a place that is reached to one that is not with the fewest slots to look at. */
function lightestStep({ plan: { snapshot, places }, lists }: Growth): Step | null {
  const weights = lists.map((list) => list?.reduce((sum, node) => sum + degree(snapshot, node), 0) ?? Infinity);
  const open = places.flatMap(({ steps }) => steps).filter(({ start, end }) => lists[start] !== null && lists[end] === null);
  return open.reduce<Step | null>(
    (best, step) => (best !== null && weights[best.start]! <= weights[step.start]! ? best : step),
    null,
  );
}

function degree({ slotStart, slotEnd }: Snapshot, node: number): number {
  return slotEnd[node]! - slotStart[node]!;
}

function grow(growth: Growth, step: Step): void {
  const { plan, bits, meter, lists, grown } = growth;
  const list = new NumberList();
  for (const node of lists[step.start]!) {
    if (!meter.spend(degree(plan.snapshot, node))) break;
    growFrom({ plan, bits, list }, step, node);
  }
  grown.push(step);
  lists[step.end] = list.toArray();
  growth.reached += list.length;
}

function growFrom(
  { plan, bits, list }: { plan: PatternPlan; bits: Uint32Array; list: NumberList },
  step: Step,
  node: number,
): void {
  const { slotStart, slotEnd, slotNode } = plan.snapshot;
  const place = plan.places[step.end]!;
  const bit = 1 << step.end;
  const shut = bit | OFF;
  for (let slot = slotStart[node]!; slot < slotEnd[node]!; slot++) {
    const other = slotNode[slot]!;
    if ((bits[other]! & shut) !== 0 || !fills(step, slot) || !fitsPlace(place, plan.snapshot, other)) continue;
    bits[other]! |= bit;
    list.push(other);
  }
}

/** Rounds of sweeps for a pattern with cycles, at most; one is a full reduction of a pattern without. */
const ROUNDS = 3;

/** Drops what nothing at a neighbouring place supports: against the order of growth, then along it. */
function sweep(growth: Growth): void {
  const { plan, grown, meter } = growth;
  const grownEdges = new Set(grown.map(({ edge }) => edge));
  const others = plan.places.flatMap(({ steps }) => steps.filter(({ edge }) => !grownEdges.has(edge)));
  const back = [...grown.toReversed(), ...others];
  const forth = [...grown.map((step) => turnOf(plan, step)), ...others];
  const rounds = others.length === 0 ? 1 : ROUNDS;
  for (let round = 0; round < rounds && meter.stopped === null; round++) {
    const before = growth.lists.reduce((sum, list) => sum + list!.length, 0);
    for (const step of [...back, ...forth]) revise(growth, step);
    if (growth.lists.reduce((sum, list) => sum + list!.length, 0) === before) break;
  }
}

function turnOf({ places }: PatternPlan, { end, edge }: Step): Step {
  return places[end]!.steps.find((step) => step.edge === edge)!;
}

/** Keeps the nodes at the step's start that it leads from to one that may stand at its end. */
function revise({ plan, meter, bits, lists }: Growth, step: Step): void {
  const bit = 1 << step.start;
  lists[step.start] = lists[step.start]!.filter((node) => {
    if (meter.stopped !== null || isSupported({ plan, meter, bits }, step, node)) return true;
    bits[node]! &= ~bit;
    return false;
  });
}

function isSupported({ plan, meter, bits }: Pick<Growth, "plan" | "meter" | "bits">, step: Step, node: number): boolean {
  const { slotStart, slotEnd, slotNode } = plan.snapshot;
  const { node: named } = plan.places[step.end]!;
  const bit = 1 << step.end;
  const start = named === null ? slotStart[node]! : firstSlotTo(plan.snapshot, node, named);
  const end = slotEnd[node]!;
  let slot = start;
  while (slot < end && (named === null || slotNode[slot] === named)) {
    if ((bits[slotNode[slot]!]! & bit) !== 0 && fills(step, slot)) break;
    slot++;
  }
  meter.spend(slot - start + 1);
  return slot < end && (named === null || slotNode[slot] === named);
}
