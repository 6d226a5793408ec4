import type { Snapshot } from "./snapshot.ts";

type Pair = readonly [a: number, b: number];
type Parts = Pick<Snapshot, "nodePart" | "slotStart" | "slotEnd" | "slotNode">;

/**
 * Brings `nodePart`, which is the thread's own, up to date once the slots are: `joined` are pairs with a link that was not there,
 * `parted` pairs that lost one. Where two parts become one, or one may have become two, that is O(nodes); whether it has, a search from
 * both ends tells, which ends where they meet or where the smaller part is all seen.
 */
export function patchParts(
  snapshot: Parts,
  { joined, parted }: { readonly joined: readonly Pair[]; readonly parted: readonly Pair[] },
): void {
  const { nodePart } = snapshot;
  for (const [a, b] of joined) {
    const [low, high] = [Math.min(nodePart[a]!, nodePart[b]!), Math.max(nodePart[a]!, nodePart[b]!)];
    if (low !== high) for (let node = high; node < nodePart.length; node++) if (nodePart[node] === high) nodePart[node] = low;
  }
  for (const [a, b] of parted) {
    if (nodePart[a] !== nodePart[b]) continue;
    const cutOff = smallerPart(snapshot, a, b);
    if (cutOff !== null) partOff(nodePart, cutOff);
  }
}

/** Gives the nodes a part of their own, and what is left of theirs its own first node. */
function partOff(nodePart: Uint32Array, cutOff: ReadonlySet<number>): void {
  let first = nodePart.length;
  for (const node of cutOff) first = Math.min(first, node);
  const old = nodePart[first]!;
  for (const node of cutOff) nodePart[node] = first;
  if (old !== first) return;
  let left = -1;
  for (let node = old; node < nodePart.length; node++) {
    if (nodePart[node] !== old || cutOff.has(node)) continue;
    if (left === -1) left = node;
    nodePart[node] = left;
  }
}

/** All that is joined with `a` or with `b`, whichever is seen through first; null when they are joined. */
function smallerPart(snapshot: Parts, a: number, b: number): ReadonlySet<number> | null {
  const sides = [spreadFrom(a), spreadFrom(b)] as const;
  for (;;) {
    const [near, far] = costOf(snapshot, sides[0]) <= costOf(snapshot, sides[1]) ? sides : ([sides[1], sides[0]] as const);
    near.cost = costOf(snapshot, near);
    const node = near.queue[near.head++];
    if (node === undefined) return near.seen;
    const end = snapshot.slotEnd[node]!;
    for (let slot = snapshot.slotStart[node]!; slot < end; slot++) {
      const other = snapshot.slotNode[slot]!;
      if (far.seen.has(other)) return null;
      if (near.seen.has(other)) continue;
      near.seen.add(other);
      near.queue.push(other);
    }
  }
}

interface Spread {
  readonly seen: Set<number>;
  readonly queue: number[];
  head: number;
  /** Slots looked at. */
  cost: number;
}

function spreadFrom(node: number): Spread {
  return { seen: new Set([node]), queue: [node], head: 0, cost: 0 };
}

/** Slots looked at once the next node was. */
function costOf({ slotStart, slotEnd }: Parts, { queue, head, cost }: Spread): number {
  const next = queue[head];
  return next === undefined ? cost : cost + 1 + slotEnd[next]! - slotStart[next]!;
}
