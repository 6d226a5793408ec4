import fc from "fast-check";
import { expect, test } from "vitest";
import { type ClaimId, claimId } from "../../../src/base/ids.ts";
import { markText } from "../../../src/ui/state/mark-text.ts";

function quoting(text: string, quotes: Readonly<Record<string, string>>) {
  return Object.entries(quotes).map(
    ([id, quote]): { id: ClaimId; citation: { kind: "quote"; quote: string; start: number; end: number } } => {
      const start = text.indexOf(quote);
      return { id: claimId(id), citation: { kind: "quote", quote, start, end: start + quote.length } };
    },
  );
}

test("quotes that overlap share the stretch in which they do", () => {
  const text = "Kyiv rejects the charge.";
  const stretches = markText(text, quoting(text, { a: "Kyiv rejects", b: "rejects the charge" }));
  expect(stretches.map(({ text: part, claims }) => [part, claims])).toEqual([
    ["Kyiv ", ["a"]],
    ["rejects", ["a", "b"]],
    [" the charge", ["b"]],
    [".", []],
  ]);
});

test("a claim without a place, or with one outside the text, marks nothing", () => {
  const outside = { id: claimId("x"), citation: { kind: "quote", quote: "far away", start: 90, end: 98 } } as const;
  const row = { id: claimId("y"), citation: { kind: "row", row: 3 } } as const;
  expect(markText("short", [outside, row, { id: claimId("z"), citation: null }])).toEqual([
    { text: "short", start: 0, claims: [] },
  ]);
});

test("the stretches join to the text, and each claim's to its quote", () => {
  const marked = fc
    .string({ minLength: 1 })
    .chain((text) => fc.tuple(fc.constant(text), fc.array(fc.tuple(fc.nat(text.length), fc.nat(text.length)), { maxLength: 6 })));
  fc.assert(
    fc.property(marked, ([text, places]) => {
      const claims = places
        .map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const)
        .filter(([start, end]) => start < end)
        .map(([start, end], at) => ({
          id: claimId(`c${at}`),
          citation: { kind: "quote" as const, quote: text.slice(start, end), start, end },
        }));
      const stretches = markText(text, claims);
      expect(stretches.map((stretch) => stretch.text).join("")).toBe(text);
      for (const { id, citation } of claims)
        expect(
          stretches
            .filter((stretch) => stretch.claims.includes(id))
            .map((stretch) => stretch.text)
            .join(""),
        ).toBe(citation.quote);
    }),
    { seed: 20240324 },
  );
});
