import type { EntityId } from "../../base/ids.ts";
import type { Link } from "../../claims/link.ts";
import type { Relation } from "../../claims/ontology.ts";
import type { GraphEntity, GraphIndex, Hidden } from "./graph-index.ts";
import { visiblePart } from "./graph-index.ts";

/**
 * The graph as an outline: entities, under each its links, at the end of each link the other entity with
 * its own links. Built only as deep as it is opened, so that a graph with cycles is no endless tree.
 */
export type OutlineItem =
  | {
      readonly kind: "entity";
      readonly key: string;
      readonly entity: GraphEntity;
      readonly items: readonly OutlineItem[];
      readonly more: boolean;
    }
  | {
      readonly kind: "link";
      readonly key: string;
      readonly link: Link;
      /** In words from the entity above: "charged by". */
      readonly words: string;
      readonly other: GraphEntity;
      readonly items: readonly OutlineItem[];
      readonly more: boolean;
    };

interface OutlineOptions {
  readonly hidden: Hidden;
  /** Keys of the items that are open. Keys are positions, never ids, so any id is safe in them. */
  readonly open: ReadonlySet<string>;
  readonly relation: (id: string) => Pick<Relation, "label" | "inverse" | "symmetric">;
}

const nothingKept = { entities: new Set<EntityId>(), links: new Set<Link["id"]>() };

/** Entities by name; links by relation, then by the other's name. */
export function outlineOf(graph: GraphIndex, { hidden, open, relation }: OutlineOptions): OutlineItem[] {
  const { entities, links } = visiblePart(graph, hidden, nothingKept);
  const shown = new Set(links.map(({ id }) => id));
  const position = new Map(graph.view.entities.map(({ id }, at) => [id, at]));
  const itemOf = (entity: GraphEntity, link: Link, key: string): OutlineItem[] => {
    const out = link.from === entity.id;
    const other = graph.entities.get(out ? link.to : link.from);
    if (other === undefined) return [];
    const { label, inverse, symmetric } = relation(link.relation);
    return [{ kind: "link", key, link, words: out || symmetric ? label : inverse, other, items: under(other, key), more: true }];
  };
  const linksUnder = (entity: GraphEntity, key: string): OutlineItem[] =>
    (graph.linksOf.get(entity.id) ?? [])
      .flatMap((link, at) => (shown.has(link.id) ? itemOf(entity, link, `${key}/${at}`) : []))
      .sort(inWords);
  /** Of a closed item its first link alone, and nothing under that: the tree opens by key only what has a child. */
  const peek = (entity: GraphEntity, key: string): OutlineItem[] => {
    const links = graph.linksOf.get(entity.id) ?? [];
    const at = links.findIndex(({ id }) => shown.has(id));
    const link = links[at];
    return link === undefined || !isOpenAbove(key) ? [] : itemOf(entity, link, `${key}/${at}`);
  };
  const isOpenAbove = (key: string) => !key.includes("/") || open.has(key.slice(0, key.lastIndexOf("/")));
  const under = (entity: GraphEntity, key: string): OutlineItem[] =>
    open.has(key) ? linksUnder(entity, key) : peek(entity, key);

  return [...entities]
    .sort((a, b) => byName.compare(a.name, b.name))
    .map((entity) => {
      const key = `e${position.get(entity.id)}`;
      return { kind: "entity", key, entity, items: under(entity, key), more: entity.degree > 0 };
    });
}

const byName = new Intl.Collator("en", { sensitivity: "base", numeric: true });

function inWords(a: OutlineItem, b: OutlineItem): number {
  if (a.kind !== "link" || b.kind !== "link") return 0;
  return byName.compare(a.words, b.words) || byName.compare(a.other.name, b.other.name);
}
