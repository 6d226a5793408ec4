import * as fc from "fast-check";
import { expect, test } from "vitest";
import { compareIds } from "../../src/base/ids.ts";
import { IdTable } from "../../src/graph/id-table.ts";
import { packIds } from "../../src/graph/packed-ids.ts";

const packed = (ids: readonly string[]) => packIds([...new Set(ids)].sort(compareIds));

test("an id is found at its place, and none that is not there", () => {
  const words = fc.array(fc.string({ unit: "grapheme", maxLength: 6 }), { maxLength: 80 });
  fc.assert(
    fc.property(words, words, (there, others) => {
      const ids = [...new Set(there)].sort(compareIds);
      const table = new IdTable(packIds(ids));
      for (const id of [...ids, ...others]) expect(table.placeOf(id)).toBe(ids.indexOf(id));
    }),
    { numRuns: 200, seed: 1 },
  );
});

test("a lone surrogate is not taken for what it would be written as", () => {
  const table = new IdTable(packed(["\ufffd"]));
  expect([table.placeOf("\ufffd"), table.placeOf("\ud800")]).toEqual([0, -1]);
});

test("long ids and very many are found", () => {
  const ids = Array.from({ length: 20_000 }, (_, at) => `entity ${at}`).concat("x".repeat(10_000));
  const all = packed(ids);
  const table = new IdTable(all);
  const sorted = [...ids].sort(compareIds);
  expect(sorted.every((id, place) => table.placeOf(id) === place)).toBe(true);
  expect(table.placeOf("x".repeat(9_999))).toBe(-1);
});

test("ids that all begin at one slot are found, too", () => {
  const ids = collidingIds(100);
  const sorted = [...ids].sort(compareIds);
  const table = new IdTable(packed(ids));
  expect(sorted.map((id) => table.placeOf(id))).toEqual(sorted.map((_, place) => place));
  expect(table.placeOf("not one of them")).toBe(-1);
});

/** Ids whose sums are alike in the lowest eight bits: those by which 100 ids find their slots. */
function collidingIds(count: number): string[] {
  const ids: string[] = [];
  for (let at = 0; ids.length < count; at++) if ((sumOf(`e${at}`) & 255) === 7) ids.push(`e${at}`);
  return ids;
}

/** As the table reckons it. */
function sumOf(id: string): number {
  let sum = 0x811c9dc5;
  for (let at = 0; at < id.length; at++) sum = Math.imul(sum ^ id.charCodeAt(at), 0x01000193);
  sum = Math.imul(sum ^ (sum >>> 15), 0x85ebca6b);
  return sum ^ (sum >>> 13);
}
