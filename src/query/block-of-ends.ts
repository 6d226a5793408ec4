import { type Ground, mayEnter } from "./ground.ts";

/** Depth-first order: the two nodes that stand for the sides come before all others. */
const START_SIDE = 0;
const END_SIDE = 1;
const UNDER_END_SIDE = -1;

/**
 * Turns off every node that lies on no path between the two sides, directions left aside: a dead end, or
 * something that hangs on a single node. With a node joined to all of `from`, one to all of `to`, and a link
 * between those two, the nodes that stay are the block of that link (Hopcroft and Tarjan 1973): for each of
 * them there is a path that passes it and repeats nothing. O(nodes + slots).
 */
export function turnOffDeadEnds(ground: Ground, from: readonly number[], to: readonly number[]): void {
  const { nodes } = ground.snapshot;
  const starts = new Set(from);
  const ends = new Set(to);
  const walk = {
    order: new Int32Array(nodes),
    low: new Int32Array(nodes),
    parent: new Int32Array(nodes),
    reached: [] as number[],
  };
  const enter = (node: number, parent: number): void => {
    walk.reached.push(node);
    walk.parent[node] = parent;
    walk.order[node] = END_SIDE + walk.reached.length;
    walk.low[node] = starts.has(node) ? START_SIDE : ends.has(node) ? END_SIDE : walk.order[node]!;
  };
  for (const end of to) if (walk.order[end] === 0) walkFrom(ground, walk, { end, enter });
  const stays = new Uint8Array(nodes);
  for (const node of walk.reached) {
    const parent = walk.parent[node]!;
    const joined =
      parent === UNDER_END_SIDE ? walk.low[node]! < END_SIDE : stays[parent] === 1 && walk.low[node]! < walk.order[parent]!;
    stays[node] = Number(joined);
  }
  for (let node = 0; node < nodes; node++) if (stays[node] === 0) ground.off[node] = ground.offStamp;
  ground.guarded = true;
}

interface Walk {
  /** 0 until the node is entered, then 2, 3, 4 … */
  readonly order: Int32Array;
  /** The least order that the node's subtree reaches by one link. */
  readonly low: Int32Array;
  readonly parent: Int32Array;
  readonly reached: number[];
}

interface Entering {
  readonly end: number;
  readonly enter: (node: number, parent: number) => void;
}

function walkFrom(ground: Ground, { order, low, parent }: Walk, { end, enter }: Entering): void {
  const { snapshot, filter, meter } = ground;
  const { slotStart, slotEnd, slotNode } = snapshot;
  const stack = [end];
  const slots = [slotStart[end]!];
  enter(end, UNDER_END_SIDE);
  while (stack.length > 0) {
    const node = stack.at(-1)!;
    const slot = slots[slots.length - 1]!++;
    if (slot === slotEnd[node]!) {
      stack.pop();
      slots.pop();
      const up = parent[node]!;
      if (up !== UNDER_END_SIDE) low[up] = Math.min(low[up]!, low[node]!);
      continue;
    }
    const other = slotNode[slot]!;
    if (!filter.walksSlot(filter.either, slot) || !mayEnter(ground, other)) continue;
    if (order[other] !== 0) low[node] = Math.min(low[node]!, order[other]!);
    else {
      if (!meter.spend(slotEnd[other]! - slotStart[other]!)) return;
      enter(other, node);
      stack.push(other);
      slots.push(slotStart[other]!);
    }
  }
}
