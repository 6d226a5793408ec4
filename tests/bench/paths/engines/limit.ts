import { AROUND_HOPS, type Asked, conditions, type Engine, filteredRelations, type Kind, type Reply } from "../engine.ts";
import { type BenchGraph, RELATIONS } from "../graph/bench-graph.ts";
import { Around } from "../limit/around.ts";
import { FirstPath } from "../limit/first-path.ts";
import { Lightest } from "../limit/lightest.ts";
import { passesConditions } from "../limit/passes-conditions.ts";
import { type Rows, rowsOf } from "../limit/rows.ts";
import { ShortestTies, type Walks } from "../limit/shortest-ties.ts";
import { SimplePathsUpToFour } from "../limit/simple-paths.ts";
import { SmallerSide } from "../limit/smaller-side.ts";

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
  const { relation, link } = rows;
  const filtered = marks(filteredRelations);
  const conditioned = marks(conditions.relations);
  const passes = passesConditions(graph);
  const first = new FirstPath(rows);
  const lightest = new Lightest(rows);
  const simple = new SimplePathsUpToFour(rows);
  const around = new Around(rows);
  const sides = new SmallerSide(rows);
  return new Map<Kind, Ask>([
    ["all-shortest", tiesBy(rows, null)],
    ["filtered", tiesBy(rows, (slot) => filtered[relation[slot]!] === 1)],
    ["conditions", tiesBy(rows, (slot) => conditioned[relation[slot]!] === 1 && passes(link[slot]!))],
    [
      "shortest",
      ({ from, to }) => {
        const hops = first.hops(from, to);
        return () => ({ hops });
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

function tiesBy(rows: Rows, walks: Walks): Ask {
  const search = new ShortestTies(rows, walks);
  return ({ from, to }) => {
    const found = search.count(from, to);
    return () => ({ ...found });
  };
}

function marks(relations: readonly number[]): Uint8Array {
  return Uint8Array.from({ length: RELATIONS }, (_, relation) => Number(relations.includes(relation)));
}
