import type { LinkFilter } from "./link-filter.ts";
import type { Snapshot } from "./snapshot.ts";

/** The first slot of `node` whose other end is at or after `other`, by bisection. */
export function firstSlotTo({ slotStart, slotEnd, slotNode }: Snapshot, node: number, other: number): number {
  let low = slotStart[node]!;
  let high = slotEnd[node]!;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (slotNode[middle]! < other) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** How many links lead from `node` to `other` by slots that `kinds` (a mask of the filter's) lets through. O(log slots + links between the two). */
export function countSteps(
  snapshot: Snapshot,
  filter: LinkFilter,
  { node, other, kinds }: { readonly node: number; readonly other: number; readonly kinds: number },
): number {
  const { slotEnd, slotNode, slotWay } = snapshot;
  const end = slotEnd[node]!;
  let links = 0;
  for (let slot = firstSlotTo(snapshot, node, other); slot < end && slotNode[slot] === other; slot++)
    if (filter.walks(kinds, slotWay[slot]!)) links++;
  return links;
}
