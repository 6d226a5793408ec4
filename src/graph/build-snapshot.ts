import type { ClaimId, EntityId, LinkId, RelationId, SourceId } from "../base/ids.ts";
import { NumberList } from "../base/number-list.ts";
import type { Stance } from "../claims/claim.ts";
import { stances } from "../claims/claim.ts";
import { type Ontology, relationOf } from "../claims/ontology.ts";
import { standingOf, standingRank } from "../claims/standing.ts";
import { countStances } from "./count-stances.ts";
import { AGAINST, ALONG, LINK_SHIFT, MAX_LINKS, NO_NODE, type Snapshot, type SnapshotNames, STANDING_SHIFT } from "./snapshot.ts";

/** What a snapshot is built from, each list in strictly ascending order of id (code units). */
export interface GraphRows {
  readonly entities: Iterable<EntityId>;
  readonly links: Iterable<GraphLinkRow>;
}

export interface GraphLinkRow {
  readonly link: { readonly id: LinkId; readonly relation: RelationId; readonly from: EntityId; readonly to: EntityId };
  /** Claims in force behind it; at least one. */
  readonly claims: readonly GraphClaimRow[];
}

export interface GraphClaimRow {
  readonly id: ClaimId;
  readonly source: SourceId;
  readonly origin: SourceId;
  readonly speaker: EntityId | null;
  readonly stance: Stance;
}

export interface NamedSnapshot {
  readonly snapshot: Snapshot;
  readonly names: SnapshotNames;
}

/**
 * Lays a case out in typed arrays (layout: snapshot.ts). Reads each row once; the slots are placed by
 * two counting sorts. O(entities + links + claims) time. Throws on rows that break their contract:
 * out of order, an end or a speaker that is no entity, a link without claims.
 */
export function buildSnapshot(rows: GraphRows, ontology: Ontology): NamedSnapshot {
  const entities = readEntities(rows.entities);
  const relations = new NameIndex();
  const sources = new NameIndex();
  const table = readLinks(rows.links, { nodeOf: entities.nodeOf, relations, sources });
  const linkFrom = table.from.toArray();
  const linkTo = table.to.toArray();
  const linkRelation = table.relation.toArray();
  const symmetric = relations.names.map((id) => relationOf(ontology, id as RelationId).symmetric);
  const claims = {
    claimStart: table.claimStart.toArray(),
    claimSource: table.source.toArray(),
    claimOrigin: table.origin.toArray(),
    claimSpeaker: table.speaker.toArray(),
    claimStance: Uint8Array.from(table.stance.toArray()),
  };
  const kinds = linkKinds({ ...claims, links: linkFrom.length, sources: sources.names.length });
  for (let link = 0; link < kinds.length; link++) if (symmetric[linkRelation[link]!]) kinds[link]! |= AGAINST;
  const nodes = entities.ids.length;
  const snapshot: Snapshot = {
    nodes,
    links: linkFrom.length,
    claims: claims.claimSource.length,
    ...laySlots({ nodes, linkFrom, linkTo, kinds }),
    linkFrom,
    linkTo,
    linkRelation,
    ...claims,
  };
  const names = {
    entities: entities.ids,
    links: table.ids,
    claims: table.claimIds,
    relations: relations.names,
    sources: sources.names,
  };
  return { snapshot, names };
}

/** Gives each name the next index when it is first seen. */
class NameIndex {
  readonly names: string[] = [];
  readonly #indices = new Map<string, number>();

  of(name: string): number {
    let index = this.#indices.get(name);
    if (index === undefined) {
      index = this.names.length;
      this.names.push(name);
      this.#indices.set(name, index);
    }
    return index;
  }
}

function readEntities(rows: Iterable<EntityId>) {
  const ids: string[] = [];
  const indices = new Map<string, number>();
  for (const id of rows) {
    assertAscending("entities", ids, id);
    indices.set(id, ids.length);
    ids.push(id);
  }
  const nodeOf = (id: string, what: string): number => {
    const node = indices.get(id);
    if (node === undefined) throw new Error(`snapshot: wanted an entity of the case as ${what}, got ${JSON.stringify(id)}`);
    return node;
  };
  return { ids, nodeOf };
}

function assertAscending(what: string, ids: readonly string[], id: string): void {
  const last = ids.at(-1);
  if (last === undefined || last < id) return;
  throw new Error(`snapshot: wanted ${what} in order of id, each once, got ${JSON.stringify(id)} after ${JSON.stringify(last)}`);
}

interface Readers {
  readonly nodeOf: (id: string, what: string) => number;
  readonly relations: NameIndex;
  readonly sources: NameIndex;
}

function readLinks(rows: Iterable<GraphLinkRow>, { nodeOf, relations, sources }: Readers) {
  const [from, to, relation, claimStart] = [new NumberList(), new NumberList(), new NumberList(), new NumberList()];
  const [source, origin, speaker, stance] = [new NumberList(), new NumberList(), new NumberList(), new NumberList()];
  const ids: string[] = [];
  const claimIds: string[] = [];
  for (const { link, claims } of rows) {
    assertAscending("links", ids, link.id);
    if (claims.length === 0) throw new Error(`snapshot: wanted a claim behind link ${JSON.stringify(link.id)}, got none`);
    ids.push(link.id);
    from.push(nodeOf(link.from, "subject"));
    to.push(nodeOf(link.to, "object"));
    relation.push(relations.of(link.relation));
    claimStart.push(claimIds.length);
    for (const claim of claims) {
      claimIds.push(claim.id);
      source.push(sources.of(claim.source));
      origin.push(sources.of(claim.origin));
      speaker.push(claim.speaker === null ? NO_NODE : nodeOf(claim.speaker, "speaker"));
      stance.push(stances.indexOf(claim.stance));
    }
  }
  claimStart.push(claimIds.length);
  if (ids.length > MAX_LINKS) throw new RangeError(`snapshot: wanted at most ${MAX_LINKS} links, got ${ids.length}`);
  return { ids, from, to, relation, claimStart, claimIds, source, origin, speaker, stance };
}

/** Per link its standing and ALONG, as in the low bits of a slot at the subject's end. */
function linkKinds(
  table: Pick<Snapshot, "claimStart" | "claimOrigin" | "claimSpeaker" | "claimStance" | "links"> & { readonly sources: number },
): Uint8Array {
  const kinds = new Uint8Array(table.links);
  const counter = countStances(table, table.sources);
  for (let link = 0; link < table.links; link++) {
    const standing = standingOf(counter(link));
    kinds[link] = (standingRank(standing!) << STANDING_SHIFT) | ALONG;
  }
  return kinds;
}

interface Ends {
  readonly nodes: number;
  readonly linkFrom: Uint32Array;
  readonly linkTo: Uint32Array;
  /** Low bits of the slot at the subject's end. */
  readonly kinds: Uint8Array;
}

/**
 * Slots in order of (node, other node, link). First the slots of each node in order of link, then those
 * of all nodes in turn, each handed to its other end: that end receives them in order of (node, link).
 */
function laySlots({ nodes, linkFrom, linkTo, kinds }: Ends): Pick<Snapshot, "slotStart" | "slotNode" | "slotWay"> {
  const slotStart = slotStarts({ nodes, linkFrom, linkTo });
  const slots = slotStart[nodes]!;
  const byLink = new Uint32Array(slots);
  let next = slotStart.slice(0, nodes);
  for (let link = 0; link < linkFrom.length; link++) {
    const from = linkFrom[link]!;
    const to = linkTo[link]!;
    if (from === to) continue;
    byLink[next[from]!++] = link;
    byLink[next[to]!++] = link;
  }
  next = slotStart.slice(0, nodes);
  const slotNode = new Uint32Array(slots);
  const slotWay = new Uint32Array(slots);
  for (let other = 0; other < nodes; other++)
    for (let at = slotStart[other]!; at < slotStart[other + 1]!; at++) {
      const link = byLink[at]!;
      const along = linkTo[link] === other;
      const slot = next[along ? linkFrom[link]! : linkTo[link]!]!++;
      slotNode[slot] = other;
      slotWay[slot] = ((link << LINK_SHIFT) | (along ? kinds[link]! : turned(kinds[link]!))) >>> 0;
    }
  return { slotStart, slotNode, slotWay };
}

function slotStarts({ nodes, linkFrom, linkTo }: Omit<Ends, "kinds">): Uint32Array {
  const slotStart = new Uint32Array(nodes + 1);
  for (let link = 0; link < linkFrom.length; link++) {
    if (linkFrom[link] === linkTo[link]) continue;
    slotStart[linkFrom[link]! + 1]!++;
    slotStart[linkTo[link]! + 1]!++;
  }
  for (let node = 0; node < nodes; node++) slotStart[node + 1]! += slotStart[node]!;
  return slotStart;
}

/** The same link seen from its other end: ALONG and AGAINST change places. */
function turned(kind: number): number {
  return (kind & ~(ALONG | AGAINST)) | ((kind & ALONG) << 1) | ((kind & AGAINST) >> 1);
}
