import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { entityId } from "../../../../src/base/ids.ts";
import type { NamedSnapshot } from "../../../../src/graph/build-snapshot.ts";
import { laySnapshot } from "../../../../src/graph/lay-snapshot.ts";
import { idAt } from "../../../../src/graph/packed-ids.ts";
import type { Snapshot } from "../../../../src/graph/snapshot.ts";
import { openSnapshot } from "../../../../src/graph/snapshot-buffer.ts";
import type { FoundPath, FoundPaths } from "../../../../src/query/found.ts";
import { aroundDefaults, type PathQuestion, pathDefaults } from "../../../../src/query/question.ts";
import { run } from "../../../../src/query/run.ts";
import {
  AROUND_HOPS,
  type Asked,
  conditions,
  type Engine,
  filteredRelations,
  K,
  type Kind,
  type Limits,
  type Measures,
  type Reply,
  SIMPLE_HOPS,
} from "../engine.ts";
import type { BenchGraph } from "../graph/bench-graph.ts";
import { stopwatch } from "../stopwatch.ts";
import { clewColumns } from "./clew-columns.ts";
import { idOf } from "./id-of.ts";

type Loose<Q> = { readonly [N in keyof Q]?: Q[N] extends readonly string[] ? readonly string[] : Q[N] };
type PathAsked = Exclude<Kind, "around">;

/** More than any question here has for an answer, and longer than any may take. */
const ALL = 100_000_000;
const NEVER_MS = 3_600_000;

/** No question here names a claim, and no answer is dressed. */
const claimIds = { ofLink: () => [], placeOf: () => null };

const clocked = { clock: () => performance.now() };

const relations = (chosen: readonly number[]) => chosen.map((relation) => idOf("r", relation));

/** What each kind asks beside its ends. */
const pathQuestions: ReadonlyMap<PathAsked, Loose<PathQuestion>> = new Map<PathAsked, Loose<PathQuestion>>([
  ["shortest", { limit: 1 }],
  ["all-shortest", {}],
  ["filtered", { limit: 1, relations: relations(filteredRelations) }],
  [
    "conditions",
    {
      limit: 1,
      relations: relations(conditions.relations),
      standing: "alleged",
      notSources: [idOf("s", conditions.notSource)],
    },
  ],
  ["simple", { kind: "simple", maxHops: SIMPLE_HOPS, limit: ALL }],
  ["cheapest", { kind: "cheapest" }],
  ["k-shortest", { kind: "k-shortest", k: K, by: "weight" }],
  ["apart", {}],
]);

/** Clew, asked through its one door. */
export function buildClew(graph: BenchGraph, { folder }: Pick<Limits, "folder">): Engine {
  const { names, ...columns } = clewColumns(graph);
  const watch = stopwatch();
  const laid = laySnapshot({ names, ...columns });
  const layMs = watch();
  const { snapshot, openMs } = savedAndOpened(laid, folder);
  const named: NamedSnapshot = { snapshot, names, claimIds };
  return {
    version: "",
    kinds: [...pathQuestions.keys(), "around"],
    bytes: snapshot.buffer.byteLength,
    figures: () => ({ layMs, openMs, ...overBudget(named) }),
    ask: ({ kind, from, to }) => (kind === "around" ? askAround(named, from) : askPath(named, { kind, from, to })),
    close: () => undefined,
  };
}

/** The snapshot saved as a file and opened again: one read, no copy. */
function savedAndOpened(laid: Snapshot, folder: string): { readonly snapshot: Snapshot; readonly openMs: number } {
  const file = join(folder, "snapshot");
  writeFileSync(file, new Uint8Array(laid.buffer));
  const watch = stopwatch();
  const bytes = readFileSync(file);
  const snapshot = openSnapshot(bytes.buffer);
  return { snapshot, openMs: watch() };
}

function askPath(graph: NamedSnapshot, { kind, from, to }: Asked & { readonly kind: PathAsked }): Reply {
  const { entities } = graph.names;
  const ends = { from: [idAt(entities, from)], to: [idAt(entities, to)] };
  const question = { ...pathDefaults, budgetMs: NEVER_MS, ...ends, ...pathQuestions.get(kind) } as PathQuestion;
  const found = run(question, graph, clocked);
  return () => {
    if (found.stop === "budget") throw new Error("clew: wanted a whole answer, got one that the budget stopped");
    return measured(kind, found);
  };
}

function measured(kind: PathAsked, { count, linkSequences, paths }: FoundPaths): Measures {
  const first = paths[0];
  switch (kind) {
    case "all-shortest":
    case "filtered":
    case "conditions":
      return { hops: hopsOf(first), paths: count, sequences: Number(linkSequences) };
    case "simple":
      return { paths: count, sequences: Number(linkSequences) };
    case "cheapest":
    case "k-shortest":
      return { weight: first?.weight ?? -1 };
    default:
      return { hops: hopsOf(first) };
  }
}

function hopsOf(path: FoundPath | undefined): number {
  return (path?.nodes.length ?? 0) - 1;
}

function askAround(graph: NamedSnapshot, center: number): Reply {
  const asked = { center: entityId(idAt(graph.names.entities, center)), hops: AROUND_HOPS, limit: ALL, budgetMs: NEVER_MS };
  const { nodes, links } = run({ ...aroundDefaults, ...asked }, graph, clocked);
  return () => ({ entities: nodes.length, links: links.length });
}

/** Milliseconds for the paths of at most twelve hops between a hub and a neighbour of it: there are millions. */
const BUDGET_MS = 200;
const BUDGET_HOPS = 12;

/** By how much an answer that its budget stops is late, and whether it says so. */
function overBudget(graph: NamedSnapshot): { readonly overBudgetMs: number; readonly pathsInBudget: number } {
  const { slotStart, slotEnd, slotNode, nodes } = graph.snapshot;
  const degree = (node: number): number => slotEnd[node]! - slotStart[node]!;
  const hub = Array.from({ length: nodes }, (_, node) => node).reduce((most, node) =>
    degree(node) > degree(most) ? node : most,
  );
  const { entities } = graph.names;
  const ends = { from: [idAt(entities, hub)], to: [idAt(entities, slotNode[slotStart[hub]!]!)] };
  const asked: Loose<PathQuestion> = { kind: "simple", maxHops: BUDGET_HOPS, limit: ALL, budgetMs: BUDGET_MS, ...ends };
  const started = performance.now();
  const { stop, complete, count } = run({ ...pathDefaults, ...asked } as PathQuestion, graph, clocked);
  const overBudgetMs = performance.now() - started - BUDGET_MS;
  if (stop !== "budget" || complete) throw new Error(`clew: wanted an answer that the budget stops, got stop ${stop}`);
  return { overBudgetMs, pathsInBudget: count };
}
