import { layParts, type Parts } from "./lay-parts.ts";

type Pair = readonly [a: number, b: number];

/** With more pairs that lost a link, parts are looked for from the start. */
const FEW_PARTED = 256;

/**
 * Brings `nodePart`, which is the thread's own, up to date once the slots are: `joined` are pairs with a link that may not have been there,
 * `parted` pairs that lost one. Where parts become one that is O(nodes) for all of them, and O(nodes) for each that may have become two; whether it
 * has, a search from both ends tells, which ends where they meet or where the smaller part is all seen. Where many lost a link: O(nodes + slots).
 */
export function patchParts(
  snapshot: Parts,
  { joined, parted }: { readonly joined: readonly Pair[]; readonly parted: readonly Pair[] },
): void {
  const { nodePart } = snapshot;
  if (parted.length > FEW_PARTED) {
    layParts(snapshot);
    return;
  }
  joinParts(nodePart, joined);
  for (const [a, b] of parted) {
    if (nodePart[a] !== nodePart[b]) continue;
    const cutOff = smallerPart(snapshot, a, b);
    if (cutOff !== null) partOff(nodePart, cutOff);
  }
}

/** By disjoint sets of parts, each named by its first node. */
function joinParts(nodePart: Uint32Array, joined: readonly Pair[]): void {
  const named = new Map<number, number>();
  const nameOf = (part: number): number => {
    let name = part;
    for (let next = named.get(name); next !== undefined; next = named.get(name)) name = next;
    for (let at = part; at !== name; ) {
      const next = named.get(at)!;
      named.set(at, name);
      at = next;
    }
    return name;
  };
  for (const [a, b] of joined) {
    const [first, second] = [nameOf(nodePart[a]!), nameOf(nodePart[b]!)];
    if (first !== second) named.set(Math.max(first, second), Math.min(first, second));
  }
  if (named.size === 0) return;
  const names = new Uint32Array(nodePart.length);
  for (let node = 0; node < names.length; node++) names[node] = node;
  for (const part of named.keys()) names[part] = nameOf(part);
  for (let node = 0; node < nodePart.length; node++) nodePart[node] = names[nodePart[node]!]!;
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
