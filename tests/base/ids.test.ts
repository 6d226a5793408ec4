import fc from "fast-check";
import { expect, test } from "vitest";
import { cutText } from "../../src/base/cut-text.ts";
import { foldText } from "../../src/base/fold-text.ts";
import { compareIds, entityId } from "../../src/base/ids.ts";

test.each(["__proto__", "constructor", "toString", "🧶", "x".repeat(10_000), " ", "0"])("%j is a sound id", (text) => {
  expect(entityId(text)).toBe(text);
});

test("the empty text and half a character are no ids, and the message says which kind", () => {
  expect(() => entityId("")).toThrow(/entity id: wanted a text of at least one character/);
  expect(() => entityId("a\uD83E")).toThrow(/entity id: wanted well-formed Unicode/);
  expect(() => entityId(7 as unknown as string)).toThrow(/entity id: wanted a text, got number/);
});

test("ids are ordered by code unit, the same on every machine", () => {
  expect(["b", "a", "Z", "é", "10", "9"].sort(compareIds)).toEqual(["10", "9", "Z", "a", "b", "é"]);
});

test.each([
  ["al-Ḥōl", "AL-HOL"],
  ["Łódź", "lodz"],
  ["Kyïv", "kyiv"],
  ["Straße", "STRASSE"],
  ["two  words\n", "Two words"],
  ["ﬁne", "fine"],
])("%s and %s are one name", (a, b) => {
  expect(foldText(a)).toBe(foldText(b));
});

test("folding what is folded changes nothing", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      expect(foldText(foldText(text))).toBe(foldText(text));
    }),
    { seed: 2024, numRuns: 1000 },
  );
});

test("a cut text is well formed, on one line, and no longer than asked for by more than the ellipsis", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), fc.integer({ min: 1, max: 10 }), (text, max) => {
      const cut = cutText(text, max);
      expect(cut.isWellFormed()).toBe(true);
      expect(cut.length).toBeLessThanOrEqual(max + 1);
      expect(cut).not.toMatch(/[\n\r]/);
    }),
    { seed: 2024 },
  );
});
