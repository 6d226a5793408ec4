import { type Asked, type Engine, filteredRelations, type Kind, type Limits, type Reply } from "../engine.ts";
import { type BenchGraph, RELATIONS } from "../graph/bench-graph.ts";
import { peerVersion, requirePeer } from "./peer-module.ts";
import { withinDeadline } from "./within-deadline.ts";

interface LinkData {
  readonly relation: number;
  readonly weight: number;
}

interface Link {
  readonly fromId: number;
  readonly toId: number;
  readonly data: LinkData;
}

interface Node {
  readonly id: number;
  readonly links: ReadonlySet<Link> | null;
}

interface Graph {
  addNode(id: number): Node;
  addLink(from: number, to: number, data: LinkData): Link;
  getNode(id: number): Node | undefined;
}

interface Options {
  readonly distance?: (one: Node, other: Node, link: Link) => number;
  readonly blocked?: (one: Node, other: Node, link: Link) => boolean;
}

interface Finder {
  /** From `to` back to `from`; empty when there is no path. */
  find(from: number, to: number): readonly Node[];
}

type CreateGraph = (options: { readonly multigraph: boolean }) => Graph;

interface PathModule {
  nba(graph: Graph, options: Options): Finder;
}

/** ngraph.graph with the search of ngraph.path that is fastest without coordinates: nba, from both ends. */
export function buildNgraph(bench: BenchGraph, { deadlineMs }: Limits): Engine {
  const createGraph = requirePeer<CreateGraph>("ngraph.graph");
  const graph = createGraph({ multigraph: true });
  for (let node = 0; node < bench.nodes; node++) graph.addNode(node);
  for (let link = 0; link < bench.links; link++)
    graph.addLink(bench.linkFrom[link]!, bench.linkTo[link]!, {
      relation: bench.linkRelation[link]!,
      weight: bench.linkWeight[link]!,
    });
  const asks = asksOf(graph);
  return {
    version: peerVersion("ngraph.path"),
    kinds: [...asks.keys()],
    bytes: null,
    ask: (asked) => withinDeadline(() => asks.get(asked.kind)!(asked), deadlineMs),
    close: () => undefined,
  };
}

function asksOf(graph: Graph): ReadonlyMap<Kind, (asked: Asked) => Reply> {
  const { nba } = requirePeer<PathModule>("ngraph.path");
  const walked = Uint8Array.from({ length: RELATIONS }, (_, relation) => Number(filteredRelations.includes(relation)));
  const plain = nba(graph, {});
  const filtered = nba(graph, { blocked: (_one, _other, { data }) => walked[data.relation] === 0 });
  const weighed = nba(graph, { distance: (_one, _other, { data }) => data.weight });
  const hopsBy =
    (finder: Finder) =>
    ({ from, to }: Asked): Reply => {
      const { length } = finder.find(from, to);
      return () => ({ hops: length - 1 });
    };
  return new Map<Kind, (asked: Asked) => Reply>([
    ["shortest", hopsBy(plain)],
    ["filtered", hopsBy(filtered)],
    ["apart", hopsBy(plain)],
    [
      "cheapest",
      ({ from, to }) => {
        const path = weighed.find(from, to);
        return () => ({ weight: weightOf(path) });
      },
    ],
  ]);
}

function weightOf(path: readonly Node[]): number {
  if (path.length === 0) return -1;
  let sum = 0;
  for (const [at, node] of path.slice(1).entries()) sum += lightestBetween(path[at]!, node);
  return sum;
}

function lightestBetween(one: Node, other: Node): number {
  let least = Number.POSITIVE_INFINITY;
  for (const { fromId, toId, data } of one.links ?? [])
    if (fromId === other.id || toId === other.id) least = Math.min(least, data.weight);
  return least;
}
