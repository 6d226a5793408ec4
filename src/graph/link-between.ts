import { firstSlotTo } from "./count-steps.ts";
import { LINK_SHIFT, type Snapshot } from "./snapshot.ts";

/** Indices. */
export interface EndsAndRelation {
  readonly from: number;
  readonly to: number;
  readonly relation: number;
}

/** The link of that relation from one node to another; -1 for none, and for a link from a node to itself. O(log slots + links between the two). */
export function linkBetween(snapshot: Snapshot, { from, to, relation }: EndsAndRelation): number {
  const { slotEnd, slotNode, slotWay, linkFrom, linkRelation } = snapshot;
  const end = slotEnd[from]!;
  for (let slot = firstSlotTo(snapshot, from, to); slot < end && slotNode[slot] === to; slot++) {
    const link = slotWay[slot]! >>> LINK_SHIFT;
    if (linkFrom[link] === from && linkRelation[link] === relation) return link;
  }
  return -1;
}
