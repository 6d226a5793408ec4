import type { Snapshot } from "./snapshot.ts";

type Slots = Pick<Snapshot, "nodes" | "slotStart">;

/** Links that start or end at the node, those to itself aside. */
export function linksAt({ slotStart }: Pick<Slots, "slotStart">, node: number): number {
  return slotStart[node + 1]! - slotStart[node]!;
}

/** All nodes, the most linked first, ties by index. A counting sort: O(nodes + most links). */
export function nodesByLinks({ nodes, slotStart }: Slots): Uint32Array {
  let most = 0;
  for (let node = 0; node < nodes; node++) most = Math.max(most, linksAt({ slotStart }, node));
  const next = new Uint32Array(most + 2);
  for (let node = 0; node < nodes; node++) next[most - linksAt({ slotStart }, node) + 1]!++;
  for (let at = 0; at < most; at++) next[at + 1]! += next[at]!;
  const sorted = new Uint32Array(nodes);
  for (let node = 0; node < nodes; node++) sorted[next[most - linksAt({ slotStart }, node)]!++] = node;
  return sorted;
}
