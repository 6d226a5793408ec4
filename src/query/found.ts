import type { ClaimId, EntityId, EntityTypeId, RelationId, SourceId } from "../base/ids.ts";
import type { Credibility } from "../claims/claim.ts";
import type { Family } from "../claims/ontology.ts";
import type { Reliability } from "../claims/source.ts";
import type { Standing } from "../claims/standing.ts";
import type { Stop } from "./answer.ts";
import type { PathQuestion } from "./question.ts";

/** An answer in indices of the snapshot: plain data that moves between threads; `dressPaths` gives it names. */
export interface FoundPaths {
  readonly complete: boolean;
  readonly stop: Stop;
  /** Paths of entities: exact up to 2^53, beyond it the nearest number. */
  readonly count: number;
  /** Exact: a decimal text past 2^53. */
  readonly linkSequences: number | string;
  readonly visited: { readonly entities: number; readonly links: number };
  readonly elapsedMs: number;
  /** Null when no bound on the degree was asked for. */
  readonly skipped: FoundHubs | null;
  readonly paths: readonly FoundPath[];
  readonly why: FoundWhy | null;
}

/** Hubs that a search reached and did not pass (R26). */
export interface FoundHubs {
  readonly count: number;
  /** The first twenty nodes, in ascending order. */
  readonly nodes: readonly number[];
}

export interface FoundPath {
  readonly nodes: readonly number[];
  /** Per hop every link that qualifies, strongest first, then by index. */
  readonly steps: readonly (readonly FoundLink[])[];
  /** Null when the question does not weigh. */
  readonly weight: number | null;
  /** In days since 1970; null when time does not matter or nothing dates it. */
  readonly arrival: number | null;
  /** The one source on whose claims it stands; null when that is not asked. */
  readonly source: number | null;
}

export interface FoundLink {
  readonly link: number;
  /** True when the path walks it from subject to object. */
  readonly along: boolean;
  /** Of the claims that the question leaves. */
  readonly standing: Standing;
  /**
   * Independent origins of what the standing rests on: of those that assert in their own voice, or where
   * there are none, of those that allege or report. Denials never count.
   */
  readonly origins: number;
  /** Claims that the question leaves. */
  readonly claims: readonly number[];
}

/** Why there is no path. */
export interface FoundWhy {
  readonly cut: Cut;
  /** Each was asked and gave a path. */
  readonly loosen: readonly FoundLoosening[];
}

/**
 * `constraints`: each loosening alone gives a path. `together`: only several constraints loosened at once
 * do. `apart`: with every constraint dropped there is still none. `unknown`: time ran out first.
 */
export type Cut = "constraints" | "together" | "apart" | "unknown";

export interface FoundLoosening {
  /** One, or several when no single one is enough. */
  readonly changes: readonly Change[];
  readonly question: PathQuestion;
  readonly hops: number;
}

/** One constraint, loosened. Where a list of what is added is empty, or a bound null, the constraint is dropped. */
export type Change =
  | { readonly kind: "standing"; readonly standing: Standing }
  | { readonly kind: "include-denied" }
  | { readonly kind: "origins"; readonly origins: number | null }
  | { readonly kind: "max-hops"; readonly hops: number }
  | { readonly kind: "direction" }
  | { readonly kind: "relations"; readonly added: readonly RelationId[] }
  | { readonly kind: "not-relation"; readonly relation: RelationId }
  | { readonly kind: "not-family"; readonly family: Family }
  | { readonly kind: "sources"; readonly added: readonly SourceId[] }
  | { readonly kind: "source"; readonly source: SourceId }
  | { readonly kind: "speakers" }
  | { readonly kind: "not-speaker"; readonly entity: EntityId }
  | { readonly kind: "reliability"; readonly reliability: Reliability | null }
  | { readonly kind: "credibility"; readonly credibility: Credibility | null }
  | { readonly kind: "quoted" }
  | { readonly kind: "no-echoes" }
  | { readonly kind: "certain" }
  | { readonly kind: "undated" }
  | { readonly kind: "claim"; readonly claim: ClaimId }
  | { readonly kind: "said" }
  | { readonly kind: "at" }
  | { readonly kind: "during" }
  | { readonly kind: "types"; readonly added: readonly EntityTypeId[] }
  | { readonly kind: "not-type"; readonly type: EntityTypeId }
  | { readonly kind: "max-degree"; readonly degree: number | null }
  | { readonly kind: "avoid"; readonly entity: EntityId }
  | { readonly kind: "via"; readonly entity: EntityId }
  | { readonly kind: "via-order" }
  | { readonly kind: "time-order" }
  | { readonly kind: "sources-along" }
  | { readonly kind: "max-gap"; readonly days: number | null };
