import type { LinkColumns } from "./link-columns.ts";
import type { SnapshotColumns } from "./snapshot.ts";

/** Each distinct weight once, 1 first, and per claim its index. */
export function layWeights({ claimSource, claimWeight }: LinkColumns): Pick<SnapshotColumns, "claimWeight" | "weighing"> {
  const indices = new Map([[1, 0]]);
  const of = new Uint32Array(claimSource.length);
  if (claimWeight !== undefined)
    for (let claim = 0; claim < of.length; claim++) {
      const given = claimWeight[claim]!;
      const weight = given > 0 && given < Infinity ? given : 1;
      const index = indices.get(weight) ?? indices.size;
      if (index === indices.size) indices.set(weight, index);
      of[claim] = index;
    }
  return { claimWeight: of, weighing: Float64Array.from(indices.keys()) };
}
