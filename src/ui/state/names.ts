import { entityId, relationId } from "../../base/ids.ts";
import { relationOf } from "../../claims/ontology.ts";
import { inSentence } from "./matching-types.ts";
import type { PageState } from "./page-state.ts";
import { shortName } from "./words.ts";

/** What things are called, for whoever has their ids; what the page does not know keeps its id. */
export interface Names {
  readonly entity: (id: string) => string;
  readonly source: (id: string) => string;
  /** As it stands in a sentence: "armed group". */
  readonly type: (id: string) => string;
  readonly relation: (id: string) => string;
}

const longest = 200;

/** The name of an entity, wherever the page has it from; undefined where it has none. */
export function entityName(state: Pick<PageState, "graph" | "entity" | "overview" | "listing">, id: string): string | undefined {
  const { graph, entity, overview, listing } = state;
  if (id === "") return undefined;
  const drawn = graph?.entities.get(entityId(id))?.name;
  if (drawn !== undefined) return drawn;
  if (entity.state === "ready" && entity.view.entity.id === id) return entity.view.entity.name;
  const members = overview?.communities?.largest.flatMap((community) => community.members) ?? [];
  return [...(listing?.entities ?? []), ...(overview?.hubs ?? []), ...members].find((one) => one.id === id)?.name;
}

/** Names as the page knows them; `also` are entities that an answer brought along. */
export function namesOf(
  { graph, case: view }: Pick<PageState, "graph" | "case">,
  also: Iterable<{ readonly id: string; readonly name: string }> = [],
): Names {
  const brought = new Map([...also].map(({ id, name }) => [id, name]));
  const relations = new Map(view?.relations.map((relation) => [relation.id, relation]));
  const ontology = { types: new Map(), relations, properties: new Map() };
  const known = (id: string) => (id === "" ? undefined : graph?.entities.get(entityId(id))?.name);
  return {
    entity: (id) => shortName(known(id) ?? brought.get(id) ?? id, longest),
    source: (id) => shortName(view?.sources.find((source) => source.id === id)?.title ?? id, longest),
    type: (id) => inSentence(shortName(view?.types.find((type) => type.id === id)?.label ?? id, longest)),
    relation: (id) => shortName(id === "" ? "" : relationOf(ontology, relationId(id)).label, longest),
  };
}
