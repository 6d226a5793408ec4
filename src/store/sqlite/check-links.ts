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
type Counted = Pick<LinkClaim, "id" | "subject" | "relation" | "object" | "stance" | "speaker" | "source" | "relays">;

const isWithdrawn = "EXISTS (SELECT 1 FROM withdrawn w WHERE w.kind = 'claim' AND w.id = c.id)";
const withClaims = `SELECT k.id, k.relation, k.from_id, k.to_id, k.standing, k.claims, k.origins, l.claim AS listed, ${isWithdrawn} AS withdrawn,
    c.id AS claim, c.subject, c.relation AS said, c.object, c.stance, c.speaker, c.source, c.relays
  FROM link k LEFT JOIN link_claim l ON l.link = k.id LEFT JOIN claim c ON c.key = l.claim ORDER BY k.id, l.claim`;
const orphans = "SELECT DISTINCT link FROM link_claim l WHERE NOT EXISTS (SELECT 1 FROM link k WHERE k.id = l.link)";
const inNoLink = `SELECT c.id AS claim, c.subject, c.relation AS said, c.object FROM claim c
  WHERE c.kind = 'link' AND NOT EXISTS (SELECT 1 FROM link_claim l WHERE l.claim = c.key) AND NOT ${isWithdrawn}`;

/** A link as it is kept, with the claims that are listed for it. */
interface Listed {
  readonly link: Link;
  readonly claims: Counted[];
  /** Whether one is listed that is withdrawn, or no claim about a link. */
  beside: boolean;
}

/** Where the links are not what the claims in force add up to. One pass over the links; holds the claims of one. */
export function* checkLinks(sql: Statements, rules: LinkRules): Generator<Found> {
  for (const row of sql.each(inNoLink)) yield misplaced(countedOf(row), rules);
  for (const { link } of sql.each(orphans)) yield stale(String(link), "wanted a link for its claims, got none");
  const trail = trailOf(sql);
  for (const listed of linksWithClaims(sql)) yield* checkLink(listed, rules, trail);
}

function* checkLink({ link, claims, beside }: Listed, rules: LinkRules, trail: OriginTrail): Generator<Found> {
  if (beside) yield stale(link.id, "wanted claims in force, got one that is not");
  for (const claim of claims) if (endsOf(claim, rules).id !== link.id) yield misplaced(claim, rules);
  if (claims.length === 0) {
    if (!beside) yield stale(link.id, "wanted no link without claims, got one");
  } else if (!isAsFresh(link, claims, rules, trail)) yield stale(link.id, "wanted what its claims add up to, got something else");
}

function* linksWithClaims(sql: Statements): Generator<Listed> {
  let open: Listed | null = null;
  for (const row of sql.each(withClaims)) {
    if (open === null || open.link.id !== row.id) {
      if (open !== null) yield open;
      open = { link: linkOf(row), claims: [], beside: false };
    }
    if (row.listed === null) continue;
    if (row.object === null || row.withdrawn === 1) open.beside = true;
    if (row.object !== null) open.claims.push(countedOf(row));
  }
  if (open !== null) yield open;
}

function countedOf({ claim, subject, said, object, stance, speaker, source, relays }: Row): Counted {
  return { id: claim, subject, relation: said, object, stance, speaker, source, relays } as Counted;
}

function endsOf(claim: Counted, { ontology, merged }: LinkRules): ReturnType<typeof linkOfClaim> {
  return linkOfClaim(claim, ontology, merged);
}

function misplaced(claim: Counted, rules: LinkRules): Found {
  return stale(endsOf(claim, rules).id, `wanted claim ${claim.id} among its own, got it in another link or in none`);
}

function isAsFresh(held: Link, claims: readonly Counted[], rules: LinkRules, trail: OriginTrail): boolean {
  const counts = countClaims(claims, trail);
  const ends = endsOf(claims[0]!, rules);
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
