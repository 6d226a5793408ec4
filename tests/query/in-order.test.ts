import * as fc from "fast-check";
import { expect, test } from "vitest";
import { inOrder } from "../../src/query/in-order.ts";

test("numbers come in ascending order, whether they are few or many below their bound", () => {
  const bound = fc.constantFrom(1, 31, 32, 33, 64, 5000);
  const asked = bound.chain((below) =>
    fc.tuple(fc.constant(below), fc.uniqueArray(fc.nat({ max: below - 1 }), { maxLength: 300 })),
  );
  const property = fc.property(asked, fc.boolean(), ([below, numbers], signed) => {
    const list = signed ? Int32Array.from(numbers) : Uint32Array.from(numbers);
    const sorted = inOrder(list, below);
    expect(sorted).toBe(list);
    expect([...sorted]).toEqual(numbers.toSorted((a, b) => a - b));
  });
  fc.assert(property, { seed: 3, numRuns: 300 });
});
