import { AGAINST, ALONG, LINK_SHIFT, type Snapshot } from "./snapshot.ts";

type Ends = Pick<Snapshot, "nodes" | "linkFrom" | "linkTo">;

/**
 * Fills a snapshot's slots, in order of (node, other node, link); `kinds` has per link the low bits of the slot at the
 * subject's end. Two counting sorts: first the slots of each node in order of link, then those of all nodes in turn,
 * each handed to its other end: that end receives them in order of (node, link). What is handed on travels with the slot,
 * so that no link is looked up at random. O(nodes + links).
 */
export function laySlots(snapshot: Snapshot, kinds: Uint8Array): void {
  fillStarts(snapshot.slotStart, snapshot);
  const byLink = slotsByLink(snapshot, kinds);
  const { nodes, slotStart, slotNode, slotWay } = snapshot;
  const next = slotStart.slice(0, nodes);
  for (let other = 0; other < nodes; other++) {
    const end = slotStart[other + 1]!;
    for (let at = slotStart[other]!; at < end; at++) {
      const slot = next[byLink.node[at]!]!++;
      slotNode[slot] = other;
      slotWay[slot] = turned(byLink.way[at]!);
    }
  }
}

interface Slots {
  readonly node: Uint32Array;
  readonly way: Uint32Array;
}

/** The slots of each node in order of link. */
function slotsByLink({ nodes, linkFrom, linkTo, slotStart, slots }: Snapshot, kinds: Uint8Array): Slots {
  const next = slotStart.slice(0, nodes);
  const node = new Uint32Array(slots);
  const way = new Uint32Array(slots);
  for (let link = 0; link < linkFrom.length; link++) {
    const from = linkFrom[link]!;
    const to = linkTo[link]!;
    if (from === to) continue;
    const along = (link << LINK_SHIFT) | kinds[link]!;
    const leaving = next[from]!++;
    node[leaving] = to;
    way[leaving] = along;
    const arriving = next[to]!++;
    node[arriving] = from;
    way[arriving] = turned(along);
  }
  return { node, way };
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
function turned(way: number): number {
  return (way & ~(ALONG | AGAINST)) | ((way & ALONG) << 1) | ((way & AGAINST) >> 1);
}
