import { isDeepStrictEqual } from "node:util";
import type { ClaimId, SourceId } from "../../base/ids.ts";
import type { Change } from "../../claims/change.ts";
import type { Chart } from "../../claims/chart.ts";
import type { Entity } from "../../claims/entity.ts";
import {
  maskRecord,
  type Redacted,
  redactChange,
  redactChart,
  redactQuestion,
  redactSource,
} from "../../claims/redact-record.ts";
import type { SavedQuestion } from "../../claims/saved-question.ts";
import type { Source } from "../../claims/source.ts";
import { claimOf, columnsOfClaim } from "./claim-of.ts";
import { sourceOf } from "./read-records.ts";
import { bodyOf, type Row, type Statements } from "./statements.ts";

/** Sources that go, and names in the texts of those that stay. `blotted`: whose texts held one. */
export function redactSources(sql: Statements, redacted: Redacted): { readonly blotted: ReadonlySet<SourceId> } {
  const blotted = new Set<SourceId>();
  for (const { id } of sql.all("SELECT id FROM source")) {
    const row = sql.get(
      "SELECT s.body, t.text FROM source s LEFT JOIN source_text t ON t.source = s.id WHERE s.id = ?",
      String(id),
    );
    if (row === undefined) continue;
    const source = sourceOf(row, row.text === null ? null : String(row.text));
    const next = redactSource(source, redacted);
    if (next === null) sql.run("DELETE FROM source WHERE id = ?", source.id);
    else if (next !== source) writeSource(sql, next);
    if (next !== null && next.text !== source.text) blotted.add(source.id);
  }
  return { blotted };
}

function writeSource(sql: Statements, { text, ...rest }: Source): void {
  sql.run("UPDATE source SET derived_from = ?, body = ? WHERE id = ?", rest.derivedFrom, JSON.stringify(rest), rest.id);
  if (text !== null) sql.run("UPDATE source_text SET text = ? WHERE source = ?", text, rest.id);
}

/** Names in what stays of the other tables; charts without the entities that go, questions that name one away. */
export function maskTables(
  sql: Statements,
  redacted: Redacted,
): { readonly masked: number; readonly charts: number; readonly questions: number; readonly claims: readonly number[] } {
  const { mask } = redacted;
  let masked = 0;
  const claims: number[] = [];
  for (const [table, key] of [
    ["entity", "rowid"],
    ["claim", "key"],
    ["judgement", "rowid"],
  ] as const) {
    const { changed, keys } = rewrite(sql, { table, key }, (record: Entity) => maskRecord(record, mask));
    masked += changed;
    if (table === "claim") for (const each of keys) claims.push(each);
  }
  masked += rewriteOntology(sql, redacted);
  for (const { kind, id, reason } of sql.all("SELECT kind, id, reason FROM withdrawn")) {
    const next = mask(String(reason));
    if (next === reason) continue;
    sql.run("UPDATE withdrawn SET reason = ? WHERE kind = ? AND id = ?", next, String(kind), String(id));
    masked++;
  }
  const charts = rewrite(sql, { table: "chart", key: "rowid" }, (chart: Chart) => redactChart(chart, redacted));
  const questions = rewrite(sql, { table: "question", key: "rowid" }, (asked: SavedQuestion) => redactQuestion(asked, redacted));
  return { masked, charts: charts.changed, questions: questions.changed + questions.removed, claims };
}

/** Each body anew; null takes the row away. */
function rewrite<T>(
  sql: Statements,
  { table, key }: { readonly table: string; readonly key: string },
  next: (record: T) => T | null,
): { readonly changed: number; readonly removed: number; readonly keys: readonly number[] } {
  const changed: [number, string | null][] = [];
  for (const row of sql.each(`SELECT ${key} AS row, body FROM ${table}`)) {
    const record = bodyOf<T>(row);
    const after = next(record);
    if (after !== record) changed.push([Number(row.row), after === null ? null : JSON.stringify(after)]);
  }
  for (const [row, body] of changed) {
    if (body === null) sql.run(`DELETE FROM ${table} WHERE ${key} = ?`, row);
    else sql.run(`UPDATE ${table} SET body = ? WHERE ${key} = ?`, body, row);
  }
  const removed = changed.filter(([, body]) => body === null).length;
  return { changed: changed.length - removed, removed, keys: changed.map(([row]) => row) };
}

function rewriteOntology(sql: Statements, { mask }: Redacted): number {
  let changed = 0;
  for (const row of sql.all("SELECT kind, id, body FROM ontology")) {
    const record = bodyOf<object>(row);
    const next = maskRecord(record, mask);
    if (next === record) continue;
    sql.run("UPDATE ontology SET body = ? WHERE kind = ? AND id = ?", JSON.stringify(next), String(row.kind), String(row.id));
    changed++;
  }
  return changed;
}

/** The history as if what goes had never been: changes of it away, names blotted out of the rest and of the labels. */
export function redactHistory(sql: Statements, redacted: Redacted): { readonly changed: number } {
  const changed: { readonly row: Row; readonly body: string | null }[] = [];
  for (const row of sql.each("SELECT seq, n, body FROM history_change")) {
    const change = bodyOf<Change>(row);
    const next = change.kind === "record-claim" ? recorded(sql, change, redacted) : redactChange(change, redacted);
    const body = next === null ? null : JSON.stringify(next);
    if (body !== row.body) changed.push({ row: { seq: row.seq, n: row.n }, body });
  }
  for (const { row, body } of changed) {
    const at = [Number(row.seq), Number(row.n)] as const;
    if (body === null) sql.run("DELETE FROM history_change WHERE seq = ? AND n = ?", ...at);
    else sql.run("UPDATE history_change SET body = ? WHERE seq = ? AND n = ?", body, ...at);
  }
  for (const { seq, label, by } of sql.all("SELECT seq, label, by FROM history")) {
    const next = [redacted.mask(String(label)), redacted.mask(String(by))] as const;
    if (next[0] !== label || next[1] !== by) sql.run("UPDATE history SET label = ?, by = ? WHERE seq = ?", ...next, Number(seq));
  }
  return { changed: changed.length };
}

/** A claim is never edited, so the history has it as the table does, its quote cut anew. */
function recorded(sql: Statements, change: Extract<Change, { kind: "record-claim" }>, redacted: Redacted): Change | null {
  const id: ClaimId = change.claim.id;
  if (redacted.claims.has(id)) return null;
  const row = sql.get(`SELECT ${columnsOfClaim} FROM claim c WHERE id = ?`, id);
  if (row === undefined) return redactChange(change, redacted);
  const claim = claimOf(row);
  return isDeepStrictEqual(claim, change.claim) ? change : { ...change, claim };
}
