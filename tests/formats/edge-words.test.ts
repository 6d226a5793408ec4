import { expect, test } from "vitest";
import { edgeWords } from "../../src/formats/edge-words.ts";

const attributes = (pairs: Readonly<Record<string, string | number>>) =>
  Object.entries(pairs).map(([key, value]) => ({ key, value, during: null }));

test.each([
  ["", "", {}, "", ""],
  ["", "owns", { weight: 2 }, "owns", ""],
  ["", "", { "Edge Label": "owns" }, "owns", ""],
  ["owns", "60 %", { type: "x" }, "owns", "60 %"],
  ["", "60 %", { relation: "owns" }, "owns", "60 %"],
  ["", "owns", { labelE: "owns" }, "owns", "owns"],
  ["", "", { type: 3, label: "owns" }, "owns", ""],
])("given %j, label %j and %j it is %j with the note %j", (given, label, more, relation, note) => {
  expect(edgeWords(given, label, attributes(more))).toMatchObject({ relation, note });
});

test("what names the relation or is its note is no attribute any more", () => {
  expect(
    edgeWords("", "", attributes({ relation: "owns", label: "60 %", since: "2014" })).attributes.map(({ key }) => key),
  ).toEqual(["since"]);
  expect(edgeWords("owns", "", attributes({ type: "x" })).attributes.map(({ key }) => key)).toEqual(["type"]);
});
