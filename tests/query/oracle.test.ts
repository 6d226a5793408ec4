import * as fc from "fast-check";
import { expect, test } from "vitest";
import type { PathAnswer } from "../../src/query/answer.ts";
import type { PathQuestion } from "../../src/query/question.ts";
import { drawnGraph } from "./graph-of.ts";
import { type OracleAnswer, oracle } from "./oracle.ts";
import { askedGraph } from "./random-questions.ts";

const seeds = [20240322, 7, 4711];

test.each(seeds)("R1-R6: random questions have the answer that trying every path has (seed %i)", (seed) => {
  const kinds = { found: 0, none: 0, loosened: 0 };
  const property = fc.property(askedGraph, ({ rows, question }) => {
    const { ask } = drawnGraph(rows);
    const answer = ask(question);
    const truth = oracle(rows, question);
    expectSameAnswer(answer, truth, question);
    if (answer.count > 0) kinds.found++;
    else {
      kinds.none++;
      const unbounded = oracle(rows, { ...question, maxHops: null });
      expect(answer.stop === "exhausted" && unbounded.paths.length > 0).toBe(false);
      expect(answer.stop === "max-hops" && question.maxHops === null).toBe(false);
      for (const { question: looser, hops } of answer.why?.loosen ?? []) {
        kinds.loosened++;
        expect(oracle(rows, looser).paths[0]?.steps.length).toBe(hops);
      }
      if (answer.why?.loosen.length === 0) expect(oracle(rows, everythingAllowed(question)).paths).toEqual([]);
    }
  });
  fc.assert(property, { seed, numRuns: 2500 });
  for (const count of Object.values(kinds)) expect(count).toBeGreaterThan(150);
});

function expectSameAnswer(answer: PathAnswer, truth: OracleAnswer, question: PathQuestion): void {
  const more = truth.paths.length > question.limit;
  const paths = answer.paths.map(({ entities, steps }) => ({
    entities: entities.map(({ id }) => id),
    steps: steps.map(({ links }) => links.map(({ id, standing }) => `${id} ${standing}`)),
  }));
  expect(paths).toEqual(truth.paths.slice(0, question.limit));
  expect(answer.complete).toBe(!more);
  if (more) expect(answer.stop).toBe("limit");
  // With must-pass entities, paths past the limit are not counted (R14).
  if (more && question.via.length > 0) expect(answer.count).toBeGreaterThanOrEqual(question.limit);
  else expect([answer.count, answer.linkSequences]).toEqual([truth.paths.length, truth.linkSequences]);
}

function everythingAllowed(question: PathQuestion): PathQuestion {
  return {
    ...question,
    ...{
      maxHops: null,
      direction: "any",
      relations: [],
      standing: null,
      via: [],
      avoid: [],
      notSources: [],
      includeDenied: true,
    },
  };
}
