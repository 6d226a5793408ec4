import type { BearingQuestion } from "../../src/query/question.ts";
import type { DrawnRows } from "./drawing.ts";
import { sidesOf } from "./oracle-sides.ts";
import { hasWalk, sourcesOf } from "./oracle-walks.ts";

export interface OracleBearing {
  readonly linked: boolean;
  readonly claims: readonly string[];
  readonly sources: readonly string[];
  readonly links: readonly string[];
  readonly entities: readonly string[];
}

/** R45: everything withdrawn in turn, and the question asked again. */
export function oracleBearing(rows: DrawnRows, question: BearingQuestion): OracleBearing {
  const holds = (asked: BearingQuestion) => hasWalk(rows, asked);
  if (!holds(question)) return { linked: false, claims: [], sources: [], links: [], entities: [] };
  const { notClaims, notSources, avoid } = question;
  const claims = rows.links.flatMap((link) => link.claims.map(({ id }) => id));
  const { from, to } = sidesOf(rows, question);
  const named = new Set([...from, ...to, ...question.via]);
  const cuts = <T>(things: readonly T[], without: (thing: T) => Partial<BearingQuestion>) =>
    things.filter((thing) => !holds({ ...question, ...without(thing) }));
  return {
    linked: true,
    claims: cuts(claims, (id) => ({ notClaims: [...notClaims, id] })).sort(),
    sources: cuts(sourcesOf(rows), (id) => ({ notSources: [...notSources, id as (typeof notSources)[number]] })),
    links: cuts(rows.links, (link) => ({ notClaims: [...notClaims, ...link.claims.map(({ id }) => id)] })).map(
      ({ link }) => link.id,
    ),
    entities: cuts(
      rows.entities.filter((id) => !named.has(id)),
      (id) => ({ avoid: [...avoid, id] }),
    ),
  };
}
