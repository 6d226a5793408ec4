import { firstSlotTo } from "./count-steps.ts";
import { linksAt } from "./nodes-by-links.ts";
import { LINK_SHIFT, type Snapshot } from "./snapshot.ts";

/** From so many slots on, each other node is looked up in them instead of reading them all. */
const mostRead = 20_000;

/** Every link between two of the nodes, whatever its claims say, by index, each once. */
export function linksBetween(snapshot: Snapshot, nodes: Uint32Array): Uint32Array {
  const chosen = nodes.slice().sort();
  const isChosen = new Uint8Array(snapshot.nodes);
  for (const node of chosen) isChosen[node] = 1;
  const links: number[] = [];
  for (const node of chosen) {
    const end = snapshot.slotEnd[node]!;
    if (linksAt(snapshot, node) <= mostRead)
      gather(snapshot, { from: firstSlotTo(snapshot, node, node), end }, { isChosen, links });
    else
      for (const other of chosen)
        if (other > node) gatherOne(snapshot, { from: firstSlotTo(snapshot, node, other), end }, { other, links });
  }
  return Uint32Array.from(links).sort();
}

interface Slots {
  readonly from: number;
  readonly end: number;
}

function gather({ slotNode, slotWay }: Snapshot, { from, end }: Slots, into: { isChosen: Uint8Array; links: number[] }): void {
  for (let slot = from; slot < end; slot++)
    if (into.isChosen[slotNode[slot]!] === 1) into.links.push(slotWay[slot]! >>> LINK_SHIFT);
}

function gatherOne({ slotNode, slotWay }: Snapshot, { from, end }: Slots, into: { other: number; links: number[] }): void {
  for (let slot = from; slot < end && slotNode[slot] === into.other; slot++) into.links.push(slotWay[slot]! >>> LINK_SHIFT);
}
