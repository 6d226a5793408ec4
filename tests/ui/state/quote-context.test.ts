import { expect, test } from "vitest";
import { quoteInContext } from "../../../src/ui/state/quote-context.ts";

const text = `Nobody doubts it. Researchers agree that the attack was the work of ISIS-K, the regional branch. A second sentence follows.
A new paragraph begins without a stop`;

function around(quote: string, reach?: number) {
  const start = text.indexOf(quote);
  return quoteInContext(text, { start, end: start + quote.length }, reach);
}

test("a quote is shown in its sentence", () => {
  expect(around("the attack was the work of ISIS-K")).toEqual({
    before: "Researchers agree that ",
    quote: "the attack was the work of ISIS-K",
    after: ", the regional branch.",
  });
});

test("a long sentence is cut at a word, and the cut is marked", () => {
  expect(around("the work of ISIS-K", 12)).toEqual({ before: "…attack was ", quote: "the work of ISIS-K", after: ", the…" });
});

test("the first sentence of a text and the last need no stop", () => {
  expect(around("Nobody doubts")).toEqual({ before: "", quote: "Nobody doubts", after: " it." });
  expect(around("paragraph begins")).toEqual({ before: "A new ", quote: "paragraph begins", after: " without a stop" });
});

test("a whole sentence as quote gets nothing added", () => {
  expect(around("A second sentence follows.")?.before).toBe("");
  expect(around("A second sentence follows.")?.after).toBe("");
});

test("a place outside the text gives none", () => {
  expect(quoteInContext("short", { start: 2, end: 9 })).toBeNull();
  expect(quoteInContext("short", { start: -1, end: 2 })).toBeNull();
});
