import { describe, expect, test } from "vitest";
import { JsonItems, type JsonPlan } from "../../src/formats/json-items.ts";

const nodes: JsonPlan = (path) => {
  if (path.length === 0 || (path.length === 1 && path[0] === "nodes")) return "enter";
  return path[0] === "nodes" ? "whole" : "skip";
};

function itemsOf(text: string, { size = 64, plan = nodes }: { size?: number; plan?: JsonPlan } = {}) {
  const items = new JsonItems(plan);
  const pieces = Array.from({ length: Math.ceil(text.length / size) }, (_, at) => text.slice(at * size, (at + 1) * size));
  return [...pieces.flatMap((piece) => items.push(piece)), ...items.end()].map(
    ({ path, value, line }) => `${path.join(".")}@${line} ${JSON.stringify(value)}`,
  );
}

const whole = { plan: () => "whole" as const };

test("what the plan names comes whole, with its path and its line, however the text is cut", () => {
  const text =
    '\uFEFF{"directed": true,\n "graph": {"a": [1, {}]},\n "nodes": [\n  {"id": "🧶\\ud83e\\uddf6é"},\n 7, [], {"a":{"b":[null,false]}}\n]}\n';
  const expected = [
    "directed@1 true",
    'nodes.0@4 {"id":"🧶🧶é"}',
    "nodes.1@5 7",
    "nodes.2@5 []",
    'nodes.3@5 {"a":{"b":[null,false]}}',
  ];
  for (const size of [1, 2, 7, 1_000]) expect(itemsOf(text, { size })).toEqual(expected);
});

test("values one after the other are each a root", () => {
  expect(itemsOf('{"a":1}{"a":2}\n\n{"a":3}', whole)).toEqual(['@1 {"a":1}', '@1 {"a":2}', '@3 {"a":3}']);
});

test("hostile keys are keys, and Object.prototype stays as it was", () => {
  const items = new JsonItems(() => "whole");
  const value = [...items.push('{"__proto__":{"polluted":1},"constructor":2}'), ...items.end()][0]?.value as object;
  expect(Object.getPrototypeOf(value)).toBeNull();
  expect(Object.keys(value)).toEqual(["__proto__", "constructor"]);
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
});

test("a whole number beyond what a double holds keeps its digits; others are numbers", () => {
  expect(itemsOf("[12345678901234567890,9007199254740991,1e400,1.5,-0.1e-3]", whole)).toEqual([
    '@1 ["12345678901234567890",9007199254740991,"1e400",1.5,-0.0001]',
  ]);
});

test("a key that comes twice in an item is told", () => {
  const items = new JsonItems(() => "whole");
  const [first, second] = [...items.push('{"a":1,"b":{"a":1,"a":2}} {"a":1}'), ...items.end()];
  expect([first?.repeated, second?.repeated]).toEqual([["a"], []]);
});

describe("what is no JSON is refused with its line", () => {
  test.each([
    ['{"a":1\n', "wanted the end of what begins in line 1, got the end of the file", 2],
    ["[1,\n2 3]", "wanted , or ], got 3", 2],
    ["[1,]", "wanted a value, got ]", 1],
    ['{"a":1,}', "wanted a key in quotes, got }", 1],
    ['{"a",1}', "wanted a colon after a key, got ,", 1],
    ["{1:2}", "wanted a key in quotes, got 1", 1],
    ['{"a":1]', "wanted , or }, got ]", 1],
    ["\n\n[1}", "wanted , or ], got }", 3],
    ["]", "wanted an object or a list, got ]", 1],
    ["12 ", "wanted an object or a list, got 12", 1],
    ["[1] x", 'wanted JSON, got "x"', 1],
    ["[\n\n'a']", 'wanted JSON, got "\'"', 3],
    ['["a\n"]', 'wanted JSON, got "\\n"', 1],
    ["[".repeat(300), "wanted at most 256 levels, got more", 1],
  ])("%j", (text, message, line) => {
    expect(() => itemsOf(text, whole)).toThrow(expect.objectContaining({ message, line }));
  });

  test("an item of more than 16 MiB, as one text or as many", () => {
    const piece = "x".repeat(1024 * 1024);
    const items = new JsonItems(() => "whole");
    items.push('["');
    expect(() => Array.from({ length: 20 }, () => items.push(piece))).toThrow("wanted values of at most 16 MiB");
    const lists = new JsonItems(() => "whole");
    lists.push('["a"');
    expect(() => Array.from({ length: 45 }, () => lists.push(',"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"'.repeat(10_000)))).toThrow(
      "wanted values of at most 16 MiB",
    );
    const skipped = new JsonItems(() => "skip");
    skipped.push('["a"');
    expect(() =>
      Array.from({ length: 45 }, () => skipped.push(',"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"'.repeat(10_000))),
    ).not.toThrow();
  }, 20_000);

  test("an object of more than 100,000 keys", () => {
    const text = `{${Array.from({ length: 100_001 }, (_, at) => `"${at}":1`).join(",")}}`;
    expect(() => itemsOf(text, { ...whole, size: 65_536 })).toThrow("wanted at most 100000 keys in an object, got more");
  });
});
