import { expect, test } from "vitest";
import { freeArrays } from "../../src/base/free-arrays.ts";
import { largeArray } from "../../src/base/large-array.ts";

test.each([0, 3, 300_000])("an array of %i numbers is as long as was asked, and full of zeros", (length) => {
  for (const kind of [Uint8Array, Uint16Array, Uint32Array, Float64Array]) {
    const made = largeArray<Uint8Array | Uint16Array | Uint32Array | Float64Array>(kind, length);
    expect(made).toBeInstanceOf(kind);
    expect([made.length, made.every((value) => value === 0)]).toEqual([length, true]);
  }
});

test("it can be given back", () => {
  const made = largeArray(Uint32Array, 300_000);
  freeArrays([made]);
  expect(made.length).toBe(0);
});
