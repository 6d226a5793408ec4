import type { Snapshot } from "./snapshot.ts";

type Slots = Pick<Snapshot, "nodes" | "slotStart" | "slotEnd">;

/** Links that start or end at the node, those to itself aside. */
export function linksAt({ slotStart, slotEnd }: Omit<Slots, "nodes">, node: number): number {
  return slotEnd[node]! - slotStart[node]!;
}

/** All nodes, the most linked first, ties by index. A counting sort: O(nodes + most links). */
export function nodesByLinks(snapshot: Slots): Uint32Array {
  const { nodes } = snapshot;
  let most = 0;
  for (let node = 0; node < nodes; node++) most = Math.max(most, linksAt(snapshot, node));
  const next = new Uint32Array(most + 2);
  for (let node = 0; node < nodes; node++) next[most - linksAt(snapshot, node) + 1]!++;
  for (let at = 0; at < most; at++) next[at + 1]! += next[at]!;
  const sorted = new Uint32Array(nodes);
  for (let node = 0; node < nodes; node++) sorted[next[most - linksAt(snapshot, node)]!++] = node;
  return sorted;
}
