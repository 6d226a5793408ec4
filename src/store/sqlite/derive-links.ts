import type { ClaimId, EntityId, LinkId, SourceId } from "../../base/ids.ts";
import type { LinkClaim } from "../../claims/claim.ts";
import { linkOfClaim } from "../../claims/link.ts";
import type { Ontology } from "../../claims/ontology.ts";
import type { OriginTrail } from "../../claims/origin.ts";
import { countClaims } from "../../claims/origin.ts";
import type { Source } from "../../claims/source.ts";
import { standingOf } from "../../claims/standing.ts";
import type { Statements } from "./statements.ts";

/** What decides which link a claim belongs to. */
export interface LinkRules {
  readonly ontology: Ontology;
  readonly merged: ReadonlyMap<EntityId, EntityId>;
}

/** Takes a claim out of its link, if it has one, and notes that link as touched. */
export function unplaceClaim(sql: Statements, key: number, touched: Set<LinkId>): void {
  const row = sql.get("SELECT link FROM link_claim WHERE claim = ?", key);
  if (row === undefined) return;
  touched.add(String(row.link) as LinkId);
  sql.run("DELETE FROM link_claim WHERE claim = ?", key);
}

/** Puts a claim in force, which is in no link, under the link it belongs to by `rules`, and notes it as touched. */
export function placeClaim(
  sql: Statements,
  placed: { key: number; claim: LinkClaim },
  rules: LinkRules,
  touched: Set<LinkId>,
): void {
  const { id } = linkOfClaim(placed.claim, rules.ontology, rules.merged);
  sql.run("INSERT INTO link_claim (claim, link) VALUES (?, ?)", placed.key, id);
  touched.add(id);
}

type Counted = Pick<LinkClaim, "subject" | "relation" | "object" | "stance" | "speaker" | "source" | "relays">;

/** Computes each touched link anew from its claims: once per link, at the end of a transaction. */
export function refreshLinks(sql: Statements, touched: Iterable<LinkId>, rules: LinkRules): void {
  const trail = trailOf(sql);
  for (const id of touched) {
    const rows = sql.all(
      `SELECT c.subject, c.relation, c.object, c.stance, c.speaker, c.source, c.relays
       FROM link_claim l JOIN claim c ON c.key = l.claim WHERE l.link = ? ORDER BY c.key`,
      id,
    );
    const claims = rows as unknown as readonly Counted[];
    sql.run("DELETE FROM link WHERE id = ?", id);
    const first = claims[0];
    if (first === undefined) continue;
    const counts = countClaims(claims, trail);
    const { relation, from, to } = linkOfClaim(first, rules.ontology, rules.merged);
    sql.run(
      "INSERT INTO link (id, relation, from_id, to_id, standing, claims, origins) VALUES (?, ?, ?, ?, ?, ?, ?)",
      ...[id, relation, from, to, standingOf(counts), claims.length, counts.ownVoiceOrigins],
    );
  }
}

/** Origins as the file knows them; what was looked up once is kept for the life of the trail. */
export function trailOf(sql: Statements): OriginTrail {
  const sources = new Map<SourceId, Pick<Source, "derivedFrom"> | undefined>();
  return {
    claim(id: ClaimId) {
      const row = sql.get("SELECT relays, source FROM claim WHERE id = ?", id);
      return row && { relays: row.relays as ClaimId | null, source: row.source as SourceId };
    },
    source(id) {
      if (!sources.has(id)) {
        const row = sql.get("SELECT derived_from FROM source WHERE id = ?", id);
        sources.set(id, row && { derivedFrom: row.derived_from as SourceId | null });
      }
      return sources.get(id);
    },
  };
}
