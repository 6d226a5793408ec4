import type { SourceId } from "../../../base/ids.ts";
import type { ProblemTally } from "../../../base/problem-tally.ts";
import type { Change } from "../../../claims/change.ts";
import type { FileToCome } from "../../bulk-import.ts";
import type { OtherRecord } from "../../record-batch.ts";
import type { Statements } from "../statements.ts";
import type { KeySet } from "./key-set.ts";

/** A bulk import under way: what its parts share. */
export interface BulkWork {
  readonly sql: Statements;
  /** Number of its history entry. */
  readonly seq: number;
  /** Highest key of a claim, and highest rowid of an entity, that was there before. */
  readonly claimsBefore: number;
  readonly entitiesBefore: number;
  /** The key that the next claim of a file gets, whatever becomes of it: keys are the order of reading. */
  nextKey: number;
  /** Times that a file declared an entity which was there before: their order. */
  met: number;
  /** Claims that went into the table. */
  inserted: number;
  /** Whether most of the case comes with this import: then indexes are away and links are computed from nothing. */
  anew: boolean;
  /** Whether the append-only triggers are away: most imports take nothing out, and a changed schema has every reader read it anew. */
  isUnguarded: boolean;
  /** Sources that the import brings (true) or found in the case. */
  readonly sources: Map<SourceId, boolean>;
  /** Claims of the case that a file holds, too. */
  readonly matched: KeySet;
  /** Of the ontology, those of the import among them. */
  readonly words: Readonly<Record<"type" | "relation" | "property", Set<string>>>;
  readonly ontologyChanges: Change[];
  /** Charts, questions, withdrawals and judgements, as they came. */
  readonly otherChanges: Change[];
  readonly judgements: Set<string>;
  readonly problems: ProblemTally;
}

/** The file under way. */
export interface BulkFile extends FileToCome {
  readonly firstKey: number;
  /** Sources that its claims name, as far as those are in the table. */
  readonly named: Set<SourceId>;
  /** Whether a claim may name an entity that is nowhere. */
  mayDangle: boolean;
  /** Whether it has declared an entity. */
  hasEntities: boolean;
  /** Problems by the step that finds them: they are told in the order of the kinds of records. */
  readonly found: Readonly<Record<"reading" | "sources" | "rest", ProblemTally>>;
  /** What is looked at after the claims. */
  readonly later: OtherRecord[];
}
