import { NumberList } from "../base/number-list.ts";
import { countSteps } from "../graph/count-steps.ts";
import { ascending } from "./ascending.ts";
import { type Front, type Search, stampOf } from "./front.ts";

/**
 * All shortest paths of a search in one small graph: the nodes that lie on one, layer by layer from the
 * start, and the arcs from each layer to the next. Positions 0 … number the nodes, layer after layer and
 * in ascending order within each; the arcs of position `p` are `arcStart[p]` … `arcStart[p + 1]`, in
 * ascending order of target, with the number of links that qualify for that step.
 */
export interface TieGraph {
  /** Layers less one: the hops of every path. */
  readonly hops: number;
  readonly nodes: readonly number[];
  /** Position of each layer's first node, and one past the last position. */
  readonly layerStart: readonly number[];
  readonly arcStart: Uint32Array;
  readonly arcTarget: Uint32Array;
  readonly arcLinks: Uint32Array;
}

/**
 * Gathers the ties of a search in which two fronts have met. Walks back from the meeting nodes, so only
 * nodes on a shortest path are looked at. Null when the meter stopped it. O(slots of those nodes).
 */
export function gatherTies(search: Search, forward: Front, backward: Front): TieGraph | null {
  const hops = forward.level + backward.level;
  // Kept nodes are stamped anew, above every stamp of the two fronts.
  const kept = Math.max(stampOf(search, forward, forward.level + 1), stampOf(search, backward, backward.level + 1)) + 1;
  search.work.nextStamp = kept + hops + 1;
  const layers: number[][] = new Array(hops + 1);
  layers[forward.level] = keep(search, search.met, kept + forward.level);
  for (let layer = forward.level - 1; layer >= 0; layer--) {
    const wanted = { front: forward, level: layer, becomes: kept + layer, kinds: search.filter.arriving };
    layers[layer] = neighbours(search, layers[layer + 1]!, wanted);
  }
  for (let layer = forward.level + 1; layer <= hops; layer++) {
    const wanted = { front: backward, level: hops - layer, becomes: kept + layer, kinds: search.filter.leaving };
    layers[layer] = neighbours(search, layers[layer - 1]!, wanted);
  }
  if (search.meter.stopped !== null) return null;
  return drawArcs(search, layers, kept);
}

function keep({ work }: Search, nodes: readonly number[], stamp: number): number[] {
  for (const node of nodes) work.mark[node] = stamp;
  return ascending(nodes);
}

interface Wanted {
  /** The nodes looked for are those of this level of this front, */
  readonly front: Front;
  readonly level: number;
  /** which get this stamp. */
  readonly becomes: number;
  readonly kinds: number;
}

/** Bisecting a hub's slots for one node costs about as much as looking at this many of them. */
const SLOTS_PER_BISECTION = 16;

/** The nodes of a level that are one walkable step from one of `nodes`. A hub's slots are bisected where the level is small. */
function neighbours(search: Search, nodes: readonly number[], wanted: Wanted): number[] {
  const { slotStart, slotEnd } = search.snapshot;
  const { levelStart, queue } = wanted.front;
  const level = queue.subarray(levelStart[wanted.level], levelStart[wanted.level + 1] ?? wanted.front.tail);
  const found: number[] = [];
  for (const node of nodes) {
    const slots = slotEnd[node]! - slotStart[node]!;
    const bisected = level.length * SLOTS_PER_BISECTION;
    if (!search.meter.spend(Math.min(slots, bisected))) break;
    if (slots <= bisected) scanFor(search, found, { node, ...wanted });
    else bisectFor(search, found, { node, among: level, ...wanted });
  }
  return found.sort((a, b) => a - b);
}

function scanFor(search: Search, found: number[], { node, front, level, becomes, kinds }: Wanted & { node: number }): void {
  const { snapshot, filter, work } = search;
  const { slotStart, slotEnd, slotNode } = snapshot;
  const was = stampOf(search, front, level);
  for (let slot = slotStart[node]!; slot < slotEnd[node]!; slot++) {
    const other = slotNode[slot]!;
    if (work.mark[other] !== was || !filter.walksSlot(kinds, slot)) continue;
    work.mark[other] = becomes;
    found.push(other);
  }
}

function bisectFor(
  { snapshot, filter, work }: Search,
  found: number[],
  { node, among, becomes, kinds }: Wanted & { node: number; among: Int32Array },
): void {
  for (const other of among) {
    if (work.mark[other] === becomes || countSteps(snapshot, filter, { node, other, kinds }) === 0) continue;
    work.mark[other] = becomes;
    found.push(other);
  }
}

function drawArcs(search: Search, layers: readonly (readonly number[])[], kept: number): TieGraph | null {
  const { place } = search.work;
  const nodes = layers.flat();
  for (const [position, node] of nodes.entries()) place[node] = position;
  const layerStart = [0];
  for (const layer of layers) layerStart.push(layerStart.at(-1)! + layer.length);
  const arcs = { start: new NumberList(nodes.length + 1), target: new NumberList(), links: new NumberList() };
  for (const [at, layer] of layers.entries())
    for (const node of layer) {
      arcs.start.push(arcs.target.length);
      addArcs(search, arcs, { node, layer: layers[at + 1] ?? [], stamp: kept + at + 1 });
    }
  arcs.start.push(arcs.target.length);
  if (search.meter.stopped !== null) return null;
  return {
    hops: layers.length - 1,
    nodes,
    layerStart,
    arcStart: arcs.start.toArray(),
    arcTarget: arcs.target.toArray(),
    arcLinks: arcs.links.toArray(),
  };
}

interface Arcs {
  readonly target: NumberList;
  readonly links: NumberList;
}

interface Step {
  readonly node: number;
  /** The next layer, and the stamp of its nodes. */
  readonly layer: readonly number[];
  readonly stamp: number;
}

/** The arcs from `node` to the nodes of the next layer, in ascending order. */
function addArcs(search: Search, arcs: Arcs, step: Step): void {
  const { slotStart, slotEnd } = search.snapshot;
  const slots = slotEnd[step.node]! - slotStart[step.node]!;
  const bisected = step.layer.length * SLOTS_PER_BISECTION;
  if (!search.meter.spend(Math.min(slots, bisected))) return;
  if (slots <= bisected) scanArcs(search, arcs, step);
  else bisectArcs(search, arcs, step);
}

function bisectArcs(search: Search, arcs: Arcs, { node, layer }: Step): void {
  const { snapshot, filter, work } = search;
  for (const other of layer) {
    const links = countSteps(snapshot, filter, { node, other, kinds: filter.leaving });
    if (links === 0) continue;
    arcs.target.push(work.place[other]!);
    arcs.links.push(choicesOf(search, { node, other, links }));
  }
}

/** Links to choose from, where `links` of them are walked. */
function choicesOf(
  { snapshot, filter, choices }: Search,
  { node, other, links }: Record<"node" | "other" | "links", number>,
): number {
  return choices === filter ? links : countSteps(snapshot, choices, { node, other, kinds: choices.leaving });
}

/** Slots are in order of the other node: parallel links follow one another. */
function scanArcs(search: Search, arcs: Arcs, { node, stamp }: Step): void {
  const { snapshot, filter, work } = search;
  const { slotStart, slotEnd, slotNode } = snapshot;
  const end = slotEnd[node]!;
  let last = -1;
  let links = 0;
  for (let slot = slotStart[node]!; slot < end; slot++) {
    const other = slotNode[slot]!;
    if (work.mark[other] !== stamp || !filter.walksSlot(filter.leaving, slot)) continue;
    if (other !== last) {
      if (links > 0) arcs.links.push(choicesOf(search, { node, other: last, links }));
      arcs.target.push(work.place[other]!);
      links = 0;
      last = other;
    }
    links++;
  }
  if (links > 0) arcs.links.push(choicesOf(search, { node, other: last, links }));
}

export interface TieCount {
  /** Paths of entities: exact up to 2^53, beyond it the nearest number. */
  readonly paths: number;
  /** Choices of links summed over the paths, exact. */
  readonly linkSequences: number | bigint;
}

/** Counts all paths without walking one: from the last layer back. O(arcs). */
export function countTies(ties: TieGraph): TieCount {
  const paths = sumBack(ties, { zero: 0, one: 1, add: (sum, next) => sum + next });
  const linkSequences = sumBack(ties, { zero: 0, one: 1, add: (sum, next, links) => sum + links * next });
  if (linkSequences <= Number.MAX_SAFE_INTEGER) return { paths, linkSequences };
  const exact = sumBack(ties, { zero: 0n, one: 1n, add: (sum, next, links) => sum + BigInt(links) * next });
  return { paths, linkSequences: exact };
}

interface Sum<T> {
  readonly zero: T;
  readonly one: T;
  readonly add: (sum: T, next: T, links: number) => T;
}

function sumBack<T>({ nodes, layerStart, hops, arcStart, arcTarget, arcLinks }: TieGraph, { zero, one, add }: Sum<T>): T {
  const sums: T[] = new Array(nodes.length).fill(one);
  for (let position = layerStart[hops]! - 1; position >= 0; position--) {
    let sum = zero;
    for (let arc = arcStart[position]!; arc < arcStart[position + 1]!; arc++)
      sum = add(sum, sums[arcTarget[arc]!]!, arcLinks[arc]!);
    sums[position] = sum;
  }
  return sums.slice(0, layerStart[1]).reduce((total, each) => add(total, each, 1), zero);
}

/**
 * The paths one by one, each as its nodes from start to end, in lexicographic order of node index: that is
 * of entity ids. Each next one costs at most O(hops).
 */
export function* tiePaths({ nodes, layerStart, hops, arcStart, arcTarget }: TieGraph): Generator<number[]> {
  const arc: number[] = [];
  for (let start = 0; start < layerStart[1]!; start++) {
    const positions = [start];
    arc[0] = arcStart[start]!;
    while (positions.length > 0) {
      const depth = positions.length - 1;
      const here = positions[depth]!;
      if (depth === hops) yield positions.map((position) => nodes[position]!);
      if (depth === hops || arc[depth]! === arcStart[here + 1]!) positions.pop();
      else {
        const next = arcTarget[arc[depth]!++]!;
        positions.push(next);
        arc[depth + 1] = arcStart[next]!;
      }
    }
  }
}
