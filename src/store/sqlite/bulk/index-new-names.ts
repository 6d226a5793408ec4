import type { EntityId } from "../../../base/ids.ts";
import { fillNames, indexNames, indexNamesAfter } from "../name-index.ts";
import type { BulkWork } from "./bulk-work.ts";

/** Names of entities that are new, or say more than they did. Where most are new, all of the index is filled anew, which is quicker. */
export function indexNewNames({ sql, entitiesBefore }: BulkWork): void {
  const added = Number(sql.get("SELECT count(*) AS n FROM entity WHERE rowid > ?", entitiesBefore)?.n);
  if (added > entitiesBefore) {
    fillNames(sql);
    return;
  }
  const changed = sql.all("SELECT id FROM bulk_met WHERE changed");
  indexNames(
    sql,
    changed.map(({ id }) => id as EntityId),
  );
  indexNamesAfter(sql, entitiesBefore);
}
