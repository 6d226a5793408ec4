import type { Rows } from "./rows.ts";

/** A heap of (weight, node) with four children to a place; old entries stay until they come up. */
class Heap {
  keys = new Float64Array(1024);
  nodes = new Int32Array(1024);
  size = 0;

  push(key: number, node: number): void {
    if (this.size === this.keys.length) this.#double();
    const { keys, nodes } = this;
    let at = this.size++;
    while (at > 0) {
      const up = (at - 1) >> 2;
      if (keys[up]! <= key) break;
      keys[at] = keys[up]!;
      nodes[at] = nodes[up]!;
      at = up;
    }
    keys[at] = key;
    nodes[at] = node;
  }

  /** Takes the least away: `keys[0]` and `nodes[0]` before the call. */
  pop(): void {
    const { keys, nodes } = this;
    const size = --this.size;
    const key = keys[size]!;
    const node = nodes[size]!;
    let at = 0;
    for (let child = 1; child < size; child = 4 * at + 1) {
      let least = child;
      const end = Math.min(child + 4, size);
      for (let each = child + 1; each < end; each++) if (keys[each]! < keys[least]!) least = each;
      if (keys[least]! >= key) break;
      keys[at] = keys[least]!;
      nodes[at] = nodes[least]!;
      at = least;
    }
    keys[at] = key;
    nodes[at] = node;
  }

  #double(): void {
    const [keys, nodes] = [new Float64Array(2 * this.size), new Int32Array(2 * this.size)];
    keys.set(this.keys);
    nodes.set(this.nodes);
    this.keys = keys;
    this.nodes = nodes;
  }
}

interface Side {
  readonly heap: Heap;
  /** Infinity for a node that the side has not reached. */
  readonly distance: Float64Array;
  /** What to set back to Infinity. */
  readonly reached: Int32Array;
  tail: number;
}

/**
 * The least sum of weights between two nodes, -1 when there is no way: from both ends, the side with fewer open nodes first
 * (Nicholson 1966). A node is opened only where it may lie on a lighter way than the lightest known, and is not settled twice.
 */
export class Lightest {
  readonly #rows: Rows;
  readonly #sides: readonly [Side, Side];

  constructor(rows: Rows) {
    this.#rows = rows;
    const side = (): Side => ({
      heap: new Heap(),
      distance: new Float64Array(rows.nodes).fill(Number.POSITIVE_INFINITY),
      reached: new Int32Array(rows.nodes),
      tail: 0,
    });
    this.#sides = [side(), side()];
  }

  weight(from: number, to: number): number {
    const [forth, back] = this.#sides;
    this.#start(forth, from);
    this.#start(back, to);
    let best = Number.POSITIVE_INFINITY;
    while (forth.heap.size > 0 && back.heap.size > 0) {
      const [forthKey, backKey] = [forth.heap.keys[0]!, back.heap.keys[0]!];
      if (forthKey + backKey >= best) break;
      best = forth.heap.size <= back.heap.size ? this.#settle(forth, back, best) : this.#settle(back, forth, best);
    }
    return best === Number.POSITIVE_INFINITY ? -1 : best;
  }

  #start(side: Side, end: number): void {
    for (let at = 0; at < side.tail; at++) side.distance[side.reached[at]!] = Number.POSITIVE_INFINITY;
    side.heap.size = 0;
    side.heap.push(0, end);
    side.distance[end] = 0;
    side.reached[0] = end;
    side.tail = 1;
  }

  /** Settles the side's nearest node; returns the least weight of a way known so far. */
  #settle(side: Side, other: Side, known: number): number {
    const { start, node, weight } = this.#rows;
    const { heap, distance, reached } = side;
    const key = heap.keys[0]!;
    const here = heap.nodes[0]!;
    heap.pop();
    if (key > distance[here]!) return known;
    const theirs = other.distance;
    const settled = other.heap.size === 0 ? Number.POSITIVE_INFINITY : other.heap.keys[0]!;
    let best = known;
    for (let slot = start[here]!, last = start[here + 1]!; slot < last; slot++) {
      const next = node[slot]!;
      const reach = key + weight[slot]!;
      const was = distance[next]!;
      if (reach >= was) continue;
      const onward = theirs[next]!;
      if (reach + Math.min(onward, settled) >= best) continue;
      if (was === Number.POSITIVE_INFINITY) reached[side.tail++] = next;
      distance[next] = reach;
      if (reach + onward < best) best = reach + onward;
      if (onward >= settled) heap.push(reach, next);
    }
    return best;
  }
}
