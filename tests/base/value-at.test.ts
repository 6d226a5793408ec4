import { expect, test } from "vitest";
import { valueAt } from "../../src/base/value-at.ts";

test("what stands at a path, in objects and lists", () => {
  expect(valueAt({ columns: [{ role: "id" }, { role: "name" }] }, ["columns", 1, "role"])).toBe("name");
  expect(valueAt("whole", [])).toBe("whole");
});

test("undefined where the path leads nowhere, and where only a prototype has the key", () => {
  expect(valueAt({ a: null }, ["a", "b"])).toBeUndefined();
  expect(valueAt({ a: "text" }, ["a", "length"])).toBeUndefined();
  expect(valueAt({}, ["constructor"])).toBeUndefined();
  expect(valueAt({}, ["__proto__", "toString"])).toBeUndefined();
});
