import type { EntityId } from "../../../base/ids.ts";
import { fillNames, indexNames } from "../name-index.ts";
import type { Statements } from "../statements.ts";
import type { BulkWork } from "./bulk-work.ts";

/** Names of entities that are new, or say more than they did. Where most are new, all of the index is filled anew, which is quicker. */
export function indexNewNames({ sql, entitiesBefore }: BulkWork): void {
  const added = Number(sql.get("SELECT count(*) AS n FROM entity WHERE rowid > ?", entitiesBefore)?.n);
  if (added > entitiesBefore) fillNames(sql);
  else indexNames(sql, toIndex(sql, entitiesBefore));
}

function* toIndex(sql: Statements, entitiesBefore: number): Generator<EntityId> {
  for (const { id } of sql.all("SELECT id FROM bulk_met WHERE changed")) yield id as EntityId;
  for (const { id } of sql.each("SELECT id FROM entity WHERE rowid > ? ORDER BY rowid", entitiesBefore)) yield id as EntityId;
}
