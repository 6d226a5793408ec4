import { countSteps } from "../graph/count-steps.ts";
import { type ConnectGround, degreeOf, openNeighbours } from "./connect-ground.ts";
import { DisjointSets } from "./disjoint-sets.ts";

/** A few nodes and who of them is one link from whom. Nodes are known by their place; the named come first. */
export interface SmallWeb {
  readonly nodes: readonly number[];
  /** How many of them are named. */
  readonly named: number;
  /** Per node the places of those one link away. */
  readonly near: readonly (readonly number[])[];
}

/** Bisecting a hub's slots for one node costs about as much as looking at this many of them. */
const SLOTS_PER_BISECTION = 16;

export function smallWeb(ground: ConnectGround, others: readonly number[]): SmallWeb {
  const nodes = [...ground.named, ...others];
  const places = new Map(nodes.map((node, place) => [node, place]));
  const near = nodes.map((node) => {
    const slots = degreeOf(ground, node);
    if (slots > nodes.length * SLOTS_PER_BISECTION) return bisected(ground, nodes, node);
    ground.meter.spend(slots);
    return openNeighbours(ground, node).flatMap((other) => places.get(other) ?? []);
  });
  return { nodes, named: ground.named.length, near };
}

function bisected({ snapshot, filter, meter }: ConnectGround, nodes: readonly number[], node: number): number[] {
  meter.spend(nodes.length);
  return nodes.flatMap((other, place) =>
    other !== node && countSteps(snapshot, filter, { node, other, kinds: filter.either }) > 0 ? [place] : [],
  );
}

/**
 * Into how many parts the named fall, when those of the others that are not `gone` are there: two are in one part by a chain of at most
 * `maxHops`, and by way of others. Cells around the named, and the bridges between them (Mehlhorn 1988): O(links among the nodes).
 */
export function countParts({ nodes, named, near }: SmallWeb, gone: Uint8Array, maxHops: number): number {
  const cell = new Int32Array(nodes.length).fill(-1);
  const hops = new Int32Array(nodes.length);
  const queue = new Int32Array(nodes.length);
  for (let at = 0; at < named; at++) cell[at] = queue[at] = at;
  let tail = named;
  for (let head = 0; head < tail; head++)
    for (const other of near[queue[head]!]!) {
      if (cell[other] !== -1 || gone[other] === 1) continue;
      cell[other] = cell[queue[head]!]!;
      hops[other] = hops[queue[head]!]! + 1;
      queue[tail++] = other;
    }
  const sets = new DisjointSets(named);
  for (const place of queue.subarray(0, tail))
    for (const other of near[place]!)
      if (gone[other] === 0 && hops[place]! + 1 + hops[other]! <= maxHops) sets.unite(cell[place]!, cell[other]!);
  return sets.count;
}
