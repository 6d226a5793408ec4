import type { Rows } from "./rows.ts";

/** Paths of at most four hops: per path its nodes, and after a path of fewer than five nodes a NONE. */
export interface SimplePaths {
  readonly paths: number;
  readonly nodes: Int32Array;
}

const NONE = -1;
/** Numbers that a path takes. */
const STRIDE = 5;

/**
 * Every path of one to four hops between two nodes, written down. The last two hops are listed by the node where they begin,
 * once, and the first two meet them there: O(slots of the neighbours of both ends + paths).
 */
export class SimplePathsUpToFour {
  readonly #rows: Rows;
  /** Per node the first of its entries in the list of last two hops; only where `stamped`. */
  readonly #first: Int32Array;
  readonly #stamped: Int32Array;
  /** Neighbours of the end bear the question's stamp. */
  readonly #nearEnd: Int32Array;
  #stamp = 0;
  #middle = new Int32Array(1024);
  #next = new Int32Array(1024);
  #out = new Int32Array(STRIDE * 1024);
  #paths = 0;

  constructor(rows: Rows) {
    this.#rows = rows;
    this.#first = new Int32Array(rows.nodes);
    this.#stamped = new Int32Array(rows.nodes);
    this.#nearEnd = new Int32Array(rows.nodes);
  }

  find(from: number, to: number): SimplePaths {
    this.#stamp++;
    this.#paths = 0;
    this.#listLastHops(from, to);
    const { start, node } = this.#rows;
    let before = -1;
    for (let slot = start[from]!, last = start[from + 1]!; slot < last; slot++) {
      const one = node[slot]!;
      if (one === before) continue;
      before = one;
      if (one === to) this.#write([from, to]);
      else this.#walkOn(from, one, to);
    }
    return { paths: this.#paths, nodes: this.#out.subarray(0, STRIDE * this.#paths) };
  }

  #listLastHops(from: number, to: number): void {
    const { start, node } = this.#rows;
    let entries = 0;
    for (let slot = start[to]!, last = start[to + 1]!; slot < last; slot++) {
      const near = node[slot]!;
      if (near === from || this.#nearEnd[near] === this.#stamp) continue;
      this.#nearEnd[near] = this.#stamp;
      entries = this.#listStepsTo(near, { from, to, entries });
    }
  }

  /** Lists the steps to a neighbour of the end; returns how many entries there are then. */
  #listStepsTo(
    near: number,
    { from, to, entries }: { readonly from: number; readonly to: number; readonly entries: number },
  ): number {
    const { start, node } = this.#rows;
    let entry = entries;
    let before = -1;
    for (let slot = start[near]!, last = start[near + 1]!; slot < last; slot++) {
      const far = node[slot]!;
      if (far === before || far === from || far === to) continue;
      before = far;
      if (entry === this.#middle.length) this.#growList();
      this.#middle[entry] = near;
      this.#next[entry] = this.#stamped[far] === this.#stamp ? this.#first[far]! : NONE;
      this.#stamped[far] = this.#stamp;
      this.#first[far] = entry++;
    }
    return entry;
  }

  /** Paths whose first step leads to `one`. */
  #walkOn(from: number, one: number, to: number): void {
    const { start, node } = this.#rows;
    if (this.#nearEnd[one] === this.#stamp) this.#write([from, one, to]);
    this.#join(from, one, { far: one, to });
    let before = -1;
    for (let slot = start[one]!, last = start[one + 1]!; slot < last; slot++) {
      const two = node[slot]!;
      if (two === before || two === from || two === to) continue;
      before = two;
      this.#join(from, one, { far: two, to });
    }
  }

  /** Paths from … one (… far), and on by the last two hops that begin at `far`: the same as `one` for three hops. */
  #join(from: number, one: number, { far, to }: { readonly far: number; readonly to: number }): void {
    if (this.#stamped[far] !== this.#stamp) return;
    for (let entry = this.#first[far]!; entry !== NONE; entry = this.#next[entry]!) {
      const near = this.#middle[entry]!;
      if (near === one) continue;
      if ((this.#paths + 1) * STRIDE > this.#out.length) this.#growOut();
      const at = STRIDE * this.#paths++;
      this.#out[at] = from;
      this.#out[at + 1] = one;
      this.#out[at + 2] = far === one ? near : far;
      this.#out[at + 3] = far === one ? to : near;
      this.#out[at + 4] = far === one ? NONE : to;
    }
  }

  #write(path: readonly number[]): void {
    if ((this.#paths + 1) * STRIDE > this.#out.length) this.#growOut();
    const at = STRIDE * this.#paths++;
    this.#out.set(path, at);
    this.#out[at + path.length] = NONE;
  }

  #growOut(): void {
    const out = new Int32Array(2 * this.#out.length);
    out.set(this.#out);
    this.#out = out;
  }

  #growList(): void {
    const [middle, next] = [new Int32Array(2 * this.#middle.length), new Int32Array(2 * this.#next.length)];
    middle.set(this.#middle);
    next.set(this.#next);
    this.#middle = middle;
    this.#next = next;
  }
}
