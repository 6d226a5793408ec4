import { compareIds, type EntityId, entityId, type RelationId, relationId } from "../base/ids.ts";
import { BadInput } from "../base/problem.ts";
import type { Claim } from "../claims/claim.ts";
import type { Link } from "../claims/link.ts";
import type { Ontology } from "../claims/ontology.ts";
import { families, relationOf } from "../claims/ontology.ts";
import type { CaseStore } from "../store/case-store.ts";
import type { LinkCount } from "../store/neighbour-reader.ts";
import { linkLines } from "./link-line.ts";
import { oneOf } from "./one-of.ts";
import type { LinkGroup, LinkGroupPage } from "./views.ts";

/** Links of an entity that a view holds at most, unless asked for more. */
export const linksAtOnce = 200;

/** A group of an entity's links: which of them, and how to go on. */
export interface AskedGroup {
  readonly relation: string;
  /** As `LinkGroup` has it. */
  readonly side: string;
  /** Id of the other end of the last link that is known already. */
  readonly after?: string;
  /** Links at most, default 200. */
  readonly limit?: number;
}

/**
 * Links of an entity by relation and side, in the order of the ontology's families, then of its relations; in a group by the other
 * end's id. Of more than `limit` links each group has its share: small groups are whole, the large ones begin alike.
 */
export function linkGroups(store: CaseStore, id: EntityId, limit: number): { groups: LinkGroup[]; claims: readonly Claim[] } {
  const few = store.near.fewLinks(id, Math.min(limit, fewAtOnce));
  const found = few === null ? firstOfGroups(store, id, limit) : wholeGroups(store.ontology(), id, few);
  const { lines, claims } = linkLines(
    store,
    found.flatMap(({ links }) => links),
    id,
  );
  const groups = found.map(({ group, links }) => ({ ...group, links: lines.splice(0, links.length) }));
  return { groups, claims };
}

/** So many are read together and put into groups; of more, each group is counted and read by itself. */
const fewAtOnce = 512;

interface FoundGroup {
  readonly group: CountedGroup;
  readonly links: readonly Link[];
}

function firstOfGroups(store: CaseStore, id: EntityId, limit: number): FoundGroup[] {
  const ontology = store.ontology();
  const counted = countedGroups(ontology, store.near.countLinks(id));
  const share = fairShare(
    counted.map(({ count }) => count),
    limit,
  );
  return counted.map((group) => {
    const page = { relation: group.relation, side: sideOf(ontology, group), after: null, limit: Math.min(group.count, share) };
    return { group, links: store.near.linkPage(id, page) };
  });
}

/** Of all links of an entity, in the order in which a group has them. */
function wholeGroups(ontology: Ontology, id: EntityId, all: readonly Link[]): FoundGroup[] {
  const counts = all.map(({ relation, from }) => ({
    relation,
    side: from === id ? ("out" as const) : ("in" as const),
    count: 1,
  }));
  return countedGroups(ontology, counts).map((group) => {
    const side = sideOf(ontology, group);
    const isIn = ({ relation, from }: Link) => relation === group.relation && isOn(side, from === id);
    return { group, links: all.filter(isIn) };
  });
}

function isOn(side: ReturnType<typeof sideOf>, startsHere: boolean): boolean {
  return side === "both" || (side === "out") === startsHere;
}

/** More links of one group. Throws BadInput for a side that is none and a limit that is no count. */
export function linkGroupPage(store: CaseStore, id: EntityId, asked: AskedGroup): LinkGroupPage {
  const { limit = linksAtOnce, after = "" } = asked;
  if (!Number.isSafeInteger(limit) || limit < 1) throw new BadInput(`limit: wanted a whole number from 1, got ${limit}`);
  const group = { relation: relationId(asked.relation), side: oneOf("side", asked.side, ["out", "in"] as const) };
  const page = { relation: group.relation, side: sideOf(store.ontology(), group), after: after === "" ? null : entityId(after) };
  const links = store.near.linkPage(id, { ...page, limit: limit + 1 });
  return { links: linkLines(store, links.slice(0, limit), id).lines, more: links.length > limit };
}

type CountedGroup = Omit<LinkGroup, "links" | "relation"> & { readonly relation: RelationId };

/** Of a symmetric relation both ends are one group. */
function countedGroups(ontology: Ontology, counts: readonly LinkCount[]): CountedGroup[] {
  const groups = new Map<string, CountedGroup>();
  for (const { relation, side: end, count } of counts) {
    const { symmetric, label, inverse } = relationOf(ontology, relation);
    const side = symmetric ? "out" : end;
    const key = `${side} ${relation}`;
    const known = groups.get(key)?.count ?? 0;
    groups.set(key, { relation, side, label: side === "out" ? label : inverse, count: known + count });
  }
  const order: string[] = [...ontology.relations.keys()];
  const rank = ({ relation }: CountedGroup): number => {
    const at = order.indexOf(relation);
    return families.indexOf(relationOf(ontology, relation).family) * 1e6 + (at < 0 ? order.length : at);
  };
  return [...groups.values()].sort(
    (a, b) => rank(a) - rank(b) || compareIds(a.relation, b.relation) || compareIds(b.side, a.side),
  );
}

function sideOf(ontology: Ontology, { relation, side }: Pick<CountedGroup, "relation" | "side">): "out" | "in" | "both" {
  return relationOf(ontology, relation).symmetric ? "both" : side;
}

/** The most that each count may have for all to have no more than `total` together; at least 1. */
export function fairShare(counts: readonly number[], total: number): number {
  let left = total;
  const ascending = [...counts].sort((a, b) => a - b);
  for (const [at, count] of ascending.entries()) {
    const share = Math.max(1, Math.floor(left / (ascending.length - at)));
    if (count > share) return share;
    left -= count;
  }
  return Math.max(1, total);
}
