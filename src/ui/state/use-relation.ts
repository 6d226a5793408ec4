import { useCallback, useMemo } from "react";
import { relationId } from "../../base/ids.ts";
import type { Relation } from "../../claims/ontology.ts";
import { relationOf } from "../../claims/ontology.ts";
import { usePage } from "./use-page.ts";

/** Looks a relation up by its id; one that the case lacks keeps its own name. */
export function useRelation(): (id: string) => Relation {
  const relations = usePage((state) => state.case?.relations);
  const known = useMemo(() => new Map((relations ?? []).map((relation) => [relation.id, relation])), [relations]);
  return useCallback((id) => relationOf({ types: new Map(), relations: known, properties: new Map() }, relationId(id)), [known]);
}
