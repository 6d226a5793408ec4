import type { EntityId } from "../../src/base/ids.ts";
import { type Standing, standings } from "../../src/claims/standing.ts";
import type { PathQuestion } from "../../src/query/question.ts";
import type { DrawnRows } from "./drawing.ts";
import type { JudgedLink } from "./oracle-claims.ts";
import { bestPacking, type Packing } from "./oracle-disjoint.ts";
import { pathsOfKind, weighs } from "./oracle-kinds.ts";
import { sidesOf } from "./oracle-sides.ts";
import { dayInWords } from "./oracle-time.ts";
import { allWalks, timeOrderOf, type Walk } from "./oracle-walks.ts";

/** A path as an answer shows it, but for its words. */
export interface OraclePath {
  readonly entities: readonly EntityId[];
  /** Per hop the links that qualify, strongest first, then by id. */
  readonly steps: readonly (readonly OracleLink[])[];
  readonly standing: Standing;
  readonly origins: number;
  readonly weight: number | null;
  readonly arrival: string | null;
  readonly source: string | null;
}

export interface OracleLink {
  readonly id: string;
  readonly along: boolean;
  readonly standing: Standing;
  readonly claims: readonly string[];
}

export interface OracleAnswer {
  /** All that answer the question, those past `limit` among them. Of `disjoint`: all that can be chosen from. */
  readonly paths: readonly OraclePath[];
  /** Of `disjoint`: the best set of so many paths at most. */
  readonly packed: ((most: number) => Packing) | null;
  /** Whether those past `limit` are counted (R14, R40). */
  readonly countsAll: boolean;
}

/**
 * The slow and obvious answer, from the rules alone: every simple path by depth-first search over the links that are left
 * once the question's conditions are applied to the lists of claims; then those that its kind chooses.
 */
export function oracle(rows: DrawnRows, question: PathQuestion): OracleAnswer {
  const walks = pathsOfKind(allWalks(rows, question), question);
  const paths = walks.map((walk) => shown(walk, question));
  const entities = walks.map((walk) => walk.entities);
  return {
    paths,
    packed: question.kind === "disjoint" ? (most) => bestPacking(entities, question.apart, most) : null,
    countsAll: countsAll(rows, question),
  };
}

/** R40. */
function countsAll(rows: DrawnRows, question: PathQuestion): boolean {
  const { kind, via, timeOrder, sourcesAlong } = question;
  const { from, to } = sidesOf(rows, question);
  const passed = via.filter((id) => [from, to].every((side) => side.length > 1 || side[0] !== id));
  return (kind === "shortest" || kind === "strongest") && passed.length === 0 && timeOrder === null && sourcesAlong === "any";
}

/** R3: the product over its hops of the links to choose from. */
export function linkSequencesOf({ steps }: OraclePath): number {
  return steps.reduce((product, links) => product * links.length, 1);
}

function shown({ entities, steps, source, rank, weight, arrival }: Walk, question: PathQuestion): OraclePath {
  return {
    entities,
    steps: steps.map((links, hop) => links.map((link) => shownLink(link, entities[hop]!))),
    standing: standings[rank]!,
    origins: Math.min(...steps.map((links) => links[0]!.origins)),
    weight: weighs(question) ? weight : null,
    arrival: timeOrderOf(question) === null ? null : dayInWords(arrival),
    source,
  };
}

function shownLink({ link, standing, claims }: JudgedLink, from: EntityId): OracleLink {
  return { id: link.id, along: link.from === from, standing, claims: claims.map(({ id }) => id) };
}
