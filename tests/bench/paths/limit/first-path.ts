import type { Rows } from "./rows.ts";

/** One side of a search from both ends: its last whole level is `queue[head]` … `queue[tail]`. */
interface Side {
  readonly queue: Int32Array;
  head: number;
  tail: number;
  level: number;
  /** Slots of the last level. */
  weight: number;
}

/** The fewest hops between two nodes: breadth-first from both ends, until the first step that leads to the other side. */
export class FirstPath {
  readonly #rows: Rows;
  /** A node that a side has seen bears the side's stamp of the question. */
  readonly #seen: Int32Array;
  readonly #sides: readonly [Side, Side];
  #stamp = 0;

  constructor(rows: Rows) {
    const side = (): Side => ({ queue: new Int32Array(rows.nodes), head: 0, tail: 0, level: 0, weight: 0 });
    this.#rows = rows;
    this.#seen = new Int32Array(rows.nodes);
    this.#sides = [side(), side()];
  }

  /** -1 when there is no way. The side with fewer slots goes first (Pohl 1971). */
  hops(from: number, to: number): number {
    const [forth, back] = this.#sides;
    this.#stamp += 2;
    this.#start(forth, from, this.#stamp);
    this.#start(back, to, this.#stamp + 1);
    while (forth.head < forth.tail && back.head < back.tail) {
      const at = forth.weight <= back.weight ? 0 : 1;
      if (this.#grow(this.#sides[at], this.#stamp + at, this.#stamp + 1 - at)) return forth.level + back.level;
    }
    return -1;
  }

  #start(side: Side, end: number, stamp: number): void {
    const { start } = this.#rows;
    this.#seen[end] = stamp;
    side.queue[0] = end;
    side.head = 0;
    side.tail = 1;
    side.level = 0;
    side.weight = start[end + 1]! - start[end]!;
  }

  /** Takes a side one level on; true once a step leads to the other side. */
  #grow(side: Side, own: number, others: number): boolean {
    const { start, node } = this.#rows;
    const [seen, { queue, tail: end }] = [this.#seen, side];
    let tail = end;
    let weight = 0;
    side.level++;
    for (let at = side.head; at < end; at++) {
      const here = queue[at]!;
      for (let slot = start[here]!, last = start[here + 1]!; slot < last; slot++) {
        const other = node[slot]!;
        const was = seen[other]!;
        if (was === own) continue;
        if (was === others) return true;
        seen[other] = own;
        queue[tail++] = other;
        weight += start[other + 1]! - start[other]!;
      }
    }
    side.head = end;
    side.tail = tail;
    side.weight = weight;
    return false;
  }
}
