import type { BenchGraph } from "./graph/bench-graph.ts";

/**
 * What is asked of every engine that can answer it. Links are walked whichever way they point.
 *
 * - `shortest`: one path of the fewest hops; Clew, which has no such question, counts all. `all-shortest`: all of them, counted.
 * - `filtered`: paths of the fewest hops over links of `filteredRelations`, counted by those who can.
 * - `conditions`: likewise under conditions on relation, standing and source (`conditions`).
 * - `cheapest`: the least sum of weights. `k-shortest`: the five lightest paths.
 * - `simple`: every path of at most four hops.
 * - `around`: the entities within two hops of `from`, and the links between them.
 * - `apart`: a shortest path where there is none.
 */
export const kinds = [
  "shortest",
  "all-shortest",
  "filtered",
  "conditions",
  "apart",
  "around",
  "simple",
  "cheapest",
  "k-shortest",
] as const;
export type Kind = (typeof kinds)[number];

export interface Asked {
  readonly kind: Kind;
  readonly from: number;
  /** For `around`, the same as `from`. */
  readonly to: number;
}

/** Relations that `filtered` walks: near half of the links. */
export const filteredRelations: readonly number[] = [0, 3, 5];

/** What `conditions` asks: of what source 0 does not say, links of these relations that nobody denies. */
export const conditions = { relations: [0, 1, 2, 4, 6], notSource: 0 } as const;

export const SIMPLE_HOPS = 4;
export const AROUND_HOPS = 2;
export const K = 5;
export const MAX_HOPS = 30;

/**
 * What an answer comes to. Engines give what they can, and those who give the same measure must agree.
 *
 * `hops`: of a shortest path, -1 when there is none. `paths`: how many paths of entities; `sequences`: how many
 * sequences of links, where parallel links are a choice. `weight`: of the lightest path, -1 when there is none. `entities`,
 * `links`: how many were found.
 */
export const measures = ["hops", "paths", "sequences", "weight", "entities", "links"] as const;
export type Measure = (typeof measures)[number];
export type Measures = { readonly [M in Measure]?: number };

/** Works out what the answer comes to, after the clock was stopped. */
export type Reply = () => Measures;

/** An engine with a graph in it. */
export interface Engine {
  readonly version: string;
  readonly kinds: readonly Kind[];
  /** Bytes of the typed arrays that hold the graph; null where an engine holds it otherwise. */
  readonly bytes: number | null;
  /** What else can be measured of it, by name. */
  readonly figures?: () => Readonly<Record<string, number>>;
  ask(asked: Asked): Reply | Promise<Reply>;
  close(): void | Promise<void>;
}

/** How an engine is asked to give up after so long. */
export interface Limits {
  readonly deadlineMs: number;
  /** A folder of its own for files. */
  readonly folder: string;
}

export type BuildEngine = (graph: BenchGraph, limits: Limits) => Engine | Promise<Engine>;

/** What an engine throws when it gave up at the deadline. */
export class TimedOut extends Error {}
