import type { ClaimId, JudgementId } from "../base/ids.ts";
import { BadInput } from "../base/problem.ts";
import type { Chart } from "./chart.ts";
import type { Claim } from "./claim.ts";
import type { Entity } from "./entity.ts";
import type { Judgement } from "./judgement.ts";
import type { EntityType, Property, Relation } from "./ontology.ts";
import type { SavedQuestion } from "./saved-question.ts";
import type { Source } from "./source.ts";

/**
 * A change to a case as a value with an inverse: undo is applying the inverse as another entry.
 * Claims and judgements are never edited or removed: they are recorded, withdrawn, restored.
 * `put` changes carry what was there before (null: nothing) and what is there after (null: nothing);
 * a store refuses one whose `before` is not what it holds.
 */
export type Change =
  | { readonly kind: "put-entity"; readonly before: Entity | null; readonly after: Entity | null }
  | { readonly kind: "put-source"; readonly before: Source | null; readonly after: Source | null }
  | { readonly kind: "put-chart"; readonly before: Chart | null; readonly after: Chart | null }
  | { readonly kind: "put-question"; readonly before: SavedQuestion | null; readonly after: SavedQuestion | null }
  | { readonly kind: "put-type"; readonly before: EntityType | null; readonly after: EntityType | null }
  | { readonly kind: "put-relation"; readonly before: Relation | null; readonly after: Relation | null }
  | { readonly kind: "put-property"; readonly before: Property | null; readonly after: Property | null }
  | { readonly kind: "record-claim"; readonly claim: Claim }
  | { readonly kind: "withdraw-claim"; readonly claim: ClaimId; readonly reason: string }
  | { readonly kind: "restore-claim"; readonly claim: ClaimId; readonly reason: string }
  | { readonly kind: "record-judgement"; readonly judgement: Judgement }
  | { readonly kind: "withdraw-judgement"; readonly judgement: JudgementId; readonly reason: string }
  | { readonly kind: "restore-judgement"; readonly judgement: JudgementId; readonly reason: string }
  | Redaction;

/**
 * Records were taken out of the case for good, and out of the changes before this one. It says how many, and nothing of what
 * they held; it has no inverse, and a store carries it out by `redact` alone.
 */
export interface Redaction {
  readonly kind: "redact";
  readonly entities: number;
  readonly sources: number;
  readonly claims: number;
  readonly judgements: number;
  readonly reason: string;
}

/** The reason with which the inverse of a recording withdraws. */
export const undoneReason = "undone";

/**
 * The change that takes `change` back. A restoring change carries the reason of the withdrawal that it takes back, so that
 * undo and redo of a withdrawal bring its reason back. Throws BadInput `conflict` for a redaction.
 */
export function inverseOf(change: Change): Change {
  switch (change.kind) {
    case "put-entity":
      return { kind: change.kind, before: change.after, after: change.before };
    case "put-source":
      return { kind: change.kind, before: change.after, after: change.before };
    case "put-chart":
      return { kind: change.kind, before: change.after, after: change.before };
    case "put-question":
      return { kind: change.kind, before: change.after, after: change.before };
    case "put-type":
      return { kind: change.kind, before: change.after, after: change.before };
    case "put-relation":
      return { kind: change.kind, before: change.after, after: change.before };
    case "put-property":
      return { kind: change.kind, before: change.after, after: change.before };
    case "record-claim":
      return { kind: "withdraw-claim", claim: change.claim.id, reason: undoneReason };
    case "withdraw-claim":
      return { kind: "restore-claim", claim: change.claim, reason: change.reason };
    case "restore-claim":
      return { kind: "withdraw-claim", claim: change.claim, reason: change.reason };
    case "record-judgement":
      return { kind: "withdraw-judgement", judgement: change.judgement.id, reason: undoneReason };
    case "withdraw-judgement":
      return { kind: "restore-judgement", judgement: change.judgement, reason: change.reason };
    case "restore-judgement":
      return { kind: "withdraw-judgement", judgement: change.judgement, reason: change.reason };
    case "redact":
      throw new BadInput("undo: what was redacted is no longer in the file, and cannot be brought back", { kind: "conflict" });
  }
}

/** The changes that take a whole list back: the inverses, last first. */
export function inverseOfAll(changes: readonly Change[]): Change[] {
  return changes.map(inverseOf).reverse();
}

/** One entry of the append-only history: what was done, by whom, when. */
export interface HistoryEntry {
  /** 1, 2, 3 …; the case's revision is the last one. */
  readonly seq: number;
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly by: string;
  /** For the undo menu: "record claim", "import links.csv". */
  readonly label: string;
  /** The entry that this one takes back (undo) or brings back (redo), or null. */
  readonly undoes: number | null;
  readonly changes: readonly Change[];
}
