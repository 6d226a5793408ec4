import type { ClaimId, EntityId, EntityTypeId, LinkId, RelationId, SourceId } from "../base/ids.ts";
import type { Stance } from "../claims/claim.ts";
import type { Standing } from "../claims/standing.ts";
import type {
  AroundQuestion,
  BearingQuestion,
  CommonQuestion,
  ConnectQuestion,
  PathQuestion,
  PatternQuestion,
} from "./question.ts";

/**
 * Why a search ended. `exhausted`: everything that answers was found. `max-hops`: nothing within the
 * bound, but more hops might. `limit`: as many paths as asked for, and there are more. `budget`: out
 * of time. `cancelled`: stopped by the asker.
 */
export type Stop = "exhausted" | "max-hops" | "limit" | "budget" | "cancelled";

/** What every answer says of the search. */
interface Ended {
  /** Nothing that answers the question is missing. */
  readonly complete: boolean;
  readonly stop: Stop;
  readonly visited: { readonly entities: number; readonly links: number };
  readonly elapsedMs: number;
}

/** Hubs that the search reached and did not pass (R26); null when no bound was asked for. */
export interface SkippedHubs {
  readonly count: number;
  /** The first twenty by id. */
  readonly entities: readonly AnswerEntity[];
}

/** The JSON of `clew path --json`, of the HTTP answer and of the library call. */
export interface PathAnswer extends Ended {
  readonly question: PathQuestion;
  /** Paths of entities. */
  readonly count: number;
  /** Choices of links summed over the paths: parallel links multiply. A decimal text past 2^53. */
  readonly linkSequences: number | string;
  readonly skipped: SkippedHubs | null;
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
  /** Sum of the weights of its hops (R29); null when the question does not weigh. */
  readonly weight: number | null;
  /** Partial date (a day) on which it arrives at the earliest (R34); null when time does not matter or nothing dates it. */
  readonly arrival: string | null;
  /** The one source on whose claims alone it stands (R37); null when that is not asked. */
  readonly source: SourceId | null;
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

export type PlainLink = Omit<AnswerLink, "along">;

/** The JSON of `clew around --json`. */
export interface AroundAnswer extends Ended {
  readonly question: AroundQuestion;
  readonly center: EntityId;
  readonly hops: number;
  readonly skipped: SkippedHubs | null;
  /** Entities first reached after 0, 1, 2 … hops. */
  readonly perHop: readonly number[];
  readonly entities: readonly AnswerEntity[];
  /** Links that qualify between any two of the entities. */
  readonly links: readonly PlainLink[];
}

/** The JSON of `clew connect --json`. */
export interface ConnectAnswer extends Ended {
  readonly question: ConnectQuestion;
  readonly skipped: SkippedHubs | null;
  /** In words: how many are joined, by how many added, as strong as which. */
  readonly sentence: string;
  /** Whether fewer entities are known not to do. */
  readonly fewest: boolean;
  /** Entities beside those named, by id. */
  readonly added: readonly EntityId[];
  /** The named entities, part by part: one part when all are joined. Largest first, then by id. */
  readonly fragments: readonly (readonly EntityId[])[];
  /** The weakest of the links needed: of each pair joined, the strongest counts; null when there is none. */
  readonly standing: Standing | null;
  /** All of the network, by id. */
  readonly entities: readonly AnswerEntity[];
  /** Links that qualify between two of the entities. */
  readonly links: readonly PlainLink[];
}

/** The JSON of `clew common --json`. */
export interface CommonAnswer extends Ended {
  readonly question: CommonQuestion;
  readonly skipped: SkippedHubs | null;
  /** Entities that are common, those past `limit` among them. */
  readonly count: number;
  /** Most reached first, then by id. */
  readonly common: readonly CommonEntity[];
}

export interface CommonEntity extends AnswerEntity {
  /** How many of the named entities are one step away. */
  readonly reaches: number;
  /** For each of those, in the question's order, the links. */
  readonly ties: readonly { readonly entity: AnswerEntity; readonly links: readonly PlainLink[] }[];
}

/** The JSON of `clew bearing --json`. */
export interface BearingAnswer extends Ended {
  readonly question: BearingQuestion;
  /** Whether there is a path at all. */
  readonly linked: boolean;
  /** In words: on how many sources, claims, links and entities it rests. */
  readonly sentence: string;
  /** Each alone cuts the two sides from one another if it falls. By id. */
  readonly sources: readonly { readonly id: SourceId; readonly title: string }[];
  readonly claims: readonly (AnswerClaim & { readonly link: PlainLink })[];
  readonly links: readonly PlainLink[];
  readonly entities: readonly AnswerEntity[];
}

/** The JSON of `clew pattern --json`. */
export interface PatternAnswer extends Ended {
  readonly question: PatternQuestion;
  /** Matches found; those past `limit` are not counted. */
  readonly count: number;
  readonly matches: readonly PatternMatch[];
}

export interface PatternMatch {
  /** The weakest edge's: per edge the strongest link that qualifies counts. */
  readonly standing: Standing;
  /** One per node of the pattern, in its order. */
  readonly entities: readonly AnswerEntity[];
  /** One per edge of the pattern, in its order: every link that qualifies. */
  readonly steps: readonly AnswerStep[];
}

export type Answer = PathAnswer | AroundAnswer | ConnectAnswer | CommonAnswer | BearingAnswer | PatternAnswer;
