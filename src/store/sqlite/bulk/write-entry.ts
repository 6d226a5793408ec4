import type { Change } from "../../../claims/change.ts";
import type { ChangeAuthor } from "../../case-store.ts";
import { type HistoryRun, writeRun } from "../history-runs.ts";
import { readSource } from "../read-records.ts";
import type { Statements } from "../statements.ts";
import type { BulkWork } from "./bulk-work.ts";

/** The entry of the history, in the order in which the changes hold together: what claims name, the claims, what names claims. */
export function writeEntry(work: BulkWork, { at, by, label }: ChangeAuthor): void {
  const { sql, seq, sources, ontologyChanges, otherChanges } = work;
  sql.run("INSERT INTO history (seq, at, by, label, undoes) VALUES (?, ?, ?, ?, NULL)", seq, at, by, label);
  let n = 0;
  const write = (change: Change) => {
    sql.run("INSERT INTO history_change (seq, n, body) VALUES (?, ?, ?)", seq, n++, JSON.stringify(change));
  };
  for (const change of ontologyChanges) write(change);
  for (const [id, isNew] of sources) if (isNew) write({ kind: "put-source", before: null, after: readSource(sql, id)! });
  n += writeEntities(work, n);
  n += writeClaims(work, n);
  for (const change of otherChanges) write(change);
}

function writeEntities({ sql, seq, entitiesBefore }: BulkWork, n: number): number {
  return sql.change(
    `INSERT INTO history_change (seq, n, body)
     SELECT ?1, ?2 + row_number() OVER (ORDER BY at, place) - 1, body FROM (
       SELECT rowid AS at, 0 AS place, '{"kind":"put-entity","before":null,"after":' || body || '}' AS body
       FROM entity WHERE rowid > ?3
       UNION ALL
       SELECT m.at, m.n + 1, '{"kind":"put-entity","before":' || m.before || ',"after":' || e.body || '}'
       FROM bulk_met m CROSS JOIN entity e ON e.id = m.id WHERE m.changed)`,
    ...[seq, n, entitiesBefore],
  );
}

/** Claims that came in, and between them those that came in again, in order of reading. */
function writeClaims({ sql, seq, claimsBefore }: BulkWork, n: number): number {
  let at = n;
  let from = claimsBefore;
  const record = (before: number) => {
    const row = sql.get(
      "SELECT count(*) AS n, min(key) AS low, max(key) AS high FROM claim WHERE key > ? AND key < ?",
      from,
      before,
    );
    const claims = Number(row?.n);
    if (claims === 0) return;
    writeRun(sql, { seq, n: at++, kind: "record-claim", first: Number(row?.low), last: Number(row?.high), claims });
  };
  let run = null as Omit<HistoryRun, "seq" | "n" | "kind"> | null;
  const restore = () => {
    if (run !== null) writeRun(sql, { seq, n: at++, kind: "restore-claim", ...run });
    run = null;
  };
  for (const row of sql.each("SELECT n, key FROM bulk_restored ORDER BY n")) {
    const [place, key] = [Number(row.n), Number(row.key)];
    const isBetween = sql.get("SELECT 1 FROM claim WHERE key > ? AND key < ? LIMIT 1", from, place) !== undefined;
    if (isBetween) {
      restore();
      record(place);
    }
    from = place;
    if (run !== null && follows(sql, run, key)) run = { ...run, last: key, claims: run.claims + 1 };
    else {
      restore();
      run = { first: key, last: key, claims: 1 };
    }
  }
  restore();
  record(Number.MAX_SAFE_INTEGER);
  return at - n;
}

/** Whether the run goes on to the claim, with no other between. */
function follows(sql: Statements, { first, last }: { first: number; last: number }, key: number): boolean {
  const way = key > last ? 1 : -1;
  if (first !== last && way !== Math.sign(last - first)) return false;
  const [low, high] = way === 1 ? [last, key] : [key, last];
  return sql.get("SELECT 1 FROM claim WHERE key > ? AND key < ? LIMIT 1", low, high) === undefined;
}
