import type { Snapshot } from "./snapshot.ts";

/** What tells which nodes are joined. */
export type Parts = Pick<Snapshot, "nodes" | "nodePart" | "slotStart" | "slotEnd" | "slotNode">;

/**
 * Fills `nodePart`: two nodes have the same number just where a way leads from one to the other, whatever its links say and
 * whichever way they point. The number is that of the part's first node. O(nodes + slots), breadth-first.
 */
export function layParts({ nodes, slotStart, slotEnd, slotNode, nodePart }: Parts): void {
  nodePart.fill(nodes);
  const queue = new Uint32Array(nodes);
  for (let first = 0; first < nodes; first++) {
    if (nodePart[first] !== nodes) continue;
    nodePart[first] = first;
    queue[0] = first;
    for (let head = 0, tail = 1; head < tail; head++) {
      const node = queue[head]!;
      const end = slotEnd[node]!;
      for (let slot = slotStart[node]!; slot < end; slot++) {
        const other = slotNode[slot]!;
        if (nodePart[other] !== nodes) continue;
        nodePart[other] = first;
        queue[tail++] = other;
      }
    }
  }
}
