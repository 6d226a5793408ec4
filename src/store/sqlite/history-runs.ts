import { type Change, undoneReason } from "../../claims/change.ts";
import { claimOf, columnsOfClaim } from "./claim-of.ts";
import type { Statements } from "./statements.ts";

/**
 * Many claims that one entry recorded, took back or brought back, as one line of the history: claims are never edited, so the table
 * holds what the changes would say again. It stands for a change for each claim from `first` to `last`, in that order: downwards
 * where `first` is greater. Taken back and brought back are what an undo does, for its reason.
 */
export interface HistoryRun {
  readonly seq: number;
  /** Its place among the changes of the entry. */
  readonly n: number;
  readonly kind: RunKind;
  readonly first: number;
  readonly last: number;
  /** How many claims. */
  readonly claims: number;
}

export const runKinds = ["record-claim", "withdraw-claim", "restore-claim"] as const;
export type RunKind = (typeof runKinds)[number];

/** Of one entry, in order; of all, without `seq`. None in a file of an older schema. */
export function readRuns(sql: Statements, seq?: number): HistoryRun[] {
  if (sql.get("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'history_run'") === undefined) return [];
  const rows =
    seq === undefined
      ? sql.all("SELECT seq, n, kind, first, last, claims FROM history_run ORDER BY seq, n")
      : sql.all("SELECT seq, n, kind, first, last, claims FROM history_run WHERE seq = ? ORDER BY n", seq);
  return rows.map((row) => ({
    seq: Number(row.seq),
    n: Number(row.n),
    kind: row.kind as RunKind,
    first: Number(row.first),
    last: Number(row.last),
    claims: Number(row.claims),
  }));
}

export function writeRun(sql: Statements, { seq, n, kind, first, last, claims }: HistoryRun): void {
  sql.run(
    "INSERT INTO history_run (seq, n, kind, first, last, claims) VALUES (?, ?, ?, ?, ?, ?)",
    ...[seq, n, kind, first, last, claims],
  );
}

/** The lower key first. */
export function keysOfRun({ first, last }: Pick<HistoryRun, "first" | "last">): readonly [low: number, high: number] {
  return first <= last ? [first, last] : [last, first];
}

export function claimsInRun(sql: Statements, run: Pick<HistoryRun, "first" | "last">): number {
  return Number(sql.get("SELECT count(*) AS n FROM claim WHERE key BETWEEN ? AND ?", ...keysOfRun(run))?.n);
}

/** Those of later entries, in order. */
export function readRunsAfter(sql: Statements, seq: number): HistoryRun[] {
  return readRuns(sql).filter((run) => run.seq > seq);
}

/** Changes that runs of later entries stand for. */
export function claimsInRunsAfter(sql: Statements, seq: number): number {
  return readRunsAfter(sql, seq).reduce((sum, { claims }) => sum + claims, 0);
}

export function* changesOfRun(sql: Statements, run: HistoryRun): Generator<Change> {
  const order = run.first <= run.last ? "ASC" : "DESC";
  const query = `SELECT ${columnsOfClaim} FROM claim c WHERE c.key BETWEEN ? AND ? ORDER BY c.key ${order}`;
  for (const row of sql.each(query, ...keysOfRun(run))) {
    const claim = claimOf(row);
    yield run.kind === "record-claim" ? { kind: run.kind, claim } : { kind: run.kind, claim: claim.id, reason: undoneReason };
  }
}

/** How many of the claims stand in the history by a run that recorded them. */
export function recordedInRuns(sql: Statements, keys: ReadonlySet<number>): number {
  const ranges = readRuns(sql)
    .filter(({ kind }) => kind === "record-claim")
    .map(keysOfRun);
  return [...keys].filter((key) => ranges.some(([low, high]) => low <= key && key <= high)).length;
}

/**
 * After claims were taken out of the file: runs without them. The ends of a run are claims that are there, so that a claim which comes
 * later, under a key that is free again, does not fall into it. Gives the number of changes that are gone.
 */
export function shrinkRuns(sql: Statements): number {
  let gone = 0;
  for (const run of readRuns(sql)) {
    const keys = keysOfRun(run);
    const row = sql.get("SELECT count(*) AS n, min(key) AS low, max(key) AS high FROM claim WHERE key BETWEEN ? AND ?", ...keys);
    const claims = Number(row?.n);
    if (claims === run.claims) continue;
    gone += run.claims - claims;
    if (claims === 0) sql.run("DELETE FROM history_run WHERE seq = ? AND n = ?", run.seq, run.n);
    else {
      const [low, high] = [Number(row?.low), Number(row?.high)];
      const ends = run.first <= run.last ? [low, high] : [high, low];
      sql.run(
        "UPDATE history_run SET first = ?, last = ?, claims = ? WHERE seq = ? AND n = ?",
        ...[ends[0]!, ends[1]!, claims, run.seq, run.n],
      );
    }
  }
  return gone;
}
