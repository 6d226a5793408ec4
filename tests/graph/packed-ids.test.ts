import fc from "fast-check";
import { expect, test } from "vitest";
import { compareIds } from "../../src/base/ids.ts";
import { countIds, idAt, packIds, placeOfId } from "../../src/graph/packed-ids.ts";

/** Letters on either side of every length of UTF-8, and on either side of the surrogates. */
const letter = fc.constantFrom(
  ..."a>%~",
  "\0",
  "\u007f",
  "\u0080",
  "\u07ff",
  "\u0800",
  "\ud7ff",
  "\ue000",
  "\uffff",
  "\u{10000}",
  "\u{10ffff}",
);
const id = fc.oneof(fc.string({ unit: letter, maxLength: 5 }), fc.string({ unit: "binary", maxLength: 9 }));

test("packed ids are the list that was packed, each at its place and no other at any (seed 5)", () => {
  fc.assert(
    fc.property(fc.array(id, { maxLength: 60 }), fc.array(id, { maxLength: 20 }), (given, others) => {
      const ids = [...new Set(given)].sort(compareIds);
      const packed = packIds(ids);
      expect(countIds(packed)).toBe(ids.length);
      expect(ids.map((_, at) => idAt(packed, at))).toEqual(ids);
      for (const each of [...ids, ...others]) expect(placeOfId(packed, each), JSON.stringify(each)).toBe(ids.indexOf(each));
    }),
    { seed: 5, numRuns: 400 },
  );
});

test("an id with a lone surrogate is none", () => {
  expect(placeOfId(packIds(["\ufffd"]), "\ud800")).toBe(-1);
});

test("ids may be long, many, and in memory that threads share", () => {
  const ids = Array.from({ length: 5000 }, (_, at) => String(at).padStart(6, "0") + "é".repeat(at % 50));
  ids.push(`z${"\u{1f600}".repeat(10_000)}`);
  const packed = packIds(ids, "shared");
  expect([packed.bytes.buffer, packed.starts.buffer].every((buffer) => buffer instanceof SharedArrayBuffer)).toBe(true);
  expect(ids.map((_, at) => idAt(packed, at))).toEqual(ids);
  for (const at of [0, 1, 2500, 5000]) expect(placeOfId(packed, ids[at]!)).toBe(at);
  expect(packed.bytes.length).toBe(Buffer.byteLength(ids.join("")));
});
