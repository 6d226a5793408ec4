import type { ClaimId, EntityId, EntityTypeId, LinkId, RelationId, SourceId } from "../base/ids.ts";
import type { Stance } from "../claims/claim.ts";
import type { Standing } from "../claims/standing.ts";
import type { PathQuestion } from "./question.ts";

/**
 * Why a search ended. `exhausted`: everything that answers was found. `max-hops`: nothing within the
 * bound, but more hops might. `limit`: as many paths as asked for, and there are more. `budget`: out
 * of time. `cancelled`: stopped by the asker.
 */
export type Stop = "exhausted" | "max-hops" | "limit" | "budget" | "cancelled";

/** The JSON of `clew path --json`, of the HTTP answer and of the library call. */
export interface PathAnswer {
  readonly question: PathQuestion;
  readonly complete: boolean;
  readonly stop: Stop;
  /** Paths of entities. */
  readonly count: number;
  /** Choices of links summed over the paths: parallel links multiply. A decimal text past 2^53. */
  readonly linkSequences: number | string;
  readonly visited: { readonly entities: number; readonly links: number };
  readonly elapsedMs: number;
  readonly why: WhyNoPath | null;
  readonly paths: readonly AnswerPath[];
}

/** When there is no path: which constraint cut it, and loosenings each of which was checked to give one. */
export interface WhyNoPath {
  readonly cut: readonly string[];
  readonly loosen: readonly Loosening[];
}

export interface Loosening {
  /** In words: "allow contested links". */
  readonly text: string;
  /** The question to ask instead. */
  readonly question: PathQuestion;
  /** Hops of the path that it gives. */
  readonly hops: number;
}

export interface AnswerPath {
  readonly hops: number;
  /** The weakest hop's: per hop the strongest link that qualifies counts. */
  readonly standing: Standing;
  /** Independent origins of the whole path: the fewest over its hops. */
  readonly origins: number;
  /** The verdict. */
  readonly sentence: string;
  readonly entities: readonly AnswerEntity[];
  readonly steps: readonly AnswerStep[];
}

export interface AnswerEntity {
  readonly id: EntityId;
  readonly type: EntityTypeId;
  readonly name: string;
}

export interface AnswerStep {
  /** Every link that qualifies, strongest first, then by id. */
  readonly links: readonly AnswerLink[];
}

export interface AnswerLink {
  readonly id: LinkId;
  readonly relation: RelationId;
  readonly from: EntityId;
  readonly to: EntityId;
  /** True when the path walks it from `from` to `to`. */
  readonly along: boolean;
  /** Of the claims that the question leaves. */
  readonly standing: Standing;
  readonly claims: readonly AnswerClaim[];
}

export interface AnswerClaim {
  readonly id: ClaimId;
  readonly source: SourceId;
  readonly speaker: EntityId | null;
  readonly stance: Stance;
  readonly quote: string | null;
  readonly said: string | null;
  readonly during: string | null;
}

/** The JSON of `clew around --json`. */
export interface AroundAnswer {
  readonly center: EntityId;
  readonly hops: number;
  readonly complete: boolean;
  readonly stop: Stop;
  /** Entities first reached after 0, 1, 2 … hops. */
  readonly perHop: readonly number[];
  readonly entities: readonly AnswerEntity[];
  /** Links that qualify between any two of the entities. */
  readonly links: readonly Omit<AnswerLink, "along">[];
}
