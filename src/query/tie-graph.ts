import { NumberList } from "../base/number-list.ts";
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
    const wanted = { was: stampOf(search, forward, layer), becomes: kept + layer, kinds: search.filter.arriving };
    layers[layer] = neighbours(search, layers[layer + 1]!, wanted);
  }
  for (let layer = forward.level + 1; layer <= hops; layer++) {
    const wanted = { was: stampOf(search, backward, hops - layer), becomes: kept + layer, kinds: search.filter.leaving };
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
  /** Stamp that the search left on the nodes looked for. */
  readonly was: number;
  readonly becomes: number;
  readonly kinds: number;
}

/** The nodes of the next layer: stamped `was`, one walkable step from one of `nodes`. */
function neighbours(
  { snapshot, filter, work, meter }: Search,
  nodes: readonly number[],
  { was, becomes, kinds }: Wanted,
): number[] {
  const { slotStart, slotNode, slotWay } = snapshot;
  const found: number[] = [];
  for (const node of nodes) {
    const end = slotStart[node + 1]!;
    if (!meter.spend(end - slotStart[node]!)) return found;
    for (let slot = slotStart[node]!; slot < end; slot++) {
      const other = slotNode[slot]!;
      if (work.mark[other] !== was || !filter.walks(kinds, slotWay[slot]!)) continue;
      work.mark[other] = becomes;
      found.push(other);
    }
  }
  return found.sort((a, b) => a - b);
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
      addArcs(search, arcs, { node, next: kept + at + 1 });
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

/** The arcs from `node` to nodes stamped `next`. Slots are in order of the other node: parallel links follow one another. */
function addArcs({ snapshot, filter, work, meter }: Search, arcs: Arcs, { node, next }: { node: number; next: number }): void {
  const { slotStart, slotNode, slotWay } = snapshot;
  const end = slotStart[node + 1]!;
  if (!meter.spend(end - slotStart[node]!)) return;
  let last = -1;
  let links = 0;
  for (let slot = slotStart[node]!; slot < end; slot++) {
    const other = slotNode[slot]!;
    if (work.mark[other] !== next || !filter.walks(filter.leaving, slotWay[slot]!)) continue;
    if (other !== last) {
      if (links > 0) arcs.links.push(links);
      arcs.target.push(work.place[other]!);
      links = 0;
      last = other;
    }
    links++;
  }
  if (links > 0) arcs.links.push(links);
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
