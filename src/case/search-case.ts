import { entityTypeId } from "../base/ids.ts";
import { BadInput } from "../base/problem.ts";
import type { CaseStore, SearchHit } from "../store/case-store.ts";

export interface AskedSearch {
  readonly type?: string;
  /** Default 20. */
  readonly limit?: number;
}

/** Entities by name, as `CaseStore.search` has them. Throws BadInput for a limit that is no count. */
export function searchCase(store: CaseStore, text: string, { type, limit }: AskedSearch): SearchHit[] {
  if (limit !== undefined && (!Number.isSafeInteger(limit) || limit < 1))
    throw new BadInput(`limit: wanted a whole number from 1, got ${limit}`);
  return store.search(text, {
    ...(type === undefined || type === "" ? {} : { type: entityTypeId(type) }),
    ...(limit === undefined ? {} : { limit }),
  });
}
