import type { Change } from "../../../claims/change.ts";
import { undoneReason } from "../../../claims/change.ts";
import type { ChangeAuthor } from "../../case-store.ts";
import { readSource } from "../read-records.ts";
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

function writeClaims({ sql, seq, claimsBefore, nextKey }: BulkWork, n: number): number {
  sql.run(
    `INSERT INTO history_change (seq, n, body)
     SELECT ?1, ?2 + key - ?3, '{"kind":"record-claim","claim":' || body || '}' FROM claim WHERE key > ?3`,
    ...[seq, n, claimsBefore],
  );
  sql.run(
    `INSERT INTO history_change (seq, n, body)
     SELECT ?1, ?2 + r.n - ?3, json_object('kind', 'restore-claim', 'claim', c.id, 'reason', ?4)
     FROM bulk_restored r CROSS JOIN claim c ON c.key = r.key`,
    ...[seq, n, claimsBefore, undoneReason],
  );
  return nextKey - claimsBefore;
}
