import type { Change, HistoryEntry } from "../../claims/change.ts";
import { type ChangedPart, changedParts, type Revision } from "../../claims/revision.ts";
import type { ChangeAuthor, HistoryStep } from "../case-store.ts";
import { changesOfRun, readRuns } from "./history-runs.ts";
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
  changes.forEach(changeAppender(sql, entry));
  if (author.operation !== undefined) keepOperation(sql, author.operation, { seq: entry.seq, wrote: true });
  return entry;
}

/** An entry under the number that it has; its changes are given one by one to what comes back. */
export function changeAppender(
  sql: Statements,
  { seq, at, by, label, undoes }: Omit<HistoryEntry, "changes">,
): (change: Change) => void {
  sql.run("INSERT INTO history (seq, at, by, label, undoes) VALUES (?, ?, ?, ?, ?)", seq, at, by, label, undoes);
  let n = 0;
  return (change) => {
    sql.run("INSERT INTO history_change (seq, n, body) VALUES (?, ?, ?)", seq, n++, JSON.stringify(change));
  };
}

/** Entries after `after`, oldest first. */
export function readHistory(sql: Statements, { after = 0, limit = -1 }: { after?: number; limit?: number } = {}): HistoryEntry[] {
  const rows = sql.all("SELECT seq, at, by, label, undoes FROM history WHERE seq > ? ORDER BY seq LIMIT ?", after, limit);
  return rows.map(({ seq, at, by, label, undoes }) =>
    entryOf(sql, {
      seq: Number(seq),
      at: String(at),
      by: String(by),
      label: String(label),
      undoes: undoes === null ? null : Number(undoes),
    }),
  );
}

/** Changes of millions of claims are read when they are asked for, and not before. */
function entryOf(sql: Statements, line: Omit<HistoryEntry, "changes">): HistoryEntry {
  if (readRuns(sql, line.seq).length === 0) return { ...line, changes: [...readChanges(sql, line.seq)] };
  return {
    ...line,
    get changes() {
      return [...readChanges(sql, line.seq)];
    },
  };
}

/** Changes of an entry, in order, one by one: there may be millions. */
export function* readChanges(sql: Statements, seq: number): Generator<Change> {
  let after = -1;
  for (const run of readRuns(sql, seq)) {
    yield* changesBetween(sql, seq, [after, run.n]);
    yield* changesOfRun(sql, run);
    after = run.n;
  }
  yield* changesBetween(sql, seq, [after, Number.MAX_SAFE_INTEGER]);
}

function* changesBetween(sql: Statements, seq: number, [after, before]: readonly [number, number]): Generator<Change> {
  const rows = sql.each("SELECT body FROM history_change WHERE seq = ? AND n > ? AND n < ? ORDER BY n", seq, after, before);
  for (const row of rows) yield bodyOf<Change>(row);
}

/** Whether an entry after that one changed more than charts and saved questions. */
export function changesGraphAfter(sql: Statements, seq: number): boolean {
  const found = sql.get(
    `SELECT 1 FROM history_change WHERE seq > ? AND json_extract(body, '$.kind') NOT IN ('put-chart', 'put-question')
     ORDER BY seq DESC, n DESC LIMIT 1`,
    seq,
  );
  return found !== undefined || readRuns(sql).some((run) => run.seq > seq);
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
  if (kinds.length > mostLookedAt || readRuns(sql, seq).length > 0) return changedParts;
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
  if (readRuns(sql, seq).length > 0) return "changes";
  return kinds.length <= mostLookedAt && kinds.every((kind) => kind === "put-chart") ? "moves-charts" : "changes";
}
