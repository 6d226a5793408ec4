import type { Change, HistoryEntry } from "../../claims/change.ts";
import { type ChangedPart, changedParts, type Revision } from "../../claims/revision.ts";
import type { ChangeAuthor, HistoryStep } from "../case-store.ts";
import { keepOperation } from "./operations.ts";
import { bodyOf, type Statements } from "./statements.ts";

/** Number of the last entry; 0 for none. */
export function lastSeq(sql: Statements): number {
  return Number(sql.get("SELECT max(seq) AS seq FROM history")?.seq ?? 0);
}

/** Appends an entry, inside a transaction that the caller opened. */
export function appendHistory(sql: Statements, changes: readonly Change[], author: ChangeAuthor): HistoryEntry {
  const { at, by, label, undoes = null } = author;
  const entry: HistoryEntry = { seq: lastSeq(sql) + 1, at, by, label, undoes, changes };
  appendChanges(sql, entry);
  if (author.operation !== undefined) keepOperation(sql, author.operation, { seq: entry.seq, wrote: true });
  return entry;
}

/** An entry under the number that it has. */
export function appendChanges(sql: Statements, { seq, at, by, label, undoes, changes }: HistoryEntry): void {
  sql.run("INSERT INTO history (seq, at, by, label, undoes) VALUES (?, ?, ?, ?, ?)", seq, at, by, label, undoes);
  changes.forEach((change, n) => {
    sql.run("INSERT INTO history_change (seq, n, body) VALUES (?, ?, ?)", seq, n, JSON.stringify(change));
  });
}

/** Entries after `after`, oldest first. */
export function readHistory(sql: Statements, { after = 0, limit = -1 }: { after?: number; limit?: number } = {}): HistoryEntry[] {
  const rows = sql.all("SELECT seq, at, by, label, undoes FROM history WHERE seq > ? ORDER BY seq LIMIT ?", after, limit);
  return rows.map(({ seq, at, by, label, undoes }) => ({
    seq: Number(seq),
    at: String(at),
    by: String(by),
    label: String(label),
    undoes: undoes === null ? null : Number(undoes),
    changes: sql.all("SELECT body FROM history_change WHERE seq = ? ORDER BY n", Number(seq)).map((row) => bodyOf<Change>(row)),
  }));
}

/** Whether an entry after that one changed more than charts and saved questions. */
export function changesGraphAfter(sql: Statements, seq: number): boolean {
  const found = sql.get(
    `SELECT 1 FROM history_change WHERE seq > ? AND json_extract(body, '$.kind') NOT IN ('put-chart', 'put-question')
     ORDER BY seq DESC, n DESC LIMIT 1`,
    seq,
  );
  return found !== undefined;
}

/** Changes of these kinds in entries after that one, in their order. */
export function readChangesSince(
  sql: Statements,
  after: number,
  kinds: readonly Change["kind"][],
): { readonly revision: number; readonly change: Change }[] {
  const rows = sql.all(
    `SELECT seq, body FROM history_change
     WHERE seq > ? AND json_extract(body, '$.kind') IN (SELECT value FROM json_each(?)) ORDER BY seq, n`,
    after,
    JSON.stringify(kinds),
  );
  return rows.map((row) => ({ revision: Number(row.seq), change: bodyOf<Change>(row) }));
}

/** Changes of one entry that are looked at: an entry with more may have touched anything. */
const mostLookedAt = 64;

/** Entries after `after`, oldest first, without what they hold. Costs the same for an import of millions as for one claim. */
export function readRevisions(sql: Statements, { after, limit }: { after: number; limit: number }): Revision[] {
  const rows = sql.all("SELECT seq, at, by, label, undoes FROM history WHERE seq > ? ORDER BY seq LIMIT ?", after, limit);
  return rows.map(({ seq, at, by, label, undoes }) => ({
    revision: Number(seq),
    at: String(at),
    by: String(by),
    label: String(label),
    undoes: undoes === null ? null : Number(undoes),
    what: partsOf(sql, Number(seq)),
  }));
}

function partsOf(sql: Statements, seq: number): readonly ChangedPart[] {
  const kinds = sql.all(
    "SELECT json_extract(body, '$.kind') AS kind FROM history_change WHERE seq = ? ORDER BY n LIMIT ?",
    seq,
    mostLookedAt + 1,
  );
  if (kinds.length > mostLookedAt) return changedParts;
  const touched = new Set(kinds.map(({ kind }) => partOf(String(kind))));
  // What a redaction emptied was something once.
  return touched.size === 0 ? changedParts : changedParts.filter((part) => touched.has(part));
}

function partOf(kind: string): ChangedPart {
  if (kind === "put-chart") return "charts";
  return kind === "put-question" ? "questions" : "graph";
}

export function readStep(sql: Statements, seq: number): HistoryStep | null {
  const row = sql.get("SELECT at, label, undoes FROM history WHERE seq = ?", seq);
  if (row === undefined) return null;
  const { at, label, undoes } = row;
  return {
    seq,
    at: String(at),
    label: String(label),
    undoes: undoes === null ? null : Number(undoes),
    does: whatItDoes(sql, seq),
  };
}

function whatItDoes(sql: Statements, seq: number): HistoryStep["does"] {
  const query = "SELECT json_extract(body, '$.kind') AS kind FROM history_change WHERE seq = ? ORDER BY n LIMIT ?";
  const kinds = sql.all(query, seq, mostLookedAt + 1).map(({ kind }) => String(kind));
  if (kinds.includes("redact")) return "redacts";
  return kinds.length <= mostLookedAt && kinds.every((kind) => kind === "put-chart") ? "moves-charts" : "changes";
}
