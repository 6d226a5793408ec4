import * as fc from "fast-check";
import { expect, test } from "vitest";
import { drop, move, NO_NUMBER, newNumber, newRenumbering, renumberRange } from "../../src/graph/renumbering.ts";

/** Stretches of old numbers, each with how many new ones come before it; every other stretch of `gone` ends with one that is gone. */
const stretches = fc.array(
  fc.record({ length: fc.integer({ min: 0, max: 200 }), before: fc.integer({ min: 0, max: 70 }), gone: fc.boolean() }),
  { maxLength: 12 },
);

test("numbers move as a list of them by itself would say, whatever stretches lie in a block", () => {
  fc.assert(
    fc.property(stretches, (given) => {
      const count = given.reduce((sum, { length, gone }) => sum + length + Number(gone), 0);
      const map = newRenumbering(count);
      const wanted: number[] = [];
      let next = 0;
      for (const { length, before, gone } of given) {
        next += before;
        move(map, [wanted.length, wanted.length + length], next);
        for (let at = 0; at < length; at++) wanted.push(next++);
        if (!gone) continue;
        drop(map, wanted.length);
        wanted.push(NO_NUMBER);
      }
      expect(Array.from({ length: count }, (_, old) => newNumber(map, old))).toEqual(wanted);
      const [all, to] = [Uint32Array.from({ length: count }, (_, old) => old), new Uint32Array(count + 1)];
      renumberRange(all, [0, count], { to, at: 1, by: map });
      expect([...to.subarray(1)]).toEqual(wanted);
    }),
    { seed: 5, numRuns: 200 },
  );
});
