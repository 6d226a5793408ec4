import { entityTypeId } from "../../src/base/ids.ts";
import { buildSnapshot, type NamedSnapshot } from "../../src/graph/build-snapshot.ts";
import type { AroundAnswer, PathAnswer } from "../../src/query/answer.ts";
import { type AnswerByAsk, dressAnswer } from "../../src/query/dress-answer.ts";
import type { Lookup } from "../../src/query/lookup.ts";
import type { Budget } from "../../src/query/meter.ts";
import { type AroundQuestion, aroundDefaults, type PathQuestion, pathDefaults } from "../../src/query/question.ts";
import { type Ask, type QuestionOf, run } from "../../src/query/run.ts";
import { claimIdsOf } from "../graph/claim-ids-of.ts";
import { type DrawnRows, graphRows, rowsOf } from "./drawing.ts";

/** A small graph drawn as text, with what asks it. */
export interface DrawnGraph {
  readonly rows: DrawnRows;
  readonly graph: NamedSnapshot;
  readonly lookup: Lookup;
  /** `path("a", "c", {maxHops: 2})`; several ends as "a b". */
  path(from: string, to: string, more?: Loose<PathQuestion>, budget?: Budget): PathAnswer;
  around(center: string, more?: Loose<AroundQuestion>, budget?: Budget): AroundAnswer;
  ask<A extends Ask>(question: QuestionOf<A>, budget?: Budget): AnswerByAsk[A];
}

/** Ids as plain text, everything optional. */
export type Loose<Q> = { readonly [K in keyof Q]?: Q[K] extends readonly string[] ? readonly string[] : Q[K] };

const clockThatStands: Budget = { clock: () => 0 };

/** Draws a graph from words apart by blanks (the language: drawing.ts): `a>b(s1,s2?)`, `a-c`, `d/company`, `#s1:B`. */
export function graphOf(drawing: string): DrawnGraph {
  return drawnGraph(rowsOf(drawing.trim().split(/\s+/).filter(Boolean)));
}

export function drawnGraph(rows: DrawnRows): DrawnGraph {
  const graph = { ...buildSnapshot(graphRows(rows), rows.ontology), claimIds: claimIdsOf(rows.links) };
  const lookup = lookupOf(rows);
  const ask = <A extends Ask>(question: QuestionOf<A>, budget: Budget = clockThatStands): AnswerByAsk[A] =>
    dressAnswer(question, run(question, graph, budget), { graph, lookup });
  return {
    rows,
    graph,
    lookup,
    ask,
    path: (from, to, more = {}, budget = clockThatStands) => {
      const question = { ...pathDefaults, from: from.split(" "), to: to.split(" "), ...more } as unknown as PathQuestion;
      return ask(question, budget);
    },
    around: (center, more = {}, budget = clockThatStands) => {
      const question = { ...aroundDefaults, center, ...more } as unknown as AroundQuestion;
      return ask(question, budget);
    },
  };
}

/** Names are ids in capitals, quotes the claim's id; types and dates are those drawn. */
function lookupOf({ types, links }: DrawnRows): Lookup {
  const claims = new Map(links.flatMap((link) => link.claims).map((claim) => [claim.id, claim]));
  return {
    entity: (id) => ({ type: types.get(id) ?? entityTypeId("thing"), name: id.toUpperCase() }),
    relationLabel: (id) => id,
    sourceTitle: (id) => `Source ${id}`,
    claim: (id) => ({ quote: `words of ${id}`, said: claims.get(id)?.said ?? null, during: claims.get(id)?.during ?? null }),
  };
}

/** The entities of each path, as "a b c". */
export function walks({ paths }: PathAnswer): string[] {
  return paths.map(({ entities }) => entities.map(({ id }) => id).join(" "));
}
