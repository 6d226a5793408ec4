import type { ClaimId, EntityId, JudgementId, SourceId } from "../../base/ids.ts";
import type { Claim } from "../../claims/claim.ts";
import type { Redacted } from "../../claims/redact-record.ts";
import type { ChangeAuthor, RedactionReport, RedactionTargets } from "../case-store.ts";
import { readRules } from "./case-rules.ts";
import { refreshLinks, unplaceClaim } from "./derive-links.ts";
import { dropDerived } from "./derived.ts";
import { appendHistory, lastSeq } from "./history.ts";
import { recordedInRuns, shrinkRuns } from "./history-runs.ts";
import { remerge } from "./judgement-changes.ts";
import { fillNames } from "./name-index.ts";
import { forgetOperations } from "./operations.ts";
import { touchLinksFrom } from "./put-changes.ts";
import { closeRedaction } from "./redact-closure.ts";
import { maskTables, redactHistory, redactSources } from "./redact-tables.ts";
import { appendOnlyTriggers, dropAppendOnly } from "./schema.ts";
import { bodyOf, type Statements } from "./statements.ts";
import type { Work } from "./work.ts";

/**
 * Takes records out of every table, the history among them, inside a transaction that the caller opened; names in what stays
 * are blotted out. The triggers that keep claims and history whole are away for that transaction alone. Throws BadInput for
 * an id that neither the case nor its history has.
 */
export function redactRecords(sql: Statements, targets: RedactionTargets, author: ChangeAuthor): RedactionReport {
  const { redacted, names, namesKept } = closeRedaction(sql, targets);
  const work: Work = { sql, seq: lastSeq(sql) + 1, touched: new Set(), named: new Set(), rules: readRules(sql) };
  sql.db.exec(dropAppendOnly);
  dropDerived(sql);
  forgetOperations(sql);
  removeClaims(work, redacted.claims);
  removeJudgements(work, redacted.judgements);
  for (const id of redacted.entities) sql.run("DELETE FROM entity WHERE id = ?", id);
  for (const id of redacted.sources) touchLinksFrom(work, id);
  const texts = redactSources(sql, redacted);
  const tables = maskTables(sql, redacted);
  const requoted = requote(sql, texts.blotted);
  const inRuns = recordedInRuns(sql, new Set([...tables.claims, ...requoted])) + shrinkRuns(sql);
  const history = redactHistory(sql, redacted);
  const counts = {
    entities: redacted.entities.size,
    sources: redacted.sources.size,
    claims: redacted.claims.size,
    judgements: redacted.judgements.size,
  };
  const reason = redacted.mask(author.label);
  const entry = appendHistory(sql, [{ kind: "redact", ...counts, reason }], { ...author, label: "redact" });
  sql.db.exec(appendOnlyTriggers);
  fillNames(sql);
  refreshLinks(sql, work.touched, readRules(sql));
  return {
    ...counts,
    ...{ names: names.length, namesKept, texts: texts.blotted.size, records: tables.masked, changes: history.changed + inRuns },
    ...{ charts: tables.charts, questions: tables.questions, idsLeft: idsThatTell(sql, redacted), entry },
  };
}

function removeClaims(work: Work, claims: ReadonlySet<ClaimId>): void {
  const { sql, touched } = work;
  for (const id of claims) {
    const row = sql.get("SELECT key FROM claim WHERE id = ?", id);
    if (row === undefined) continue;
    unplaceClaim(sql, Number(row.key), touched);
    sql.run("DELETE FROM claim WHERE key = ?", Number(row.key));
    sql.run("DELETE FROM withdrawn WHERE kind = 'claim' AND id = ?", id);
  }
}

function removeJudgements(work: Work, judgements: ReadonlySet<JudgementId>): void {
  for (const id of judgements) {
    work.sql.run("DELETE FROM judgement WHERE id = ?", id);
    work.sql.run("DELETE FROM withdrawn WHERE kind = 'judgement' AND id = ?", id);
  }
  if (judgements.size > 0) remerge(work);
}

/** Quotes of blotted texts, cut from the text anew: one that began inside a name would still hold the rest of it. */
function requote(sql: Statements, blotted: ReadonlySet<SourceId>): number[] {
  const keys: number[] = [];
  for (const source of blotted) {
    const text = String(sql.get("SELECT text FROM source_text WHERE source = ?", source)?.text ?? "");
    for (const row of sql.all("SELECT key, body FROM claim WHERE source = ?", source)) {
      const claim = bodyOf<Partial<Claim>>(row);
      if (claim.citation?.kind !== "quote") continue;
      const { start, end } = claim.citation;
      const quote = text.slice(start, end);
      if (quote === claim.citation.quote || quote.length !== claim.citation.quote.length) continue;
      const body = JSON.stringify({ ...claim, citation: { ...claim.citation, quote } });
      sql.run("UPDATE claim SET body = ? WHERE key = ?", body, Number(row.key));
      keys.push(Number(row.key));
    }
  }
  return keys;
}

/** Ids that stay and hold a name: an id is what other records hold on to, so it is told, and not changed. */
function idsThatTell(sql: Statements, { mask }: Pick<Redacted, "mask">): string[] {
  const found: string[] = [];
  for (const table of ["entity", "source", "claim", "judgement", "chart", "question"])
    for (const { id } of sql.each(`SELECT id FROM ${table}`))
      if (found.length < 100 && mask(String(id)) !== id) found.push(`${table} ${id as EntityId}`);
  return found;
}
