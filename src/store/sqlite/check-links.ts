import type { LinkId } from "../../base/ids.ts";
import type { Problem } from "../../base/problem.ts";
import type { LinkClaim } from "../../claims/claim.ts";
import { type Link, linkOfClaim } from "../../claims/link.ts";
import { countClaims, type OriginTrail } from "../../claims/origin.ts";
import { standingOf } from "../../claims/standing.ts";
import { type LinkRules, trailOf } from "./derive-links.ts";
import { linkOf } from "./read-records.ts";
import type { Row, Statements } from "./statements.ts";

type Found = Omit<Problem, "file">;
type Counted = Pick<LinkClaim, "subject" | "relation" | "object" | "stance" | "speaker" | "source" | "relays">;

const claimColumns = "c.subject, c.relation AS said, c.object, c.stance, c.speaker, c.source, c.relays";
const placeOf = "SELECT l.link FROM claim c JOIN link_claim l ON l.claim = c.key WHERE c.id = ?";
const withClaims = `SELECT k.id, k.relation, k.from_id, k.to_id, k.standing, k.claims, k.origins, ${claimColumns}
  FROM link k LEFT JOIN link_claim l ON l.link = k.id LEFT JOIN claim c ON c.key = l.claim ORDER BY k.id, l.claim`;
const orphans = "SELECT DISTINCT link FROM link_claim l WHERE NOT EXISTS (SELECT 1 FROM link k WHERE k.id = l.link)";
const notInForce = `SELECT l.link FROM link_claim l LEFT JOIN claim c ON c.key = l.claim
  WHERE c.object IS NULL OR EXISTS (SELECT 1 FROM withdrawn w WHERE w.kind = 'claim' AND w.id = c.id)`;

/** Whether the links are what the claims in force add up to: each claim is looked at in turn, then each link. Holds the claims of one link. */
export class LinkCheck {
  readonly #sql: Statements;
  readonly #rules: LinkRules;
  #claims = 0;

  constructor(sql: Statements, rules: LinkRules) {
    this.#sql = sql;
    this.#rules = rules;
  }

  claim(claim: LinkClaim): Found[] {
    this.#claims++;
    const { id } = linkOfClaim(claim, this.#rules.ontology, this.#rules.merged);
    const placed = this.#sql.get(placeOf, claim.id)?.link;
    return placed === id ? [] : [stale(id, `wanted claim ${claim.id} among its own, got it in another link or in none`)];
  }

  *end(): Generator<Found> {
    if (Number(this.#sql.get("SELECT count(*) AS n FROM link_claim")?.n) !== this.#claims)
      for (const { link } of this.#sql.each(notInForce)) yield stale(String(link), "wanted claims in force, got one that is not");
    for (const { link } of this.#sql.each(orphans)) yield stale(String(link), "wanted a link for its claims, got none");
    const trail = trailOf(this.#sql);
    for (const { link, claims } of linksWithClaims(this.#sql)) {
      if (claims.length === 0) yield stale(link.id, "wanted no link without claims, got one");
      else if (!isAsFresh(link, claims, this.#rules, trail))
        yield stale(link.id, "wanted what its claims add up to, got something else");
    }
  }
}

function* linksWithClaims(sql: Statements): Generator<{ readonly link: Link; readonly claims: readonly Counted[] }> {
  let open: { readonly link: Link; readonly claims: Counted[] } | null = null;
  for (const row of sql.each(withClaims)) {
    if (open === null || open.link.id !== row.id) {
      if (open !== null) yield open;
      open = { link: linkOf(row), claims: [] };
    }
    if (row.subject !== null) open.claims.push(countedOf(row));
  }
  if (open !== null) yield open;
}

function countedOf({ subject, said, object, stance, speaker, source, relays }: Row): Counted {
  return { subject, relation: said, object, stance, speaker, source, relays } as Counted;
}

function isAsFresh(held: Link, claims: readonly Counted[], rules: LinkRules, trail: OriginTrail): boolean {
  const counts = countClaims(claims, trail);
  const ends = linkOfClaim(claims[0]!, rules.ontology, rules.merged);
  return (
    held.claims === claims.length &&
    held.standing === standingOf(counts) &&
    held.origins === counts.ownVoiceOrigins &&
    held.id === ends.id &&
    held.from === ends.from &&
    held.to === ends.to &&
    held.relation === ends.relation
  );
}

function stale(id: LinkId | string, message: string): Found {
  return { where: `link ${id}`, kind: "stale-link", message };
}
