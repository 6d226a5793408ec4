import type { Entity } from "../../../claims/entity.ts";
import { mergeEntity } from "../../../claims/merge-entity.ts";
import { entityWidth } from "../../record-batch.ts";
import { bodyOf } from "../statements.ts";
import type { BulkWork } from "./bulk-work.ts";
import { rowsInGroups } from "./rows-in-groups.ts";

const columns = { table: "entity (id, type, body)", row: "(?, ?, ?)", width: entityWidth };

/** Entities as they come: new ones into the table, those that are there merged into what is there. */
export function takeEntities(work: BulkWork, rows: readonly string[]): void {
  const { sql } = work;
  let last = lastRowid(work);
  for (const group of rowsInGroups(sql, columns, rows)) {
    if (group.inserted === group.rows) {
      last += group.rows;
      continue;
    }
    last = takeMixed(work, group.values as readonly string[], last);
  }
}

export function putPlaceholder({ sql }: BulkWork, entity: Entity): void {
  sql.run("INSERT INTO entity (id, type, body) VALUES (?, ?, ?)", entity.id, entity.type, JSON.stringify(entity));
}

function lastRowid({ sql }: BulkWork): number {
  return Number(sql.get("SELECT max(rowid) AS last FROM entity")?.last ?? 0);
}

/** A group of which some were there: those that are in the table since `last` are new, the first time that they come. */
function takeMixed(work: BulkWork, values: readonly string[], last: number): number {
  const fresh = new Set<string>();
  let next = last;
  for (let at = 0; at < values.length; at += entityWidth) {
    const id = values[at]!;
    const row = work.sql.get("SELECT rowid, body FROM entity WHERE id = ?", id)!;
    if (Number(row.rowid) > last && !fresh.has(id)) {
      fresh.add(id);
      next = Number(row.rowid);
    } else meet(work, { rowid: Number(row.rowid), known: String(row.body), added: values[at + 2]!, after: next });
  }
  return next;
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
