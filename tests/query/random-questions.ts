import * as fc from "fast-check";
import { standings } from "../../src/claims/standing.ts";
import { directions } from "../../src/graph/conditions.ts";
import { type PathQuestion, pathDefaults } from "../../src/query/question.ts";
import { type DrawnRows, rowsOf } from "./drawing.ts";

const entities = ["a", "b", "c", "d", "e", "f", "g"];
const sources = ["s1", "s2", "s3"];

/** A claim as `graphOf` reads it. */
const claim = fc
  .tuple(
    fc.constantFrom(...sources),
    fc.constantFrom("", "", "", "?", "!"),
    fc.constantFrom("", "", "@a", "@p"),
    fc.constantFrom("", "", "=s1"),
  )
  .map((parts) => parts.join(""));

const link = fc
  .tuple(
    fc.constantFrom(...entities),
    fc.constantFrom(...entities),
    fc.constantFrom("> ", ">:q", ">:t", "-"),
    fc.array(claim, { minLength: 1, maxLength: 4 }),
  )
  .map(([from, to, kind, claims]) => `${from}${kind[0]}${to}${kind.slice(1).trim()}(${claims.join(",")})`);

/** Small multigraphs of seven entities, self-loops and parallel links among them, and a question with any mix of options. */
export const askedGraph: fc.Arbitrary<{ rows: DrawnRows; question: PathQuestion }> = fc
  .record({
    links: fc.array(link, { maxLength: 18 }),
    shuffled: fc.shuffledSubarray(entities, { minLength: entities.length }),
    sides: fc.tuple(fc.integer({ min: 1, max: 2 }), fc.integer({ min: 1, max: 2 })),
    via: sometimes(fc.integer({ min: 1, max: 2 }), 0),
    avoid: sometimes(fc.integer({ min: 1, max: 2 }), 0),
    maxHops: sometimes(fc.integer({ min: 0, max: 4 }), null),
    limit: fc.constantFrom(1, 2, 100, 100),
    direction: fc.constantFrom(...directions),
    relations: sometimes(fc.shuffledSubarray(["r", "q", "t", "near"], { minLength: 1 }), []),
    standing: sometimes(fc.constantFrom(...standings), null),
    notSources: sometimes(fc.shuffledSubarray(sources, { minLength: 1, maxLength: 2 }), []),
    includeDenied: fc.boolean(),
    viaAnEnd: fc.boolean(),
  })
  .map(({ links, shuffled, sides: [left, right], via, avoid, viaAnEnd, ...options }) => {
    const take = (from: number, count: number) => shuffled.slice(from, from + count);
    const rest = left + right;
    const question = {
      ...pathDefaults,
      ...options,
      from: take(0, left),
      to: take(left, right),
      via: take(viaAnEnd ? rest - 1 : rest, via),
      avoid: take(rest + via, Math.min(avoid, entities.length - rest - via)),
    };
    return { rows: rowsOf([...entities, "p", ...links]), question: question as unknown as PathQuestion };
  });

function sometimes<T, D>(value: fc.Arbitrary<T>, otherwise: D): fc.Arbitrary<T | D> {
  return fc.oneof({ weight: 2, arbitrary: fc.constant(otherwise) }, { weight: 1, arbitrary: value });
}
