import fc from "fast-check";
import { expect, test } from "vitest";
import { checkCitation, locateQuote } from "../../src/claims/check-citation.ts";

const text = "Ada owns Bolt. Bolt owes Ada.";

test("a quote is found at its first place, and one that stands there again says so", () => {
  expect(locateQuote("owns Bolt", text)).toEqual({ start: 4, end: 13, repeated: false });
  expect(locateQuote("Ada", text)).toEqual({ start: 0, end: 3, repeated: true });
  expect(locateQuote("sells", text)).toBeNull();
  expect(locateQuote("", text)).toBeNull();
});

test("offsets count UTF-16 code units", () => {
  expect(locateQuote("owns", "🧶 owns")).toEqual({ start: 3, end: 7, repeated: false });
});

test("a quote that stands at its offsets is sound", () => {
  expect(checkCitation({ kind: "quote", quote: "Ada", start: 25, end: 28 }, text)).toBeNull();
});

test.each<[string, Parameters<typeof checkCitation>, string]>([
  [
    "words that stand elsewhere",
    [{ kind: "quote", quote: "Bolt", start: 0, end: 4 }, text],
    'wanted the quote "Bolt" at 0 of the source\'s text, found it at 9',
  ],
  [
    "words that stand nowhere",
    [{ kind: "quote", quote: "sells", start: 4, end: 9 }, text],
    'wanted a quote that stands in the source\'s text, got "sells"',
  ],
  [
    "a source without a text",
    [{ kind: "quote", quote: "Ada", start: 0, end: 3 }, null],
    'wanted the source\'s text for the quote "Ada" to stand in, got a source without one',
  ],
  [
    "words of a page that the text lacks",
    [{ kind: "page", page: "4", quote: "sells" }, text],
    'wanted a quote that stands in the source\'s text, got "sells"',
  ],
  [
    "offsets that count from the end",
    [{ kind: "quote", quote: "Ada", start: -4, end: -1 }, text],
    'wanted the quote "Ada" at -4 of the source\'s text, found it at 0',
  ],
])("%s are a problem", (_, args, message) => {
  expect(checkCitation(...args)).toBe(message);
});

test("a row, a page without words, and no citation need no text", () => {
  expect(checkCitation({ kind: "row", row: 3 }, null)).toBeNull();
  expect(checkCitation({ kind: "page", page: "4", quote: "" }, text)).toBeNull();
  expect(checkCitation({ kind: "page", page: "4", quote: "Ada owns" }, null)).toBeNull();
  expect(checkCitation(null, null)).toBeNull();
});

test("whatever is located is sound, in any text", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), fc.nat(), fc.nat(), (whole, from, length) => {
      const quote = whole.slice(from % (whole.length + 1), (from % (whole.length + 1)) + (length % 20));
      const place = locateQuote(quote, whole);
      if (quote === "") expect(place).toBeNull();
      else expect(checkCitation({ kind: "quote", quote, start: place!.start, end: place!.end }, whole)).toBeNull();
    }),
    { seed: 2024 },
  );
});
