import type { ClaimId, EntityId, EntityTypeId, LinkId, SourceId } from "../../base/ids.ts";
import { compareIds } from "../../base/ids.ts";
import type { LinkClaim, Stance } from "../../claims/claim.ts";
import { type OriginTrail, originOf } from "../../claims/origin.ts";
import type { Source } from "../../claims/source.ts";
import type { GraphClaimRow, GraphEntityRow, GraphSourceRow } from "../../graph/build-snapshot.ts";
import type { SnapshotLink, SnapshotRows } from "../case-store.ts";
import type { LinkRules } from "./derive-links.ts";
import { trailOf } from "./derive-links.ts";
import { inIdOrder } from "./in-id-order.ts";
import { linkOf } from "./read-records.ts";
import { bodyOf, type Row, type Statements } from "./statements.ts";
import { weightOf } from "./weight-of.ts";

/** What a snapshot is built from: a pass over each table, in the order of its arrays. */
export function snapshotRows(sql: Statements, { merged }: Pick<LinkRules, "merged">): SnapshotRows {
  return { entities: entityRows(sql, merged), links: linksWithClaims(sql, merged), sources: sourceRows(sql) };
}

function* entityRows(sql: Statements, merged: ReadonlyMap<EntityId, EntityId>): Generator<GraphEntityRow> {
  for (const row of inIdOrder(sql, "entity", "SELECT id, type FROM entity")) {
    const id = row.id as EntityId;
    if ((merged.get(id) ?? id) === id) yield { id, type: row.type as EntityTypeId };
  }
}

function* sourceRows(sql: Statements): Generator<GraphSourceRow> {
  for (const row of sql.each("SELECT body FROM source")) {
    const { id, reliability } = bodyOf<Omit<Source, "text">>(row);
    yield { id, reliability };
  }
}

const joined = `SELECT l.id AS id, l.relation, l.from_id, l.to_id, l.standing, l.claims, l.origins,
    c.id AS claim, c.source, c.speaker, c.stance, c.relays, c.body
  FROM link l JOIN link_claim k ON k.link = l.id JOIN claim c ON c.key = k.claim`;

function* linksWithClaims(sql: Statements, merged: ReadonlyMap<EntityId, EntityId>): Generator<SnapshotLink> {
  const trail = trailOf(sql);
  let link: SnapshotLink["link"] | null = null;
  let claims: GraphClaimRow[] = [];
  for (const row of inIdOrder(sql, "link", joined)) {
    if (link !== null && link.id !== row.id) {
      yield { link, claims: claims.sort(byId) };
      link = null;
      claims = [];
    }
    link ??= linkOf(row);
    claims.push(claimOf(row, merged, trail));
  }
  if (link !== null) yield { link, claims: claims.sort(byId) };
}

/** Links that are asked for at once. */
const LINKS_AT_ONCE = 256;

const ofLinks = `SELECT k.link, c.id AS claim, c.source, c.speaker, c.stance, c.relays, c.body
  FROM json_each(?) j CROSS JOIN link_claim k ON k.link = j.value CROSS JOIN claim c ON c.key = k.claim`;

/** The claims of links, in force, by id; a link that is no more has none. O(claims · log links). */
export function claimRowsOf(
  sql: Statements,
  links: readonly LinkId[],
  { merged, trail }: Pick<LinkRules, "merged"> & { readonly trail: OriginTrail },
): ReadonlyMap<LinkId, readonly GraphClaimRow[]> {
  const found = new Map<LinkId, GraphClaimRow[]>();
  for (let at = 0; at < links.length; at += LINKS_AT_ONCE)
    for (const row of sql.lists(ofLinks, JSON.stringify(links.slice(at, at + LINKS_AT_ONCE)))) {
      const [link, claim, source, speaker, stance, relays, body] = row;
      const read = claimOf({ claim, source, speaker, stance, relays, body }, merged, trail);
      const others = found.get(link as LinkId);
      if (others === undefined) found.set(link as LinkId, [read]);
      else others.push(read);
    }
  for (const claims of found.values()) if (claims.length > 1) claims.sort(byId);
  return found;
}

function byId(a: GraphClaimRow, b: GraphClaimRow): number {
  return compareIds(a.id, b.id);
}

function claimOf(row: Row, merged: ReadonlyMap<EntityId, EntityId>, trail: OriginTrail): GraphClaimRow {
  const speaker = row.speaker as EntityId | null;
  const source = row.source as SourceId;
  const relays = row.relays as ClaimId | null;
  const { citation, credibility = null, during = null, said = null, attributes = [] } = bodyOf<Partial<LinkClaim>>(row);
  return {
    id: row.claim as ClaimId,
    source,
    origin: originOf({ source, relays }, trail),
    speaker: speaker === null ? null : (merged.get(speaker) ?? speaker),
    stance: row.stance as Stance,
    credibility,
    quoted: citation?.kind === "quote",
    echo: relays !== null || (trail.source(source)?.derivedFrom ?? null) !== null,
    during,
    said,
    weight: weightOf(attributes),
  };
}
