import type { Rows } from "./rows.ts";

/** What joins with what, and a search of the part that has fewer nodes. */
export class SmallerSide {
  readonly #rows: Rows;
  /** Per node the number of its part, from 1. */
  readonly partOf: Int32Array;
  /** Per part its nodes. */
  readonly sizes: readonly number[];
  readonly #queue: Int32Array;
  readonly #seen: Int32Array;
  #stamp = 0;

  constructor(rows: Rows) {
    this.#rows = rows;
    this.#queue = new Int32Array(rows.nodes);
    this.partOf = new Int32Array(rows.nodes);
    const sizes = [0];
    for (let node = 0; node < rows.nodes; node++)
      if (this.partOf[node] === 0) sizes.push(this.#flood(node, this.partOf, sizes.length));
    this.sizes = sizes;
    this.#seen = new Int32Array(rows.nodes);
  }

  /** Whether the nodes are joined: walks all that the one with the smaller part is joined with, until it meets the other. */
  joined(from: number, to: number): boolean {
    const isFrom = this.sizes[this.partOf[from]!]! <= this.sizes[this.partOf[to]!]!;
    this.#flood(isFrom ? from : to, this.#seen, ++this.#stamp);
    return this.#seen[isFrom ? to : from] === this.#stamp;
  }

  #flood(from: number, marks: Int32Array, mark: number): number {
    const { start, node } = this.#rows;
    const queue = this.#queue;
    queue[0] = from;
    marks[from] = mark;
    let tail = 1;
    for (let head = 0; head < tail; head++) {
      const here = queue[head]!;
      for (let slot = start[here]!, last = start[here + 1]!; slot < last; slot++) {
        const other = node[slot]!;
        if (marks[other] === mark) continue;
        marks[other] = mark;
        queue[tail++] = other;
      }
    }
    return tail;
  }
}
