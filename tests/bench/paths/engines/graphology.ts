import { AROUND_HOPS, type Asked, type Engine, type Kind, type Limits, type Reply, SIMPLE_HOPS } from "../engine.ts";
import type { BenchGraph } from "../graph/bench-graph.ts";
import { peerVersion, requirePeer } from "./peer-module.ts";
import { withinDeadline } from "./within-deadline.ts";

interface Attributes {
  readonly relation: number;
  readonly weight: number;
}

interface Graph {
  addNode(node: string): void;
  addUndirectedEdge(from: string, to: string, attributes: Attributes): void;
  forEachNeighbor(node: string, visit: (neighbor: string) => void): void;
  forEachEdge(node: string, visit: (edge: string, attributes: unknown, from: string, to: string) => void): void;
  edges(one: string, other: string): string[];
  getEdgeAttribute(edge: string, name: "weight"): number;
}

interface Module {
  readonly MultiUndirectedGraph: new () => Graph;
}

interface ShortestPath {
  readonly bidirectional: (graph: Graph, from: string, to: string) => string[] | null;
  readonly dijkstra: { bidirectional(graph: Graph, from: string, to: string, weight: string): string[] | null };
}

interface SimplePath {
  allSimplePaths(graph: Graph, from: string, to: string, options: { readonly maxDepth: number }): string[][];
}

/** graphology, an undirected multigraph, with its libraries of shortest and of simple paths. */
export function buildGraphology(bench: BenchGraph, { deadlineMs }: Limits): Engine {
  const { MultiUndirectedGraph } = requirePeer<Module>("graphology");
  const graph = new MultiUndirectedGraph();
  for (let node = 0; node < bench.nodes; node++) graph.addNode(`${node}`);
  for (let link = 0; link < bench.links; link++)
    graph.addUndirectedEdge(`${bench.linkFrom[link]}`, `${bench.linkTo[link]}`, {
      relation: bench.linkRelation[link]!,
      weight: bench.linkWeight[link]!,
    });
  const asks = asksOf(graph);
  return {
    version: peerVersion("graphology"),
    kinds: [...asks.keys()],
    bytes: null,
    ask: (asked) => withinDeadline(() => asks.get(asked.kind)!(asked), deadlineMs),
    close: () => undefined,
  };
}

function asksOf(graph: Graph): ReadonlyMap<Kind, (asked: Asked) => Reply> {
  const { bidirectional, dijkstra } = requirePeer<ShortestPath>("graphology-shortest-path");
  const { allSimplePaths } = requirePeer<SimplePath>("graphology-simple-path");
  const hops = ({ from, to }: Asked): Reply => {
    const path = bidirectional(graph, `${from}`, `${to}`);
    return () => ({ hops: path === null ? -1 : path.length - 1 });
  };
  return new Map<Kind, (asked: Asked) => Reply>([
    ["shortest", hops],
    ["apart", hops],
    [
      "cheapest",
      ({ from, to }) => {
        const path = dijkstra.bidirectional(graph, `${from}`, `${to}`, "weight");
        return () => ({ weight: path === null ? -1 : weightOf(graph, path) });
      },
    ],
    [
      "simple",
      ({ from, to }) => {
        const { length } = allSimplePaths(graph, `${from}`, `${to}`, { maxDepth: SIMPLE_HOPS });
        return () => ({ paths: length });
      },
    ],
    [
      "around",
      ({ from }) => {
        const { entities, links } = around(graph, `${from}`);
        return () => ({ entities: entities.size, links: links.length });
      },
    ],
  ]);
}

function weightOf(graph: Graph, path: readonly string[]): number {
  let sum = 0;
  for (const [at, node] of path.slice(1).entries())
    sum += Math.min(...graph.edges(path[at]!, node).map((edge) => graph.getEdgeAttribute(edge, "weight")));
  return sum;
}

function around(graph: Graph, center: string): { readonly entities: Set<string>; readonly links: string[] } {
  const entities = new Set([center]);
  let level = [center];
  for (let hop = 0; hop < AROUND_HOPS; hop++) {
    const next: string[] = [];
    const reach = (other: string): void => {
      if (entities.has(other)) return;
      entities.add(other);
      next.push(other);
    };
    for (const node of level) graph.forEachNeighbor(node, reach);
    level = next;
  }
  const links: string[] = [];
  for (const node of entities)
    graph.forEachEdge(node, (edge, _, from, to) => {
      // Both ends have the edge: the one that it is written from keeps it.
      if (from === node && entities.has(to)) links.push(edge);
    });
  return { entities, links };
}
