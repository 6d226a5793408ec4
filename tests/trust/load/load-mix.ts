import type { Targets } from "../../bench/scale/data/targets.ts";

/** What a client may do next, and how often of a hundred times: ninety read, ten write. */
export const loadMix = [
  ["search", 30],
  ["entity", 20],
  ["link", 10],
  ["path", 20],
  ["around", 10],
  ["record claim", 6],
  ["withdraw claim", 2],
  ["save chart", 2],
] as const;

export type LoadKind = (typeof loadMix)[number][0];

/** What the process of the clients is told. */
export interface LoadPlan {
  readonly origin: string;
  readonly token: string;
  readonly clients: number;
  readonly seconds: number;
  readonly seed: number;
  /** Begins the ids of what is written. */
  readonly prefix: string;
  readonly targets: Targets;
}

/** A claim whose recording was acknowledged. */
export interface RecordedClaim {
  readonly id: string;
  readonly subject: string;
  readonly object: string;
}

export interface KindFigures {
  readonly kind: LoadKind | "all";
  readonly asked: number;
  readonly errors: number;
  readonly p50: number;
  readonly p99: number;
  readonly longest: number;
}

/** What it says back. */
export interface LoadReport {
  readonly seconds: number;
  readonly kinds: readonly KindFigures[];
  /** The first few errors: status and what was said. */
  readonly errors: readonly string[];
  readonly recorded: readonly RecordedClaim[];
  /** Ids of claims whose withdrawal was acknowledged. */
  readonly withdrawn: readonly string[];
  /** Last acknowledged name of each chart, by id. */
  readonly charts: readonly (readonly [id: string, name: string])[];
}
