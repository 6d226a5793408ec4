import { expect, test } from "vitest";
import { freeArrays } from "../../src/base/free-arrays.ts";

test("arrays of a thread's own are empty from then on, however often they are given back; shared memory stays", () => {
  const own = new Uint32Array(8);
  const part = new Float64Array(8).subarray(2, 4);
  const shared = new Uint8Array(new SharedArrayBuffer(8));
  freeArrays([own, part, shared, undefined, own]);
  expect([own.length, part.length, shared.length]).toEqual([0, 0, 8]);
});
