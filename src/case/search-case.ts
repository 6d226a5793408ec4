import { entityId, entityTypeId } from "../base/ids.ts";
import { BadInput } from "../base/problem.ts";
import type { CaseStore, SearchHit } from "../store/case-store.ts";

export interface AskedSearch {
  readonly type?: string;
  /** Default 20. */
  readonly limit?: number;
}

/** The entity with that very id, then those by name, as `CaseStore.search` has them. Throws BadInput for a limit that is no count. */
export function searchCase(store: CaseStore, text: string, { type, limit }: AskedSearch): SearchHit[] {
  if (limit !== undefined && (!Number.isSafeInteger(limit) || limit < 1))
    throw new BadInput(`limit: wanted a whole number from 1, got ${limit}`);
  const only = type === undefined || type === "" ? undefined : entityTypeId(type);
  const hits = store.search(text, {
    ...(only === undefined ? {} : { type: only }),
    ...(limit === undefined ? {} : { limit }),
  });
  const entity = text !== "" && text.isWellFormed() ? store.entity(entityId(text)) : undefined;
  const isHit = entity === undefined || hits.some((hit) => hit.entity.id === entity.id);
  if (isHit || (only !== undefined && entity.type !== only)) return hits;
  return [{ entity, matched: text, similar: false }, ...hits].slice(0, limit ?? 20);
}
