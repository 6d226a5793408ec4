import type { Goal } from "../report/goal.ts";
import type { Kind } from "./engine.ts";
import { figuresOf, type GraphResults, timesAsLong } from "./results.ts";

/** What Clew sets itself on a graph; the figures are meant for the large one. */
export function goalsOf(results: GraphResults): Goal[] {
  return [...limitGoals(results), ...peerGoals(results), ...clewGoals(results), ...memoryGoals(results)];
}

function limitGoals(results: GraphResults): Goal[] {
  const limited: readonly Kind[] = ["shortest", "all-shortest", "filtered", "conditions", "cheapest", "simple", "around"];
  const goal = (kind: Kind, wanted: number, text: string): Goal => ({
    text,
    figure: timesAsLong(results, kind, ["clew", "limit"]),
    unit: "times",
    bound: "at most",
    wanted,
  });
  return [
    ...limited.map((kind) => goal(kind, 2, `${kind}: time of the limit`)),
    goal("apart", 1, "apart: time of a search of the smaller side"),
  ];
}

/** How many times as fast as a peer. */
const fasterThan: readonly (readonly [kind: Kind, peer: string, wanted: number])[] = [
  ["shortest", "graphology", 3],
  ["shortest", "ladybug", 1000],
  ["filtered", "ngraph", 50],
  ["cheapest", "graphology", 20],
  ["cheapest", "ngraph", 6],
  ["all-shortest", "ladybug", 200],
  ["simple", "sqlite", 5],
  ["simple", "graphology", 1000],
  ["around", "graphology", 40],
];

function peerGoals(results: GraphResults): Goal[] {
  return fasterThan.map(([kind, peer, wanted]) => ({
    text: `${kind}: as fast as ${peer}`,
    figure: timesAsLong(results, kind, [peer, "clew"]),
    unit: "times",
    bound: "at least",
    wanted,
  }));
}

function clewGoals(results: GraphResults): Goal[] {
  const [bare, conditioned] = [figuresOf(results, "shortest", "clew"), figuresOf(results, "conditions", "clew")];
  const most = (text: string, figure: number | null | undefined, wanted: number): Goal => ({
    text,
    figure: figure ?? null,
    unit: "ms",
    bound: "at most",
    wanted,
  });
  const figures = results.engines.find(({ name }) => name === "clew")?.built.figures;
  return [
    most("k-shortest, five by weight: p50", figuresOf(results, "k-shortest", "clew")?.p50, 100),
    { ...most("conditions: time of shortest without", bare && conditioned && conditioned.p50 / bare.p50, 2.5), unit: "times" },
    most("built from links in memory", figures?.layMs, 4000),
    most("saved and opened", figures?.openMs, 300),
    most("stopped past its budget", figures?.overBudgetMs, 50),
  ];
}

function memoryGoals({ engines, links }: GraphResults): Goal[] {
  const built = (name: string) => engines.find((engine) => engine.name === name)?.built;
  const [clew, graphology] = [built("clew"), built("graphology")];
  return [
    {
      text: "snapshot, per link with its claims",
      figure: clew === undefined ? null : clew.bytes! / links,
      unit: "bytes",
      bound: "at most",
      wanted: 60,
    },
    {
      text: "snapshot with its claims: as small as graphology without",
      figure: clew === undefined || graphology === undefined ? null : graphology.heapBytes / clew.bytes!,
      unit: "times",
      bound: "at least",
      wanted: 6,
    },
  ];
}
