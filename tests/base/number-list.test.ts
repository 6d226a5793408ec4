import { expect, test } from "vitest";
import { NumberList } from "../../src/base/number-list.ts";

test("a list grows past its capacity and keeps every value up to 2^32 - 1", () => {
  const list = new NumberList(1);
  const values = Array.from({ length: 1000 }, (_, at) => 2 ** 32 - 1 - at);
  for (const value of values) list.push(value);
  expect(list.length).toBe(1000);
  expect([...list.toArray()]).toEqual(values);
});

test("a copy does not change with the list, nor when it starts with no room", () => {
  const list = new NumberList(0);
  list.push(3);
  const copy = list.toArray();
  list.push(4);
  expect([...copy]).toEqual([3]);
});
