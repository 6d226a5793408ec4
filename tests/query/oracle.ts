import { type Standing, standingOf, standings } from "../../src/claims/standing.ts";
import type { GraphLinkRow } from "../../src/graph/build-snapshot.ts";
import type { PathQuestion } from "../../src/query/question.ts";
import type { DrawnRows } from "./drawing.ts";

export interface OraclePath {
  readonly entities: readonly string[];
  /** Per hop the links that qualify, strongest first, then by id, as "id standing". */
  readonly steps: readonly (readonly string[])[];
}

export interface OracleAnswer {
  readonly paths: readonly OraclePath[];
  readonly linkSequences: number;
}

/**
 * The slow and obvious answer: every simple path by depth-first search over the links that are left once the
 * question's constraints are applied to the lists of claims; then the shortest of those that do what is asked.
 */
export function oracle(rows: DrawnRows, question: PathQuestion): OracleAnswer {
  const links = rows.links.flatMap((row) => {
    const standing = walkable(row, question);
    return standing === null ? [] : [{ ...row.link, standing }];
  });
  const steps = (from: string, to: string): string[] =>
    links
      .filter((link) => leads(link, from, to, { question, rows }))
      .sort((a, b) => standings.indexOf(a.standing) - standings.indexOf(b.standing) || (a.id < b.id ? -1 : 1))
      .map(({ id, standing }) => `${id} ${standing}`);
  const found: string[][] = [];
  const walk = (path: string[]): void => {
    const last = path.at(-1)!;
    if (isEnd(question, path)) found.push(path);
    for (const next of rows.entities)
      if (!path.includes(next) && !question.avoid.includes(next) && steps(last, next).length > 0) walk([...path, next]);
  };
  for (const start of question.from) walk([start]);
  const within = found.filter((path) => question.maxHops === null || path.length - 1 <= question.maxHops);
  const least = Math.min(...within.map((path) => path.length));
  const paths = within
    .filter((path) => path.length === least)
    .sort((a, b) => compareLists(a, b))
    .map((entities) => ({ entities, steps: entities.slice(1).map((to, at) => steps(entities[at]!, to)) }));
  const linkSequences = paths.reduce((sum, path) => sum + path.steps.reduce((product, step) => product * step.length, 1), 0);
  return { paths, linkSequences };
}

function isEnd({ to, via }: PathQuestion, path: readonly string[]): boolean {
  return to.some((end) => end === path.at(-1)) && via.every((entity) => path.includes(entity));
}

/** The link's standing by the claims that are left, or null when the question does not walk it. */
function walkable({ link, claims }: GraphLinkRow, question: PathQuestion): Standing | null {
  if (question.relations.length > 0 && !question.relations.includes(link.relation)) return null;
  const left = claims.filter(({ source }) => !question.notSources.includes(source));
  const own = left.filter(({ stance, speaker }) => stance === "asserts" && speaker === null);
  const denials = left.filter(({ stance }) => stance === "denies").length;
  const standing = standingOf({
    ownVoiceOrigins: new Set(own.map(({ origin }) => origin)).size,
    attributed: left.length - own.length - denials,
    denials,
  });
  if (standing === null) return null;
  if (question.standing !== null) return standings.indexOf(standing) <= standings.indexOf(question.standing) ? standing : null;
  return standing === "denied" && !question.includeDenied ? null : standing;
}

function leads(
  link: GraphLinkRow["link"],
  from: string,
  to: string,
  { question: { direction }, rows }: { question: PathQuestion; rows: DrawnRows },
): boolean {
  const along = link.from === from && link.to === to;
  const against = link.from === to && link.to === from;
  const symmetric = rows.ontology.relations.get(link.relation)?.symmetric === true;
  if (direction === "any" || symmetric) return along || against;
  return direction === "forward" ? along : against;
}

function compareLists(a: readonly string[], b: readonly string[]): number {
  for (const [at, each] of a.entries()) if (each !== b[at]) return each < b[at]! ? -1 : 1;
  return 0;
}
