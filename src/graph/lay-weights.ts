import { largeArray } from "../base/large-array.ts";
import type { LinkColumns } from "./link-columns.ts";
import type { SnapshotColumns } from "./snapshot.ts";
import { TripleTable } from "./triple-table.ts";

/** Each distinct weight once, 1 first, and per claim its index. O(claims). */
export function layWeights({ claimSource, claimWeight }: LinkColumns): Pick<SnapshotColumns, "claimWeight" | "weighing"> {
  const of = largeArray(Uint32Array, claimSource.length);
  const [weight, halves] = doubleAndHalves();
  const table = new TripleTable();
  weight[0] = 1;
  table.of(halves[0]!, halves[1]!, 0);
  if (claimWeight !== undefined)
    for (let claim = 0; claim < of.length; claim++) {
      const given = claimWeight[claim]!;
      if (!(given > 0 && given < Infinity)) continue;
      weight[0] = given;
      of[claim] = table.of(halves[0]!, halves[1]!, 0);
    }
  return { claimWeight: of, weighing: weightsOf(table) };
}

function weightsOf(table: TripleTable): Float64Array {
  const [weight, halves] = doubleAndHalves();
  const [first, second] = table.columns();
  return Float64Array.from(first, (half, at) => {
    halves[0] = half;
    halves[1] = second[at]!;
    return weight[0]!;
  });
}

/** One number of 64 bits, and the same as two of 32. */
function doubleAndHalves(): readonly [Float64Array, Uint32Array] {
  const weight = new Float64Array(1);
  return [weight, new Uint32Array(weight.buffer)];
}
