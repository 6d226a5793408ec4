import type { ClaimId, EntityId, SourceId } from "../../base/ids.ts";
import { compareIds } from "../../base/ids.ts";
import type { Stance } from "../../claims/claim.ts";
import { type OriginTrail, originOf } from "../../claims/origin.ts";
import type { SnapshotClaim, SnapshotLink, SnapshotRows } from "../case-store.ts";
import type { LinkRules } from "./derive-links.ts";
import { trailOf } from "./derive-links.ts";
import { inIdOrder } from "./in-id-order.ts";
import { linkOf } from "./read-records.ts";
import type { Row, Statements } from "./statements.ts";

/** What a snapshot is built from: two passes over the file, in the order of its arrays. */
export function snapshotRows(sql: Statements, { merged }: Pick<LinkRules, "merged">): SnapshotRows {
  return { entities: entityIds(sql, merged), links: linksWithClaims(sql, merged) };
}

function* entityIds(sql: Statements, merged: ReadonlyMap<EntityId, EntityId>): Generator<EntityId> {
  for (const row of inIdOrder(sql, "entity", "SELECT id FROM entity")) {
    const id = row.id as EntityId;
    if ((merged.get(id) ?? id) === id) yield id;
  }
}

const joined = `SELECT l.id AS id, l.relation, l.from_id, l.to_id, l.standing, l.claims, l.origins,
    c.id AS claim, c.source, c.speaker, c.stance, c.relays
  FROM link l JOIN link_claim k ON k.link = l.id JOIN claim c ON c.key = k.claim`;

function* linksWithClaims(sql: Statements, merged: ReadonlyMap<EntityId, EntityId>): Generator<SnapshotLink> {
  const trail = trailOf(sql);
  let link: SnapshotLink["link"] | null = null;
  let claims: SnapshotClaim[] = [];
  const byId = (a: SnapshotClaim, b: SnapshotClaim) => compareIds(a.id, b.id);
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

function claimOf(row: Row, merged: ReadonlyMap<EntityId, EntityId>, trail: OriginTrail): SnapshotClaim {
  const speaker = row.speaker as EntityId | null;
  const source = row.source as SourceId;
  return {
    id: row.claim as ClaimId,
    source,
    origin: originOf({ source, relays: row.relays as ClaimId | null }, trail),
    speaker: speaker === null ? null : (merged.get(speaker) ?? speaker),
    stance: row.stance as Stance,
  };
}
