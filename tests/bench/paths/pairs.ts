import { type Asked, type Kind, kinds } from "./engine.ts";
import type { BenchGraph } from "./graph/bench-graph.ts";
import { type Random, randomOf } from "./graph/random.ts";
import { type Rows, rowsOf } from "./limit/rows.ts";
import { SimplePathsUpToFour } from "./limit/simple-paths.ts";
import { SmallerSide } from "./limit/smaller-side.ts";

/** What is asked: of each kind as many pairs. */
export type Pairs = { readonly [K in Kind]: readonly Asked[] };

type Ends = readonly [from: number, to: number];

/** Pairs of hubs have millions of simple paths: nobody reads so many. */
const MOST_SIMPLE = 20_000;

/**
 * Draws pairs at random, the same from the same seed. `apart` has one end on an island and one on the mainland, in turn;
 * `simple` only ends that one to 20,000 paths of four hops join; `around` asks about the biggest hub again and again; all
 * others share their pairs, any two nodes of the mainland.
 */
export function drawPairs(graph: BenchGraph, count: number, seed: number): Pairs {
  const rows = rowsOf(graph);
  const random = randomOf(seed);
  const { islander, mainlander } = placesOf(rows, random);
  const simple = new SimplePathsUpToFour(rows);
  const isNear = ([from, to]: Ends): boolean => {
    const { paths } = simple.find(from, to);
    return paths > 0 && paths <= MOST_SIMPLE;
  };
  const hub = hubOf(rows);
  const joined = times(count, () => twoOf(mainlander));
  const special: { readonly [K in Kind]?: readonly Ends[] } = {
    apart: times(count, (at) => (at % 2 === 0 ? [islander(), mainlander()] : [mainlander(), islander()])),
    simple: times(count, () => drawUntil(() => twoOf(mainlander), isNear)),
    around: times(count, () => [hub, hub]),
  };
  const asked = (kind: Kind): readonly Asked[] => (special[kind] ?? joined).map(([from, to]) => ({ kind, from, to }));
  return Object.fromEntries(kinds.map((kind) => [kind, asked(kind)])) as unknown as Pairs;
}

function placesOf(rows: Rows, random: Random): { readonly islander: () => number; readonly mainlander: () => number } {
  const { partOf, sizes } = new SmallerSide(rows);
  const mainland = sizes.indexOf(Math.max(...sizes));
  const anyWhere = (wanted: (part: number) => boolean) => () =>
    drawUntil(
      () => random.below(rows.nodes),
      (node) => wanted(partOf[node]!),
    );
  return {
    islander: anyWhere((part) => part !== mainland && sizes[part]! > 1),
    mainlander: anyWhere((part) => part === mainland),
  };
}

function twoOf(draw: () => number): Ends {
  return drawUntil(
    (): Ends => [draw(), draw()],
    ([from, to]) => from !== to,
  );
}

function drawUntil<T>(draw: () => T, isGood: (drawn: T) => boolean): T {
  let drawn = draw();
  while (!isGood(drawn)) drawn = draw();
  return drawn;
}

function times<T>(count: number, draw: (at: number) => T): T[] {
  return Array.from({ length: count }, (_, at) => draw(at));
}

function hubOf({ nodes, start }: Rows): number {
  let hub = 0;
  const slots = (node: number): number => start[node + 1]! - start[node]!;
  for (let node = 1; node < nodes; node++) if (slots(node) > slots(hub)) hub = node;
  return hub;
}
