import type { BenchGraph, GraphSize, Shape } from "./bench-graph.ts";
import { joinClustered } from "./clustered.ts";
import { LinkMaker } from "./link-maker.ts";
import { magnitude, type Random, randomOf } from "./random.ts";
import { randomClaims } from "./random-claims.ts";
import { joinScaleFree } from "./scale-free.ts";

const joins: { readonly [S in Shape]: (maker: LinkMaker, nodes: number, random: Random) => void } = {
  "scale-free": joinScaleFree,
  clustered: joinClustered,
};

/** A part of the nodes lies apart from the rest, in islands: for pairs that no path joins. */
const ISLAND_SHARE = 0.02;
const LARGEST_ISLAND_SHARE = 0.005;

/**
 * A random graph of so many nodes and links; the same seed gives the same graph on every machine. The nodes are numbered
 * without regard to their place in it, so that neighbours do not lie side by side in memory.
 */
export function randomGraph(shape: Shape, { nodes, links }: Omit<GraphSize, "name">, seed: number): BenchGraph {
  const random = randomOf(seed);
  const maker = new LinkMaker(links, random);
  const mainland = joinIslands(maker, nodes, random);
  joins[shape](maker, mainland, random);
  const number = shuffled(nodes, random);
  const linkFrom = maker.from.map((node) => number[node]!);
  const linkTo = maker.to.map((node) => number[node]!);
  const claims = randomClaims({ nodes, links }, random);
  return { shape, nodes, links, linkFrom, linkTo, linkRelation: maker.relation, ...claims };
}

/** Joins the last nodes into islands, each a random tree with some more links, and returns how many nodes come before them. */
function joinIslands(maker: LinkMaker, nodes: number, random: Random): number {
  const mainland = Math.floor(nodes * (1 - ISLAND_SHARE));
  let start = mainland;
  while (start < nodes) {
    const size = Math.min(nodes - start, magnitude(random, 2, Math.max(4, nodes * LARGEST_ISLAND_SHARE)));
    for (let at = 1; at < size; at++) {
      maker.join(start + at, start + random.below(at));
      maker.join(start + at, start + random.below(at));
    }
    start += size;
  }
  return mainland;
}

function shuffled(count: number, random: Random): Uint32Array {
  const order = Uint32Array.from({ length: count }, (_, at) => at);
  for (let at = count - 1; at > 0; at--) {
    const other = random.below(at + 1);
    const kept = order[at]!;
    order[at] = order[other]!;
    order[other] = kept;
  }
  return order;
}
