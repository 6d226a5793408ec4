import { linksAt } from "./nodes-by-links.ts";
import type { Snapshot } from "./snapshot.ts";
import { TopNodes } from "./top-nodes.ts";

/** Some nodes of many, and how many there are. */
export interface SomeNodes {
  readonly nodes: Uint32Array;
  readonly total: number;
}

/** A node and its most linked neighbours, `most` in all, whatever their links say; the node first, ties by index. O(slots of the node). */
export function neighboursByLinks(snapshot: Snapshot, node: number, most: number): SomeNodes {
  const { slotStart, slotEnd, slotNode } = snapshot;
  const top = new TopNodes(Math.max(0, most - 1));
  let [total, last] = [1, -1];
  for (let slot = slotStart[node]!; slot < slotEnd[node]!; slot++) {
    const other = slotNode[slot]!;
    if (other === last) continue;
    last = other;
    total++;
    if (most > 1) top.add(other, linksAt(snapshot, other));
  }
  return { nodes: Uint32Array.of(node, ...top.toArray()), total };
}
