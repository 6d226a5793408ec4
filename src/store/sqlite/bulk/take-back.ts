import { type Change, inverseOf, undoneReason } from "../../../claims/change.ts";
import type { ChangeAuthor } from "../../case-store.ts";
import type { BeforeDisk } from "../../coming-revision.ts";
import { applyChanges } from "../apply-changes.ts";
import { readRules } from "../case-rules.ts";
import { comingRevision } from "../coming-revision.ts";
import { lastSeq } from "../history.ts";
import { type HistoryRun, keysOfRun, type RunKind, readRuns, writeRun } from "../history-runs.ts";
import { keepOperation } from "../operations.ts";
import { bodyOf, type Statements } from "../statements.ts";
import { storageProblem } from "../storage-problem.ts";
import { conflict } from "../work.ts";
import { placeRange, refillTouched } from "./place-links.ts";
import { closeScratch, openScratch } from "./scratch.ts";

/** Changes done at a time. */
const someChanges = 10_000;

/**
 * Takes back an entry that holds runs, in one transaction: the inverses of its changes, last first; those of a run at once, and as a
 * run of the new entry, whose number it gives. Memory does not grow with the entry. Throws BadInput `conflict` like `applyChanges`.
 */
export function takeBackRuns(
  sql: Statements,
  taken: number,
  { beforeDisk, ...by }: ChangeAuthor & { readonly beforeDisk: BeforeDisk | undefined },
): number {
  const { db } = sql;
  db.exec("PRAGMA cache_size = -131072; BEGIN IMMEDIATE");
  try {
    const seq = takeBackAll(sql, taken, by);
    const onDisk = beforeDisk?.(comingRevision(sql));
    db.exec("COMMIT");
    onDisk?.();
    return seq;
  } catch (error) {
    if (db.isTransaction) db.exec("ROLLBACK");
    throw storageProblem(error, db);
  } finally {
    db.exec("PRAGMA cache_size = -2000");
  }
}

function takeBackAll(sql: Statements, taken: number, { at, by, label, operation }: ChangeAuthor): number {
  const seq = lastSeq(sql) + 1;
  openScratch(sql);
  sql.run("INSERT INTO history (seq, at, by, label, undoes) VALUES (?, ?, ?, ?, ?)", seq, at, by, label, taken);
  if (operation !== undefined) keepOperation(sql, operation, { seq, wrote: true });
  let n = 0;
  let before = Number.MAX_SAFE_INTEGER;
  for (const run of readRuns(sql, taken).reverse()) {
    n = takeBackRows(sql, { taken, seq, n }, [run.n, before]);
    const turned: HistoryRun = { seq, n, kind: inverses[run.kind], first: run.last, last: run.first, claims: run.claims };
    carryOut(sql, turned);
    writeRun(sql, turned);
    n++;
    before = run.n;
  }
  takeBackRows(sql, { taken, seq, n }, [-1, before]);
  closeScratch(sql);
  return seq;
}

const inverses: Readonly<Record<RunKind, RunKind>> = {
  "record-claim": "withdraw-claim",
  "withdraw-claim": "restore-claim",
  "restore-claim": "withdraw-claim",
};

/** Single changes between two places, last first; gives the place of the next one. */
function takeBackRows(
  sql: Statements,
  { taken, seq, n }: { readonly taken: number; readonly seq: number; readonly n: number },
  [after, before]: readonly [number, number],
): number {
  let at = n;
  for (let bound = before; ; ) {
    const rows = sql.all(
      "SELECT n, body FROM history_change WHERE seq = ? AND n > ? AND n < ? ORDER BY n DESC LIMIT ?",
      ...[taken, after, bound, someChanges],
    );
    if (rows.length === 0) return at;
    const changes = rows.map((row) => inverseOf(bodyOf<Change>(row)));
    for (const change of changes)
      sql.run("INSERT INTO history_change (seq, n, body) VALUES (?, ?, ?)", seq, at++, JSON.stringify(change));
    applyChanges(sql, changes, { seq });
    bound = Number(rows.at(-1)?.n);
  }
}

function carryOut(sql: Statements, run: HistoryRun): void {
  const keys = keysOfRun(run);
  sql.run("DELETE FROM bulk_touched");
  if (run.kind === "restore-claim") restoreAll(sql, run);
  else withdrawAll(sql, run);
  sql.run("INSERT OR IGNORE INTO bulk_touched SELECT link FROM link_claim WHERE claim BETWEEN ? AND ?", ...keys);
  if (run.kind !== "restore-claim") sql.run("DELETE FROM link_claim WHERE claim BETWEEN ? AND ?", ...keys);
  refillTouched(sql);
}

function withdrawAll(sql: Statements, run: HistoryRun): void {
  if (withdrawnIn(sql, run) > 0) throw conflict("claim: wanted claims in force, got one that is withdrawn already");
  sql.run(
    "INSERT INTO withdrawn (kind, id, seq, reason) SELECT 'claim', id, ?, ? FROM claim WHERE key BETWEEN ? AND ? ORDER BY id",
    ...[run.seq, undoneReason, ...keysOfRun(run)],
  );
}

function restoreAll(sql: Statements, run: HistoryRun): void {
  const keys = keysOfRun(run);
  if (withdrawnIn(sql, run) !== run.claims) throw conflict("claim: wanted withdrawn ones, got one that is in force");
  const nowhere = (column: string) => `${column} IS NOT NULL AND NOT EXISTS (SELECT 1 FROM entity e WHERE e.id = c.${column})`;
  const lacking = sql.get(
    `SELECT 1 FROM claim c WHERE key BETWEEN ? AND ? AND (${["subject", "object", "speaker", "about"].map(nowhere).join(" OR ")}
       OR NOT EXISTS (SELECT 1 FROM source s WHERE s.id = c.source)) LIMIT 1`,
    ...keys,
  );
  if (lacking !== undefined) throw conflict("claim: wanted entities and a source of the case, got a claim that names others");
  sql.run("DELETE FROM withdrawn WHERE kind = 'claim' AND id IN (SELECT id FROM claim WHERE key BETWEEN ? AND ?)", ...keys);
  placeRange(sql, { rules: readRules(sql), keys });
}

function withdrawnIn(sql: Statements, run: HistoryRun): number {
  const query = `SELECT count(*) AS n FROM claim c CROSS JOIN withdrawn w ON w.kind = 'claim' AND w.id = c.id WHERE c.key BETWEEN ? AND ?`;
  return Number(sql.get(query, ...keysOfRun(run))?.n);
}
