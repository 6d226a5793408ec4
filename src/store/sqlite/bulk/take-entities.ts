import type { Entity } from "../../../claims/entity.ts";
import { mergeEntity } from "../../../claims/merge-entity.ts";
import { entityWidth } from "../../record-batch.ts";
import { bodyOf } from "../statements.ts";
import type { BulkWork } from "./bulk-work.ts";

const insert = "INSERT INTO entity (id, type, body) VALUES (?, ?, ?) ON CONFLICT DO NOTHING";

/** Entities as they come: new ones into the table, those that are there merged into what is there. */
export function takeEntities(work: BulkWork, rows: readonly string[]): void {
  const { sql } = work;
  let last = lastRowid(work);
  for (let at = 0; at < rows.length; at += entityWidth) {
    const [id, type, body] = [rows[at]!, rows[at + 1]!, rows[at + 2]!];
    if (sql.change(insert, id, type, body) === 1) {
      last++;
      continue;
    }
    const { rowid, body: known } = sql.get("SELECT rowid, body FROM entity WHERE id = ?", id)!;
    meet(work, { rowid: Number(rowid), known: String(known), added: body, after: last });
  }
}

export function putPlaceholder({ sql }: BulkWork, entity: Entity): void {
  sql.run("INSERT INTO entity (id, type, body) VALUES (?, ?, ?)", entity.id, entity.type, JSON.stringify(entity));
}

function lastRowid({ sql }: BulkWork): number {
  return Number(sql.get("SELECT max(rowid) AS last FROM entity")?.last ?? 0);
}

function meet(
  work: BulkWork,
  { rowid, known, added, after }: { rowid: number; known: string; added: string; after: number },
): void {
  const { sql, entitiesBefore } = work;
  const before = bodyOf<Entity>({ body: known });
  const merged = mergeEntity(before, bodyOf<Entity>({ body: added }));
  const changed = merged === before ? 0 : 1;
  if (rowid <= entitiesBefore)
    sql.run(
      `INSERT INTO bulk_met (id, at, n, before, changed) VALUES (?, ?, ?, ?, ?)
       ON CONFLICT (id) DO UPDATE SET changed = changed OR excluded.changed`,
      ...[before.id, after, work.met++, known, changed],
    );
  if (changed === 1) sql.run("UPDATE entity SET type = ?, body = ? WHERE rowid = ?", merged.type, JSON.stringify(merged), rowid);
}
