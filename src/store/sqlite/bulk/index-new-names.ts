import type { Entity } from "../../../claims/entity.ts";
import { forgetNames, indexNames } from "../name-index.ts";
import { bodyOf } from "../statements.ts";
import type { BulkWork } from "./bulk-work.ts";
import { makeIndexes } from "./scratch.ts";

/** Names of entities that are new, or say more than they did. */
export function indexNewNames({ sql, entitiesBefore }: BulkWork): void {
  const changed = sql.all("SELECT e.body FROM bulk_met m CROSS JOIN entity e ON e.id = m.id WHERE m.changed");
  if (changed.length > 0) makeIndexes(sql, "name");
  for (const row of changed) {
    const entity = bodyOf<Entity>(row);
    forgetNames(sql, entity.id);
    indexNames(sql, entity);
  }
  for (const row of sql.each("SELECT body FROM entity WHERE rowid > ? ORDER BY rowid", entitiesBefore))
    indexNames(sql, bodyOf<Entity>(row));
  makeIndexes(sql, "name");
}
