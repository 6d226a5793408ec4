import { useCallback } from "react";
import { entityName } from "./names.ts";
import { usePage } from "./use-page.ts";

/** Names of entities by id, as far as the page knows them; else the id. */
export function useNameOf(): (id: string) => string {
  const graph = usePage((state) => state.graph);
  const entity = usePage((state) => state.entity);
  const overview = usePage((state) => state.overview);
  const listing = usePage((state) => state.listing);
  return useCallback((id) => entityName({ graph, entity, overview, listing }, id) ?? id, [graph, entity, overview, listing]);
}
