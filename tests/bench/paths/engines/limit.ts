import { AROUND_HOPS, type Asked, conditions, type Engine, filteredRelations, type Kind, type Reply } from "../engine.ts";
import { type BenchGraph, RELATIONS } from "../graph/bench-graph.ts";
import { Around } from "../limit/around.ts";
import { growOverAll, growOverJudged, growOverRelations } from "../limit/grow.ts";
import { Lightest } from "../limit/lightest.ts";
import { passesConditions } from "../limit/passes-conditions.ts";
import { type Rows, rowsOf } from "../limit/rows.ts";
import { ShortestTies } from "../limit/shortest-ties.ts";
import { SimplePathsUpToFour } from "../limit/simple-paths.ts";
import { SmallerSide } from "../limit/smaller-side.ts";
import { fewestHops, type Grow, twoSidesOf } from "../limit/two-sides.ts";

/**
 * What a search on typed arrays can do at best: written for each question by itself, with no conditions and no claims
 * (but those of `conditions`, which are written into the code), and no verdict on what it found.
 */
export function buildLimit(graph: BenchGraph): Engine {
  const rows = rowsOf(graph);
  const asks = asksOf(rows, graph);
  const { start, node, link, relation, weight } = rows;
  return {
    version: "",
    kinds: [...asks.keys()],
    bytes: [start, node, link, relation, weight].reduce((sum, { byteLength }) => sum + byteLength, 0),
    ask: (asked) => asks.get(asked.kind)!(asked),
    close: () => undefined,
  };
}

type Ask = (asked: Asked) => Reply;

function asksOf(rows: Rows, graph: BenchGraph): ReadonlyMap<Kind, Ask> {
  const ties = new ShortestTies(rows);
  const lightest = new Lightest(rows);
  const simple = new SimplePathsUpToFour(rows);
  const around = new Around(rows);
  const sides = new SmallerSide(rows);
  const judged = [marks(conditions.relations), passesConditions(graph)] as const;
  return new Map<Kind, Ask>([
    ["shortest", hopsBy(rows, (search) => growOverAll(search))],
    ["filtered", hopsBy(rows, (search) => growOverRelations(search, marks(filteredRelations)))],
    ["conditions", hopsBy(rows, (search) => growOverJudged(search, ...judged))],
    [
      "all-shortest",
      ({ from, to }) => {
        const found = ties.count(from, to);
        return () => ({ ...found });
      },
    ],
    [
      "cheapest",
      ({ from, to }) => {
        const weight = lightest.weight(from, to);
        return () => ({ weight });
      },
    ],
    [
      "simple",
      ({ from, to }) => {
        const { paths } = simple.find(from, to);
        return () => ({ paths });
      },
    ],
    [
      "around",
      ({ from }) => {
        const { nodes, links } = around.find(from, AROUND_HOPS);
        return () => ({ entities: nodes.length, links: links.length });
      },
    ],
    [
      "apart",
      ({ from, to }) => {
        const joined = sides.joined(from, to);
        return () => (joined ? {} : { hops: -1 });
      },
    ],
  ]);
}

function hopsBy(rows: Rows, growOf: (search: ReturnType<typeof twoSidesOf>) => Grow): Ask {
  const search = twoSidesOf(rows);
  const grow = growOf(search);
  return ({ from, to }) => {
    const hops = fewestHops(search, [from, to], grow);
    return () => ({ hops });
  };
}

function marks(relations: readonly number[]): Uint8Array {
  return Uint8Array.from({ length: RELATIONS }, (_, relation) => Number(relations.includes(relation)));
}
