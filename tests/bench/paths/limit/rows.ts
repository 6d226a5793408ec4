import type { BenchGraph } from "../graph/bench-graph.ts";

/**
 * A graph as compressed sparse rows: the neighbours of node `n` are the slots `start[n]` … `start[n + 1]` in order of
 * (other node, link), with what a search asks of a link beside them.
 */
export interface Rows {
  readonly nodes: number;
  readonly start: Uint32Array;
  readonly node: Uint32Array;
  readonly link: Uint32Array;
  readonly relation: Uint8Array;
  readonly weight: Float32Array;
}

/** Two counting sorts: first by end, then each node hands its slots to their other ends. */
export function rowsOf({ nodes, links, linkFrom, linkTo, linkRelation, linkWeight }: BenchGraph): Rows {
  const start = new Uint32Array(nodes + 1);
  for (let link = 0; link < links; link++) {
    start[linkFrom[link]! + 1]!++;
    start[linkTo[link]! + 1]!++;
  }
  for (let at = 0; at < nodes; at++) start[at + 1]! += start[at]!;
  const byEnd = new Uint32Array(2 * links);
  let next = start.slice(0, nodes);
  for (let link = 0; link < links; link++) {
    byEnd[next[linkFrom[link]!]!++] = link;
    byEnd[next[linkTo[link]!]!++] = link;
  }
  next = start.slice(0, nodes);
  const node = new Uint32Array(2 * links);
  const linkOf = new Uint32Array(2 * links);
  for (let other = 0; other < nodes; other++)
    for (let at = start[other]!; at < start[other + 1]!; at++) {
      const link = byEnd[at]!;
      const slot = next[linkFrom[link]! + linkTo[link]! - other]!++;
      node[slot] = other;
      linkOf[slot] = link;
    }
  const relation = new Uint8Array(2 * links);
  const weight = new Float32Array(2 * links);
  for (let slot = 0; slot < 2 * links; slot++) {
    relation[slot] = linkRelation[linkOf[slot]!]!;
    weight[slot] = linkWeight[linkOf[slot]!]!;
  }
  return { nodes, start, node, link: linkOf, relation, weight };
}
