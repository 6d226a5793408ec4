import { expect, test } from "vitest";
import { NumberTable } from "../../src/base/number-table.ts";
import { randomFrom } from "../formats/random-from.ts";

test("what a Map says, for numbers of 53 bits, put again and asked for in any order", () => {
  const random = randomFrom(7);
  const [table, map] = [new NumberTable(), new Map<number, number>()];
  const keys = Array.from({ length: 20_000 }, () => Math.floor(random() * 2 ** 53));
  for (let nth = 0; nth < 50_000; nth++) {
    const key = keys[Math.floor(random() * keys.length)]!;
    expect(table.get(key)).toBe(map.get(key));
    table.set(key, nth);
    map.set(key, nth);
  }
  expect(table.size).toBe(map.size);
  for (const key of keys) expect(table.get(key)).toBe(map.get(key));
});

test("keys that want one slot all are found, and cost no more each than others", () => {
  const table = new NumberTable();
  const keys = Array.from({ length: 50_000 }, (_, nth) => nth * 2 ** 32);
  for (const key of keys) table.set(key, key + 1);
  expect(table.size).toBe(keys.length);
  expect(keys.filter((key) => table.get(key) !== key + 1)).toEqual([]);
  expect(table.get(1)).toBeUndefined();
});
