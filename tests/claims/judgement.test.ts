import fc from "fast-check";
import { expect, test } from "vitest";
import { entityId } from "../../src/base/ids.ts";
import type { Verdict } from "../../src/claims/judgement.ts";
import { representatives, verdicts } from "../../src/claims/judgement.ts";

const judged = (a: string, b: string, verdict: Verdict = "same") => ({ a: entityId(a), b: entityId(b), verdict });

test("the smallest id of a class stands for all of it", () => {
  const found = representatives([judged("d", "c"), judged("b", "c"), judged("x", "y")]);
  expect([...found].sort()).toEqual([
    ["b", "b"],
    ["c", "b"],
    ["d", "b"],
    ["x", "x"],
    ["y", "x"],
  ]);
});

test("only `same` merges: `different` and `unsure` name nobody's representative", () => {
  expect(representatives([judged("a", "b", "different"), judged("a", "c", "unsure")]).size).toBe(0);
});

test("an entity that is called __proto__ merges like any other", () => {
  const found = representatives([judged("constructor", "__proto__")]);
  expect(found.get(entityId("constructor"))).toBe("__proto__");
});

const anyJudgements = fc.array(
  fc
    .tuple(fc.constantFrom("a", "b", "c", "d", "e", "f", "g"), fc.constantFrom("a", "b", "c", "d", "e", "f", "g"))
    .chain(([a, b]) => fc.constantFrom(...verdicts).map((verdict) => judged(a, b, verdict))),
  { maxLength: 10 },
);

test("the order of the judgements does not matter, nor which entity is named first", () => {
  const turned = anyJudgements.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })));
  fc.assert(
    fc.property(turned, ([all, other]) => {
      const swapped = other.map(({ a, b, verdict }) => ({ a: b, b: a, verdict }));
      expect([...representatives(swapped)].sort()).toEqual([...representatives(all)].sort());
    }),
    { seed: 2024, numRuns: 500 },
  );
});

test("representatives agree with joining classes one by one", () => {
  fc.assert(
    fc.property(anyJudgements, (all) => {
      const classOf = new Map<string, Set<string>>();
      for (const { a, b, verdict } of all) {
        if (verdict !== "same") continue;
        const joined = new Set([...(classOf.get(a) ?? [a]), ...(classOf.get(b) ?? [b])]);
        for (const member of joined) classOf.set(member, joined);
      }
      const slow = [...classOf].map(([id, members]) => [id, [...members].sort()[0]]);
      expect([...representatives(all)].sort()).toEqual(slow.sort());
    }),
    { seed: 2024, numRuns: 500 },
  );
});
