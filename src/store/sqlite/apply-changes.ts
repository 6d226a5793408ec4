import type { Change } from "../../claims/change.ts";
import { readRules } from "./case-rules.ts";
import { recordClaim, restoreClaim, withdrawClaim } from "./claim-changes.ts";
import { type LinkRules, refreshLinks } from "./derive-links.ts";
import { recordJudgement, restoreJudgement, settleMerges, withdrawJudgement } from "./judgement-changes.ts";
import { indexNames } from "./name-index.ts";
import { putEntity, putOntology, putRecord, putRelation, putSource } from "./put-changes.ts";
import type { Statements } from "./statements.ts";
import { conflict, type Work } from "./work.ts";

/**
 * Carries out changes inside a transaction that the caller opened, and brings the derived tables up to
 * date: each touched link once, at the end. Throws BadInput `conflict` for a change that does not fit; the
 * caller rolls back. `rules`: those before the changes, where they are at hand.
 */
export function applyChanges(
  sql: Statements,
  changes: readonly Change[],
  { seq, rules = readRules(sql) }: { readonly seq: number; readonly rules?: LinkRules },
): void {
  const work: Work = { sql, seq, touched: new Set(), named: new Set(), rules };
  for (const change of changes) applyChange(work, change);
  settleMerges(work);
  refreshLinks(sql, work.touched, work.rules);
  indexNames(sql, work.named);
}

/** What goes by who stands for whom. */
const goesByMerges: ReadonlySet<Change["kind"]> = new Set(["record-claim", "restore-claim", "put-relation"]);

function applyChange(work: Work, change: Change): void {
  if (goesByMerges.has(change.kind)) settleMerges(work);
  switch (change.kind) {
    case "put-entity":
      putEntity(work, change);
      break;
    case "put-source":
      putSource(work, change);
      break;
    case "put-chart":
      putRecord(work, change, { what: "chart", table: "chart", key: [] });
      break;
    case "put-question":
      putRecord(work, change, { what: "question", table: "question", key: [] });
      break;
    case "put-type":
      putOntology(work, change, "type");
      break;
    case "put-relation":
      putRelation(work, change);
      break;
    case "put-property":
      putOntology(work, change, "property");
      break;
    case "record-claim":
      recordClaim(work, change.claim);
      break;
    case "withdraw-claim":
      withdrawClaim(work, change);
      break;
    case "restore-claim":
      restoreClaim(work, change.claim);
      break;
    case "record-judgement":
      recordJudgement(work, change.judgement);
      break;
    case "withdraw-judgement":
      withdrawJudgement(work, change);
      break;
    case "restore-judgement":
      restoreJudgement(work, change.judgement);
      break;
    case "redact":
      throw conflict("redact: wanted a change that the history can hold, got one that takes out of it");
  }
}
