import * as fc from "fast-check";
import { expect, test } from "vitest";
import { BadInput } from "../../src/base/problem.ts";
import type { CommonAnswer } from "../../src/query/answer.ts";
import type { Budget } from "../../src/query/meter.ts";
import { type CommonQuestion, commonDefaults } from "../../src/query/question.ts";
import { type DrawnGraph, drawnGraph, graphOf, type Loose } from "./graph-of.ts";
import { askedNetwork, fittingEntities, qualifyingLinks, stepsOf } from "./random-networks.ts";

function ask(drawn: DrawnGraph, entities: string, more: Loose<CommonQuestion> = {}, budget?: Budget): CommonAnswer {
  const question = { ...commonDefaults, entities: entities.split(" ").filter(Boolean), ...more } as unknown as CommonQuestion;
  return drawn.ask(question, budget);
}

const ids = (answer: CommonAnswer) => answer.common.map(({ id, reaches }) => `${id} ${reaches}`);

test("R44: common neighbours are one step from all of the named, or from at least so many", () => {
  const drawn = graphOf("a>x b>x c>x a>y b>y c>z a>b");
  expect(ids(ask(drawn, "a b c"))).toEqual(["x 3"]);
  expect(ids(ask(drawn, "a b c", { atLeast: 2 }))).toEqual(["x 3", "y 2"]);
  expect(ids(ask(drawn, "a b c", { atLeast: 1 }))).toEqual(["x 3", "y 2", "z 1"]);
  expect(ids(ask(drawn, "a b c", { atLeast: 4 }))).toEqual([]);
  expect(ask(drawn, "a b c")).toMatchObject({ complete: true, stop: "exhausted", count: 1, skipped: null });
});

test("R44: the named are never among them, and one that is named twice counts once", () => {
  const drawn = graphOf("a>b b>c a>c");
  expect(ids(ask(drawn, "a b c", { atLeast: 1 }))).toEqual([]);
  expect(ids(ask(drawn, "a a", { atLeast: 2 }))).toEqual([]);
  expect(ids(ask(drawn, "a c a"))).toEqual(["b 2"]);
});

test("R44: for each of the named, in the question's order, the links of the step, strongest first", () => {
  const { common } = ask(graphOf("c>x:q(s1?) c>x:t(s1,s2) x>a(s1)"), "c a");
  const drawn = common[0]!.ties.map(({ entity, links }) => [
    entity.id,
    entity.name,
    ...links.map(({ id, standing }) => `${id} ${standing}`),
  ]);
  expect(drawn).toEqual([
    ["c", "C", "c>t>x corroborated", "c>q>x alleged"],
    ["a", "A", "x>r>a stated"],
  ]);
  expect(Object.keys(common[0]!.ties[0]!.links[0]!)).not.toContain("along");
});

test("R17, R44: with a direction the steps go from the named", () => {
  const drawn = graphOf("a>x b>x y>a y>b a-z b-z");
  expect(ids(ask(drawn, "a b", { direction: "forward" }))).toEqual(["x 2", "z 2"]);
  expect(ids(ask(drawn, "a b", { direction: "backward" }))).toEqual(["y 2", "z 2"]);
});

test("R40: the first of the answer up to the limit; all are counted", () => {
  const drawn = graphOf("a>x a>y a>z b>x b>y b>z c>z");
  const answer = ask(drawn, "a b c", { atLeast: 2, limit: 2 });
  expect(ids(answer)).toEqual(["z 3", "x 2"]);
  expect(answer).toMatchObject({ count: 3, complete: false, stop: "limit" });
  expect(ask(drawn, "a b c", { atLeast: 2, limit: 3 })).toMatchObject({ count: 3, complete: true, stop: "exhausted" });
});

test("R26: entities that do not fit are none, and hubs that were reached are said", () => {
  const drawn = graphOf("a>x b>x a>hub b>hub hub>p a>firm b>firm firm/company");
  expect(ids(ask(drawn, "a b", { maxDegree: 2 }))).toEqual(["firm 2", "x 2"]);
  expect(ask(drawn, "a b", { maxDegree: 2 }).skipped).toMatchObject({ count: 1, entities: [{ id: "hub" }] });
  expect(ids(ask(drawn, "a b", { types: ["organization"] }))).toEqual(["firm 2"]);
  expect(ids(ask(drawn, "a b", { notTypes: ["company"], avoid: ["x"] }))).toEqual(["hub 2"]);
});

test("R4: time that runs out is said, and nothing is given that is not certain", () => {
  const drawn = graphOf(Array.from({ length: 5000 }, (_, at) => `a>n${at} b>n${at}`).join(" "));
  let looks = 0;
  expect(ask(drawn, "a b", { budgetMs: 1 }, { clock: () => looks++ })).toMatchObject({
    common: [],
    complete: false,
    stop: "budget",
  });
  expect(ask(drawn, "a b", {}, { clock: () => 0, cancelled: () => true })).toMatchObject({ common: [], stop: "cancelled" });
});

test("R13: no entity, an unknown one and one that is avoided are refused", () => {
  const drawn = graphOf("a>b");
  expect(() => ask(drawn, "")).toThrow(new BadInput("common: wanted at least one entity, got none"));
  expect(() => ask(drawn, "a q")).toThrow('entity: wanted one of the case, got "q"');
  expect(() => ask(drawn, "a b", { avoid: ["b"] })).toThrow(new BadInput('common: wanted "b" named or avoided, got both'));
});

test("hostile ids are entities like others", () => {
  expect(ids(ask(graphOf("__proto__>toString 🦊>toString 🦊>constructor __proto__>constructor"), "__proto__ 🦊"))).toEqual([
    "constructor 2",
    "toString 2",
  ]);
});

test("R44: common neighbours are what trying every entity gives", () => {
  let found = 0;
  const property = fc.property(
    askedNetwork,
    fc.integer({ min: 1, max: 3 }),
    fc.option(fc.integer({ min: 1, max: 3 })),
    ({ rows, conditions, inside }, size, atLeast) => {
      const entities = rows.entities.slice(0, size);
      const avoid = inside.avoid.filter((id) => !entities.includes(id));
      const question: CommonQuestion = { ...commonDefaults, ...conditions, ...inside, avoid, entities, atLeast };
      const steps = qualifyingLinks(rows, conditions).flatMap(stepsOf);
      const fits = fittingEntities(rows, question, []);
      const expected = rows.entities
        .filter((id) => fits.has(id) && !entities.includes(id))
        .map((id) => ({
          id,
          reaches: entities.filter((from) => steps.some(([start, end]) => start === from && end === id)).length,
        }))
        .filter(({ reaches }) => reaches >= (atLeast ?? size))
        .sort((a, b) => b.reaches - a.reaches || (a.id < b.id ? -1 : 1));
      const answer = drawnGraph(rows).ask(question);
      expect(answer.common.map(({ id, reaches }) => ({ id, reaches }))).toEqual(expected);
      expect(answer.count).toBe(expected.length);
      found += expected.length;
    },
  );
  fc.assert(property, { seed: 44, numRuns: 500 });
  expect(found).toBeGreaterThan(200);
});
