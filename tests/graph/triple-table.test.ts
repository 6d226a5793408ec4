import * as fc from "fast-check";
import { expect, test } from "vitest";
import { TripleTable } from "../../src/graph/triple-table.ts";

test("each triple has one index, in order of first use, however many there are and however alike", () => {
  const value = fc.constantFrom(0, 1, 2, 255, 0x7fff_ffff, 0x8000_0000, 0xffff_fffe, 0xffff_ffff);
  const spread = Array.from({ length: 700 }, (_, at): [number, number, number] => [at, at, 0xffff_ffff]);
  fc.assert(
    fc.property(fc.array(fc.tuple(value, value, value), { maxLength: 300 }), (some) => {
      const [table, known] = [new TripleTable(), new Map<string, number>()];
      for (const triple of [...some, ...spread, ...some]) {
        const index = table.of(...triple);
        expect(index).toBe(known.get(triple.join(" ")) ?? known.size);
        known.set(triple.join(" "), index);
      }
      const [first, second, third] = table.columns();
      expect(Array.from(first, (one, at) => `${one} ${second[at]} ${third[at]}`)).toEqual([...known.keys()]);
    }),
    { seed: 13, numRuns: 30 },
  );
});
