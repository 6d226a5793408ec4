import { createHash } from "node:crypto";
import type { CaseHash } from "../case-store.ts";
import { claimOf, columnsOfClaim } from "./claim-of.ts";
import { readChanges } from "./history.ts";
import { readQuestions } from "./read-records.ts";
import { bodyOf, type Statements } from "./statements.ts";

/**
 * SHA-256 of what a case holds, whatever its file looks like: a line per record, kind and JSON with sorted keys, kind by kind, in
 * order of id (bytes of UTF-8). Withdrawn claims are among the records, withdrawn judgements only in the history. Derived tables
 * do not count.
 */
export function caseHash(sql: Statements): CaseHash {
  return { records: sumOf(recordLines(sql)), history: sumOf(historyLines(sql)) };
}

function sumOf(lines: Iterable<string>): string {
  const sum = createHash("sha256");
  for (const line of lines) sum.update(line);
  return sum.digest("hex");
}

function* recordLines(sql: Statements): Iterable<string> {
  for (const row of sql.each("SELECT kind, body FROM ontology ORDER BY kind, id")) yield lineOf(String(row.kind), bodyOf(row));
  for (const row of sql.each("SELECT s.body, t.text FROM source s LEFT JOIN source_text t ON t.source = s.id ORDER BY s.id"))
    yield lineOf("source", { ...bodyOf<object>(row), text: row.text });
  for (const row of sql.each("SELECT body FROM entity ORDER BY id")) yield lineOf("entity", bodyOf(row));
  for (const row of sql.each(
    `SELECT ${columnsOfClaim}, w.reason FROM claim c LEFT JOIN withdrawn w ON w.kind = 'claim' AND w.id = c.id ORDER BY c.id`,
  ))
    yield lineOf("claim", { record: claimOf(row), withdrawn: row.reason });
  for (const row of sql.each(
    `SELECT body FROM judgement j WHERE NOT EXISTS (SELECT 1 FROM withdrawn w WHERE w.kind = 'judgement' AND w.id = j.id) ORDER BY id`,
  ))
    yield lineOf("judgement", bodyOf(row));
  for (const row of sql.each("SELECT body FROM chart ORDER BY id")) yield lineOf("chart", bodyOf(row));
  const questions = readQuestions(sql).map((question) => lineOf("question", question));
  yield* questions.sort();
}

/** As `lineOf` would write each entry, in pieces: one may hold millions of changes. */
function* historyLines(sql: Statements): Iterable<string> {
  for (const row of sql.each("SELECT seq, at, by, label, undoes FROM history ORDER BY seq")) {
    const seq = Number(row.seq);
    const field = (key: string, value: unknown) => JSON.stringify([key, value]);
    yield `history [${field("at", String(row.at))},${field("by", String(row.by))},["changes",[`;
    let between = "";
    for (const change of readChanges(sql, seq)) {
      yield `${between}${JSON.stringify(sorted(change))}`;
      between = ",";
    }
    const undoes = row.undoes === null ? null : Number(row.undoes);
    yield `]],${field("label", String(row.label))},${field("seq", seq)},${field("undoes", undoes)}]\n`;
  }
}

function lineOf(kind: string, record: unknown): string {
  return `${kind} ${JSON.stringify(sorted(record))}\n`;
}

/** Keys in order of UTF-16 code unit at every level; lists as they are. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return entries.map(([key, each]) => [key, sorted(each)]);
}
