import { largeArray } from "../base/large-array.ts";
import type { LinkColumns } from "./link-columns.ts";
import { NO_SPAN, type SnapshotColumns } from "./snapshot.ts";
import { TripleTable } from "./triple-table.ts";

/** Each distinct pair of spans once, that of no dates first, and per claim its index; `spanOf` has the span of each date. O(claims). */
export function layWhens(
  { claimSource, claimDuring, claimSaid }: LinkColumns,
  spanOf: Uint32Array,
): Pick<SnapshotColumns, "claimWhen" | "whenDuring" | "whenSaid"> {
  const claimWhen = largeArray(Uint32Array, claimSource.length);
  const table = new TripleTable();
  table.of(NO_SPAN, NO_SPAN, 0);
  const spanIn = (column: Uint32Array | undefined, claim: number): number => {
    const date = column === undefined ? NO_SPAN : column[claim]!;
    return date === NO_SPAN ? NO_SPAN : spanOf[date]!;
  };
  if (claimDuring !== undefined || claimSaid !== undefined)
    for (let claim = 0; claim < claimWhen.length; claim++)
      claimWhen[claim] = table.of(spanIn(claimDuring, claim), spanIn(claimSaid, claim), 0);
  const [whenDuring, whenSaid] = table.columns();
  return { claimWhen, whenDuring, whenSaid };
}
