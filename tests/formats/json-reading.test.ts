import { expect, test } from "vitest";
import type { ReadContext } from "../../src/formats/format.ts";
import type { JsonItem } from "../../src/formats/json-items.ts";
import { itemsIn, type JsonTaker, jsonLinesReading, jsonReading, pathText } from "../../src/formats/json-reading.ts";
import { contextFor, problemLines } from "./read-all.ts";

function read(text: string, start: (context: ReadContext, taker: JsonTaker) => ReturnType<typeof jsonReading>, size = 5) {
  const taken: JsonItem[] = [];
  const taker: JsonTaker = {
    plan: (path) => (path.length === 0 ? "enter" : "whole"),
    take(item) {
      taken.push(item);
      return [];
    },
    end: () => [],
  };
  const reading = start(contextFor("f.json"), taker);
  const pieces = Array.from({ length: Math.ceil(text.length / size) }, (_, at) => text.slice(at * size, (at + 1) * size));
  const problems = problemLines([...pieces.flatMap((piece) => [...reading.push(piece)]), ...reading.end()]);
  return { items: taken.map(({ path, value, line }) => `${pathText(path)}@${line} ${JSON.stringify(value)}`), problems };
}

test("a document gives its items; a key twice is reported with the place", () => {
  expect(read('{"a":[1],\n"b":{"c":1,"c":2}}', jsonReading)).toEqual({
    items: ["a@1 [1]", 'b@2 {"c":2}'],
    problems: ["b: repeated-key"],
  });
});

test("lines come one by one, with what is wrong beside the good ones", () => {
  const text = '\uFEFF\n{"a":1}\n{"a":\n{"b":{"x":1,"x":2}},\n\n[1]\n{"id":12345678901234567890}';
  expect(read(text, jsonLinesReading)).toEqual({
    items: ['the file@2 {"a":1}', 'the file@4 {"b":{"x":2}}', 'the file@7 {"id":"12345678901234567890"}'],
    problems: ["line 3: not-json, dropped", "line 4: repeated-key", "line 6: not-json, dropped"],
  });
});

test("the same reading takes one document, laid out or in one line", () => {
  expect(read('{\n"a":[1],\n"b":2}', jsonLinesReading).items).toEqual(["a@2 [1]", "b@3 2"]);
  expect(read('[{"a":1},{"b":2}]', jsonLinesReading).items).toEqual(['[0]@1 {"a":1}', '[1]@1 {"b":2}']);
  expect(read('{"a":[1]}', jsonLinesReading).items).toEqual(['the file@1 {"a":[1]}']);
});

test("a value at hand gives the items that a file would", () => {
  const plan: JsonTaker["plan"] = (path) => (path.length < 2 ? "enter" : "whole");
  expect([...itemsIn({ nodes: [{ id: 1 }, 2], name: "x" }, plan, 3)].map(({ path, value }) => [pathText(path), value])).toEqual([
    ["nodes[0]", { id: 1 }],
    ["nodes[1]", 2],
    ["name", "x"],
  ]);
});

test.each([
  ["", "f.json: wanted an object or a list, got an empty file"],
  ['{"a":1\n,', "f.json: wanted the end of what begins in line 1, got the end of the file in line 2"],
  ["nothing", 'f.json: wanted JSON, got "o" in line 1'],
])("%j is refused in one line", (text, message) => {
  expect(() => read(text, jsonReading)).toThrow(message);
});
