import type { EntityId, LinkId } from "../../base/ids.ts";
import type { EntityView, GraphView } from "../../case/views.ts";
import type { Link } from "../../claims/link.ts";
import type { Standing } from "../../claims/standing.ts";

export type GraphEntity = GraphView["entities"][number];

/** What is on the canvas, looked up by id. Built once per revision; never changed. */
export interface GraphIndex {
  readonly view: GraphView;
  readonly entities: ReadonlyMap<EntityId, GraphEntity>;
  readonly links: ReadonlyMap<LinkId, Link>;
  /** Links that start or end at the entity, in the order of the view. */
  readonly linksOf: ReadonlyMap<EntityId, readonly Link[]>;
  /** How many entities there are of each type, how many links of each standing. */
  readonly types: ReadonlyMap<string, number>;
  readonly standings: ReadonlyMap<Standing, number>;
}

/** What the reader chose not to see. */
export interface Hidden {
  readonly types: ReadonlySet<string>;
  readonly standings: ReadonlySet<Standing>;
}

export const nothingHidden: Hidden = { types: new Set(), standings: new Set() };

export function indexGraph(view: GraphView): GraphIndex {
  const linksOf = new Map<EntityId, Link[]>();
  const put = (id: EntityId, link: Link) => {
    const known = linksOf.get(id);
    if (known === undefined) linksOf.set(id, [link]);
    else known.push(link);
  };
  for (const link of view.links) {
    put(link.from, link);
    if (link.to !== link.from) put(link.to, link);
  }
  return {
    view,
    entities: new Map(view.entities.map((entity) => [entity.id, entity])),
    links: new Map(view.links.map((link) => [link.id, link])),
    linksOf,
    types: counted(view.entities.map(({ type }) => type)),
    standings: counted(view.links.map(({ standing }) => standing)),
  };
}

/** The graph with further entities on it, and their links to what is there. Those that are there already change nothing. */
export function bringIn({ view }: GraphIndex, views: readonly EntityView[]): GraphIndex {
  const entities = new Map(view.entities.map((entity) => [entity.id, entity]));
  for (const { entity, links } of views) {
    const { id, type, name } = entity;
    if (!entities.has(id)) entities.set(id, { id, type, name, degree: links.total });
  }
  const links = new Map(view.links.map((link) => [link.id, link]));
  const further = views.flatMap(({ groups }) => groups.flatMap((group) => group.links));
  for (const { id, from, to, relation, standing, claims, origins } of further)
    if (!links.has(id) && entities.has(from) && entities.has(to))
      links.set(id, { id, from, to, relation, standing, claims, origins });
  return indexGraph({ ...view, entities: [...entities.values()], links: [...links.values()] });
}

function counted<T>(keys: Iterable<T>): Map<T, number> {
  const counts = new Map<T, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

/**
 * The part of the view that is not hidden; a link goes with either of its ends. `kept` entities and
 * links stay whatever is hidden: the path that was asked for is never cut.
 */
export function visiblePart(
  { view }: GraphIndex,
  hidden: Hidden,
  kept: { readonly entities: ReadonlySet<EntityId>; readonly links: ReadonlySet<LinkId> },
): Pick<GraphView, "entities" | "links"> {
  const entities = view.entities.filter(({ id, type }) => !hidden.types.has(type) || kept.entities.has(id));
  const shown = new Set(entities.map(({ id }) => id));
  const links = view.links.filter(
    ({ id, from, to, standing }) => shown.has(from) && shown.has(to) && (!hidden.standings.has(standing) || kept.links.has(id)),
  );
  return { entities, links };
}
