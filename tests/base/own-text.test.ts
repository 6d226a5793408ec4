import { expect, test } from "vitest";
import { ownText } from "../../src/base/own-text.ts";

test("a text of its own is the same text", () => {
  const file = `Holding 1 of the "north" \\ south, \u{1f600}, \ud800 alone, __proto__\u2028\0`;
  for (let from = 0; from < file.length; from++) expect(ownText(file.slice(from))).toBe(file.slice(from));
});
