import { expect, test } from "vitest";
import { firstRecord, jsonHead } from "../../src/formats/json-head.ts";
import { fieldOf, firstIn, hasKeys, listAt, textAt, textsAt } from "../../src/formats/json-value.ts";

const plain = (head: string) => JSON.stringify(jsonHead(head));

test.each([
  ['{"a":1,"b":[true,null,"x\\u00e9"]} {"next":1}', '{"a":1,"b":[true,null,"xé"]}'],
  ['\uFEFF [ {"a" : -1.5e3 } ]', '[{"a":-1500}]'],
  ["{}", "{}"],
  ["[]", "[]"],
])("%j is read", (head, value) => {
  expect(plain(head)).toBe(value);
});

test.each([
  ['{"nodes":[{"id":"a"},{"id":"b', '{"nodes":[{"id":"a"},{"id":"b"}]}'],
  ['{"nodes":[', '{"nodes":[]}'],
  ['{"nodes"', '{"nodes":null}'],
  ['{"nodes":', '{"nodes":null}'],
  ['{"a":"cut\\', '{"a":"cut"}'],
  ['{"a":1,', '{"a":1}'],
  ['[{"a":1},', '[{"a":1}]'],
  ["[", "[]"],
  ['{"a":oops,"b":1}', '{"a":null}'],
  ["{a:1}", "{}"],
])("%j is read as far as it goes", (head, value) => {
  expect(plain(head)).toBe(value);
});

test.each(["", "\uFEFF", "hello", "<svg>", '"text"', "1", "\0\0"])("%j is no beginning of an object or a list", (head) => {
  expect(jsonHead(head)).toBeUndefined();
});

test("hostile keys are keys like any other, and missing ones are missing", () => {
  const value = jsonHead('{"__proto__":{"polluted":1},"toString":"text"}');
  expect(Object.keys(value as object)).toEqual(["__proto__", "toString"]);
  expect(textAt(fieldOf(value, "__proto__"), "polluted")).toBe("1");
  expect(textAt(value, "toString")).toBe("text");
  expect([fieldOf(value, "constructor"), fieldOf(value, "hasOwnProperty")]).toEqual([undefined, undefined]);
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
});

test("a hundred thousand levels are not gone into", () => {
  expect(jsonHead("[".repeat(100_000))).toBeDefined();
});

test("what formats ask of it", () => {
  const root = jsonHead('[{"a":"x","list":["p",1,{}],"one":"q"},{"b":1}]');
  const first = firstRecord(root);
  expect(hasKeys(first, "a", "list")).toBe(true);
  expect(hasKeys(first, "b")).toBe(false);
  expect(firstIn(first)).toBe("x");
  expect(textsAt(first, "list")).toEqual(["p", "1"]);
  expect(textsAt(first, "one")).toEqual(["q"]);
  expect(listAt(first, "a")).toEqual([]);
  expect(firstRecord(jsonHead('{"a":1}'))).toEqual(jsonHead('{"a":1}'));
});
