import fc from "fast-check";
import { expect, test } from "vitest";
import { gramsOf, mayHold } from "../../../src/store/sqlite/word-grams.ts";

const word = fc.string({ unit: fc.constantFrom("a", "b", "é", "石", "\u{1f600}"), minLength: 1, maxLength: 8 });

test("all words that hold a part are among those that may, in order", () => {
  fc.assert(
    fc.property(fc.array(word, { maxLength: 30 }), word, (words, part) => {
      const grams = gramsOf(words.map((each) => `${each}\n`).join(""));
      const candidates = mayHold(grams, part);
      expect(candidates === null).toBe(part.length < 3);
      if (candidates === null) return;
      expect([...candidates]).toEqual([...candidates].sort((a, b) => a - b));
      const holding = words.flatMap((each, at) => (each.includes(part) ? [at] : []));
      expect(new Set(candidates)).toEqual(new Set([...candidates, ...holding]));
    }),
    { seed: 11, numRuns: 300 },
  );
});

test("a part of three letters rules most words out", () => {
  const words = Array.from({ length: 500 }, (_, at) => `${at}x${at * 7}`);
  const candidates = mayHold(gramsOf(words.map((each) => `${each}\n`).join("")), "123x861");
  expect(candidates?.length).toBeLessThan(20);
});
