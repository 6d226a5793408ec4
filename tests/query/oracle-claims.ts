import type { RelationId } from "../../src/base/ids.ts";
import { relationOf } from "../../src/claims/ontology.ts";
import { reliabilities } from "../../src/claims/source.ts";
import { type Standing, standingOf, standings } from "../../src/claims/standing.ts";
import type { Conditions } from "../../src/graph/conditions.ts";
import type { DrawnClaim, DrawnLinkRow, DrawnRows } from "./drawing.ts";
import { fitsDates, type Span, windowOf } from "./oracle-time.ts";

/** A link that the question walks, by the claims that it leaves. */
export interface JudgedLink {
  readonly link: DrawnLinkRow["link"];
  readonly claims: readonly DrawnClaim[];
  readonly standing: Standing;
  readonly origins: number;
  readonly weight: number;
  /** R35: days on which it can be walked. */
  readonly windows: readonly Span[];
  readonly symmetric: boolean;
}

/** R2: the links that are left once conditions are applied to the lists of claims; with a source, on its claims alone. */
export function judgedLinks(rows: DrawnRows, question: Conditions, source: string | null = null): JudgedLink[] {
  return rows.links.flatMap((row) => {
    if (!allowsRelation(rows, question, row.link.relation)) return [];
    const claims = row.claims.filter((claim) => (source === null || claim.source === source) && stays(rows, question, claim));
    const judged = judge(claims);
    if (judged === null || !isWalked(judged, question)) return [];
    const { symmetric } = relationOf(rows.ontology, row.link.relation);
    const telling = tellingClaims(claims);
    return {
      ...{ link: row.link, claims, ...judged, symmetric },
      weight: Math.min(...telling.map(weightOf)),
      windows: telling.map((claim) => windowOf(claim, question)).filter((window) => window !== null),
    };
  });
}

/** R19, R27. */
function allowsRelation({ ontology }: DrawnRows, question: Conditions, id: RelationId): boolean {
  const { family } = relationOf(ontology, id);
  if (question.notRelations.includes(id) || question.notFamilies.includes(family)) return false;
  const any = question.relations.length === 0 && question.families.length === 0;
  return any || question.relations.includes(id) || question.families.includes(family);
}

/** R23, R24: whether the claim is not taken away. */
function stays({ sources }: DrawnRows, question: Conditions, claim: DrawnClaim): boolean {
  const among = <T>(list: readonly T[], one: T): boolean => list.length === 0 || list.includes(one);
  const { reliability = null } = sources.find(({ id }) => id === claim.source) ?? {};
  return [
    among(question.sources, claim.source) && !question.notSources.includes(claim.source),
    question.speakers.length === 0 || (claim.speaker !== null && question.speakers.includes(claim.speaker)),
    claim.speaker === null || !question.notSpeakers.includes(claim.speaker),
    question.reliability === null || isAsGood(reliabilities, reliability, question.reliability),
    question.credibility === null || isAsGood([1, 2, 3, 4, 5, 6], claim.credibility, question.credibility),
    claim.quoted || !question.quoted,
    !(claim.echo && question.noEchoes),
    !question.notClaims.includes(claim.id),
    fitsDates(claim, question),
  ].every(Boolean);
}

function isAsGood<T>(scale: readonly T[], grade: T | null, least: T): boolean {
  return grade !== null && scale.indexOf(grade) <= scale.indexOf(least);
}

/** Standing, and origins as R18 counts them; null when no claim is left. */
function judge(claims: readonly DrawnClaim[]): { standing: Standing; origins: number } | null {
  const own = claims.filter(({ stance, speaker }) => stance === "asserts" && speaker === null);
  const denials = claims.filter(({ stance }) => stance === "denies");
  const attributed = claims.filter((claim) => !own.includes(claim) && !denials.includes(claim));
  const originsOf = (some: readonly DrawnClaim[]) => new Set(some.map(({ origin }) => origin)).size;
  const counts = { ownVoiceOrigins: originsOf(own), attributed: attributed.length, denials: denials.length };
  const standing = standingOf(counts);
  return standing === null ? null : { standing, origins: originsOf(own) || originsOf(attributed) };
}

/** R6, R16, R25. */
function isWalked(judged: { standing: Standing; origins: number }, { standing, includeDenied, origins }: Conditions): boolean {
  if (origins !== null && judged.origins < origins) return false;
  if (standing !== null) return standings.indexOf(judged.standing) <= standings.indexOf(standing);
  return judged.standing !== "denied" || includeDenied;
}

/** R29, R35: the claims that say how heavy a link is and when it held. */
function tellingClaims(claims: readonly DrawnClaim[]): readonly DrawnClaim[] {
  const saying = claims.filter(({ stance }) => stance !== "denies");
  return saying.length > 0 ? saying : claims;
}

function weightOf({ weight }: DrawnClaim): number {
  return weight !== null && weight > 0 ? weight : 1;
}

/** R17: whether a step from one entity to the other takes the link. Never a self-loop, since a path repeats no entity. */
export function leads(
  { link, symmetric }: JudgedLink,
  direction: Conditions["direction"],
  ends: readonly [string, string],
): boolean {
  const along = link.from === ends[0] && link.to === ends[1];
  const against = link.from === ends[1] && link.to === ends[0];
  if (direction === "any" || symmetric) return along || against;
  return direction === "forward" ? along : against;
}

/** R3: strongest first, then by id. */
export function strongestFirst(links: readonly JudgedLink[]): JudgedLink[] {
  const rank = ({ standing }: JudgedLink) => standings.indexOf(standing);
  return links.toSorted((a, b) => rank(a) - rank(b) || (a.link.id < b.link.id ? -1 : 1));
}
