import { AGAINST, ALONG, LINK_SHIFT, type Snapshot } from "./snapshot.ts";

type Ends = Pick<Snapshot, "nodes" | "linkFrom" | "linkTo">;

/**
 * Fills a snapshot's slots, in order of (node, other node, link); `kinds` has per link the low bits of the slot at the
 * subject's end. Two counting sorts: first the slots of each node in order of link, then those of all nodes in turn,
 * each handed to its other end: that end receives them in order of (node, link). O(nodes + links).
 */
export function laySlots(snapshot: Snapshot, kinds: Uint8Array): void {
  const { nodes, linkFrom, linkTo, slotStart, slotNode, slotWay } = snapshot;
  fillStarts(slotStart, snapshot);
  const byLink = new Uint32Array(slotNode.length);
  let next = slotStart.slice(0, nodes);
  for (let link = 0; link < linkFrom.length; link++) {
    const from = linkFrom[link]!;
    const to = linkTo[link]!;
    if (from === to) continue;
    byLink[next[from]!++] = link;
    byLink[next[to]!++] = link;
  }
  next = slotStart.slice(0, nodes);
  for (let other = 0; other < nodes; other++)
    for (let at = slotStart[other]!; at < slotStart[other + 1]!; at++) {
      const link = byLink[at]!;
      const along = linkTo[link] === other;
      const slot = next[along ? linkFrom[link]! : linkTo[link]!]!++;
      slotNode[slot] = other;
      slotWay[slot] = ((link << LINK_SHIFT) | (along ? kinds[link]! : turned(kinds[link]!))) >>> 0;
    }
}

/** `starts` is all 0. */
function fillStarts(starts: Uint32Array, { nodes, linkFrom, linkTo }: Ends): void {
  for (let link = 0; link < linkFrom.length; link++) {
    if (linkFrom[link] === linkTo[link]) continue;
    starts[linkFrom[link]! + 1]!++;
    starts[linkTo[link]! + 1]!++;
  }
  for (let node = 0; node < nodes; node++) starts[node + 1]! += starts[node]!;
}

/** The same link seen from its other end: ALONG and AGAINST change places. */
function turned(kind: number): number {
  return (kind & ~(ALONG | AGAINST)) | ((kind & ALONG) << 1) | ((kind & AGAINST) >> 1);
}
