import type { EntityId, EntityTypeId } from "../../base/ids.ts";
import type { Entity } from "../../claims/entity.ts";
import { isKindOf, typesUnder } from "../../claims/ontology.ts";
import type { SearchHit } from "../case-store.ts";
import type { LinkRules } from "./derive-links.ts";
import type { SearchTables } from "./search-tables.ts";

interface SearchedCase {
  readonly names: SearchTables;
  readonly rules: LinkRules & { readonly revision: number };
  readonly entity: (id: EntityId) => Entity | undefined;
}

/** Entities whose names match, best first, each once and under the one that stands for it. */
export function searchHits(
  { names, rules: { ontology, merged, revision }, entity: read }: SearchedCase,
  text: string,
  { type, limit = 20 }: { readonly type?: EntityTypeId; readonly limit?: number },
): SearchHit[] {
  const only = type === undefined ? null : { types: typesUnder(ontology, type), ids: [...merged.keys()] };
  const hits = new Map<EntityId, SearchHit | null>();
  let found = 0;
  for (const { entity: id, text: matched, similar } of names.matching(text, revision, only)) {
    const head = merged.get(id) ?? id;
    if (hits.has(head)) continue;
    const entity = read(head);
    const fits = entity !== undefined && (type === undefined || isKindOf(ontology, entity.type, type));
    hits.set(head, fits ? { entity, matched, similar } : null);
    if (fits && ++found === limit) break;
  }
  return [...hits.values()].filter((hit) => hit !== null);
}
