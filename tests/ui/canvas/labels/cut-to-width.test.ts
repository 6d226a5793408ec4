import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cutToWidth } from "../../../../src/ui/canvas/labels/cut-to-width.ts";

/** Every character ten pixels wide, whatever it is made of. */
const measure = (text: string) => Array.from(text).length * 10;

describe("a name on one line", () => {
  test("what fits stays as it is", () => {
    expect(cutToWidth("ISIS-K", 60, measure)).toBe("ISIS-K");
  });

  test("what does not is cut with an ellipsis, without a space before it", () => {
    expect(cutToWidth("Family members", 90, measure)).toBe("Family m…");
    expect(cutToWidth("Family members", 80, measure)).toBe("Family…");
  });

  test("line breaks and control characters become single spaces", () => {
    expect(cutToWidth(" a\n\tb\u0007c ", 999, measure)).toBe("a b c");
  });

  test("characters are never cut in two", () => {
    expect(cutToWidth("🧶🕸️🧶🧶🧶", 30, measure).isWellFormed()).toBe(true);
    expect(cutToWidth("🧶🧶🧶🧶", 30, measure)).toBe("🧶🧶…");
  });

  test("ten thousand characters are measured in a few steps", () => {
    let asked = 0;
    const text = cutToWidth("x".repeat(10_000), 100, (part) => {
      asked += part.length;
      return measure(part);
    });
    expect(text).toBe("xxxxxxxxx…");
    expect(asked).toBeLessThan(2000);
  });

  test("the result fits, unless one character alone does not", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 60 }), fc.integer({ min: 20, max: 300 }), (text, widest) => {
        expect(measure(cutToWidth(text, widest, measure))).toBeLessThanOrEqual(widest);
      }),
    );
  });
});
