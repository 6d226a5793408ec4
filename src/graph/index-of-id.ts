import { compareIds } from "../base/ids.ts";

/** The place of an id in a list in ascending order (code units), by bisection; -1 when it is not there. */
export function indexOfId(ids: readonly string[], id: string): number {
  let [low, high] = [0, ids.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (compareIds(ids[middle]!, id) < 0) low = middle + 1;
    else high = middle;
  }
  return ids[low] === id ? low : -1;
}
