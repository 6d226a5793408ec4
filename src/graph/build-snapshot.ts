import type { ClaimId, EntityId, EntityTypeId, LinkId, RelationId, SourceId } from "../base/ids.ts";
import { NumberList } from "../base/number-list.ts";
import type { Credibility, Stance } from "../claims/claim.ts";
import { type Ontology, relationOf } from "../claims/ontology.ts";
import type { Reliability } from "../claims/source.ts";
import { outOfOrder } from "./check-columns.ts";
import { bitsOf } from "./claim-drafts.ts";
import type { ClaimIds } from "./claim-ids.ts";
import { laySnapshot } from "./lay-snapshot.ts";
import { NameIndex } from "./name-index.ts";
import { namesInOntology } from "./names-in-ontology.ts";
import { IdPacker } from "./packed-ids.ts";
import { NO_NODE, NO_SPAN, reliabilityRank, type Snapshot, type SnapshotNames } from "./snapshot.ts";
import { type BufferPlan, ownBuffer } from "./snapshot-room.ts";

/** What a snapshot is built from: entities and links in strictly ascending order of id (code units). */
export interface GraphRows {
  readonly entities: Iterable<GraphEntityRow>;
  readonly links: Iterable<GraphLinkRow>;
  /** Grades of sources. One that is not among them is ungraded. */
  readonly sources: Iterable<GraphSourceRow>;
}

export interface GraphEntityRow {
  readonly id: EntityId;
  readonly type: EntityTypeId;
}

export interface GraphSourceRow {
  readonly id: SourceId;
  readonly reliability: Reliability | null;
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
  readonly credibility: Credibility | null;
  /** A quote with its place in the source's text. */
  readonly quoted: boolean;
  /** It relays another claim, or its source derives from another. */
  readonly echo: boolean;
  /** Partial intervals (EDTF): when it held, when it was said. What is no date counts as none. */
  readonly during: string | null;
  readonly said: string | null;
  /** Null, or what is no finite number above 0, weighs 1. */
  readonly weight: number | null;
}

/** A snapshot with all that a question asks of it. */
export interface NamedSnapshot extends BuiltSnapshot {
  readonly claimIds: ClaimIds;
}

export interface BuiltSnapshot {
  readonly snapshot: Snapshot;
  readonly names: SnapshotNames;
}

/**
 * Lays a case out in typed arrays (layout: snapshot.ts). Reads each row once. O(entities + links + claims) time. Throws on
 * rows that break their contract: out of order, an end or a speaker that is no entity, a link without claims.
 */
export function buildSnapshot(rows: GraphRows, ontology: Ontology, plan: BufferPlan = ownBuffer): BuiltSnapshot {
  const entities = readEntities(rows.entities);
  const { relations, sources, dates, ...table } = readLinks(rows.links, entities.nodeOf);
  const ranked = sources.inOrder();
  const grades = new Map<string, Reliability | null>();
  for (const { id, reliability } of rows.sources) grades.set(id, reliability);
  const listed = { relations: relations.names, types: entities.types.names };
  const names = {
    entities: entities.ids.packed(plan.kind),
    sources: ranked.names,
    ...listed,
    ...namesInOntology(ontology, listed),
  };
  const columns = {
    names,
    symmetric: Uint8Array.from(relations.names, (id) => Number(relationOf(ontology, id as RelationId).symmetric)),
    nodeType: Uint16Array.from(entities.type.toArray()),
    linkFrom: table.from.toArray(),
    linkTo: table.to.toArray(),
    linkRelation: Uint16Array.from(table.relation.toArray()),
    claimStart: table.claimStart.toArray(),
    claimSource: table.source.toArray().map((source) => ranked.rankOf[source]!),
    claimOrigin: table.origin.toArray().map((source) => ranked.rankOf[source]!),
    claimSpeaker: table.speaker.toArray(),
    claimBits: Uint8Array.from(table.bits.toArray()),
    dates: dates.names,
    claimDuring: table.during.toArray(),
    claimSaid: table.said.toArray(),
    claimWeight: Float64Array.from(table.weights),
    sourceReliability: Uint8Array.from(ranked.names, (id) => reliabilityRank(grades.get(id) ?? null)),
  };
  return { snapshot: laySnapshot(columns, plan), names };
}

type NodeOf = (id: string, what: string) => number;

function readEntities(rows: Iterable<GraphEntityRow>) {
  const ids = new IdPacker();
  const inOrder = ascending("entities");
  const types = new NameIndex();
  const type = new NumberList();
  const indices = new Map<string, number>();
  for (const row of rows) {
    inOrder(row.id);
    indices.set(row.id, ids.count);
    ids.push(row.id);
    type.push(types.of(row.type));
  }
  const nodeOf: NodeOf = (id, what) => {
    const node = indices.get(id);
    if (node === undefined) throw new Error(`snapshot: wanted an entity of the case as ${what}, got ${JSON.stringify(id)}`);
    return node;
  };
  return { ids, types, type, nodeOf };
}

/** Throws on an id that does not come after the one before it. */
function ascending(what: string): (id: string) => void {
  let last: string | null = null;
  return (id) => {
    if (last !== null && !(last < id)) throw outOfOrder(what, id, last);
    last = id;
  };
}

function readLinks(rows: Iterable<GraphLinkRow>, nodeOf: NodeOf) {
  const [from, to, relation, claimStart] = [new NumberList(), new NumberList(), new NumberList(), new NumberList()];
  const relations = new NameIndex();
  const table = claimTable(nodeOf);
  const inOrder = ascending("links");
  for (const { link, claims } of rows) {
    inOrder(link.id);
    if (claims.length === 0) throw new Error(`snapshot: wanted a claim behind link ${JSON.stringify(link.id)}, got none`);
    from.push(nodeOf(link.from, "subject"));
    to.push(nodeOf(link.to, "object"));
    relation.push(relations.of(link.relation));
    claimStart.push(table.source.length);
    for (const claim of claims) table.add(claim);
  }
  claimStart.push(table.source.length);
  return { from, to, relation, relations, claimStart, ...table };
}

function claimTable(nodeOf: NodeOf) {
  const [source, origin, speaker, bits] = [new NumberList(), new NumberList(), new NumberList(), new NumberList()];
  const [during, said] = [new NumberList(), new NumberList()];
  const [sources, dates] = [new NameIndex(), new NameIndex()];
  const weights: number[] = [];
  const add = (claim: GraphClaimRow): void => {
    source.push(sources.of(claim.source));
    origin.push(sources.of(claim.origin));
    speaker.push(claim.speaker === null ? NO_NODE : nodeOf(claim.speaker, "speaker"));
    bits.push(bitsOf(claim));
    during.push(claim.during === null ? NO_SPAN : dates.of(claim.during));
    said.push(claim.said === null ? NO_SPAN : dates.of(claim.said));
    weights.push(claim.weight ?? 1);
  };
  return { add, source, origin, speaker, bits, during, said, sources, dates, weights };
}
