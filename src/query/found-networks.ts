import type { Standing } from "../claims/standing.ts";
import type { Stop } from "./answer.ts";
import type { FoundHubs, FoundLink } from "./found.ts";

/** What every answer in indices says of the search. */
interface Ended {
  readonly complete: boolean;
  readonly stop: Stop;
  readonly visited: { readonly entities: number; readonly links: number };
  readonly elapsedMs: number;
}

/** A neighbourhood may be most of a case: columns, and a link's claims only when it is dressed. */
export interface FoundAround extends Ended {
  /** Null when no bound on the degree was asked for. */
  readonly skipped: FoundHubs | null;
  readonly perHop: readonly number[];
  /** By hops, then by index; the centre first. */
  readonly nodes: Uint32Array;
  /** By index. */
  readonly links: Uint32Array;
}

export interface FoundConnect extends Ended {
  readonly skipped: FoundHubs | null;
  /** Whether fewer added are known not to do. */
  readonly fewest: boolean;
  /** Beside those named, in ascending order. */
  readonly added: readonly number[];
  /** The named, part by part. */
  readonly fragments: readonly (readonly number[])[];
  readonly standing: Standing | null;
  /** All of the network, in ascending order. */
  readonly nodes: readonly number[];
  /** By index. `along` is true throughout. */
  readonly links: readonly FoundLink[];
}

export interface FoundCommon extends Ended {
  readonly skipped: FoundHubs | null;
  readonly count: number;
  /** Most reached first, then by index. */
  readonly common: readonly FoundCommonNode[];
}

export interface FoundCommonNode {
  readonly node: number;
  /** In the question's order, the named that are one step away. */
  readonly ties: readonly { readonly node: number; readonly links: readonly FoundLink[] }[];
}

/** What cuts the two sides from one another, each alone. */
export interface FoundBearing extends Ended {
  readonly linked: boolean;
  /** Indices of sources, in ascending order. */
  readonly sources: readonly number[];
  /** By id. */
  readonly claims: readonly { readonly claim: number; readonly link: FoundLink }[];
  /** By index. `along` is true throughout. */
  readonly links: readonly FoundLink[];
  /** In ascending order. */
  readonly nodes: readonly number[];
}

export interface FoundPattern extends Ended {
  readonly count: number;
  readonly matches: readonly FoundMatch[];
}

export interface FoundMatch {
  /** One per node of the pattern. */
  readonly nodes: readonly number[];
  /** One per edge of the pattern: the links that fill it, strongest first, then by index. */
  readonly steps: readonly (readonly FoundLink[])[];
}
