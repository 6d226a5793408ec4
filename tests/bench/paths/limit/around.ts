import type { Rows } from "./rows.ts";

export interface Surroundings {
  readonly nodes: Int32Array;
  readonly links: Int32Array;
}

/** Sorting a node costs as much as looking at so many. */
const FEW = 16;

/** The nodes within so many hops of one, and the links between any two of them. */
export class Around {
  readonly #rows: Rows;
  readonly #seen: Int32Array;
  readonly #queue: Int32Array;
  readonly #links: Int32Array;
  #stamp = 0;

  constructor(rows: Rows) {
    this.#rows = rows;
    this.#seen = new Int32Array(rows.nodes);
    this.#queue = new Int32Array(rows.nodes);
    this.#links = new Int32Array(rows.node.length / 2);
  }

  find(center: number, hops: number): Surroundings {
    const stamp = ++this.#stamp;
    this.#seen[center] = stamp;
    this.#queue[0] = center;
    let head = 0;
    let tail = 1;
    for (let hop = 0; hop < hops; hop++) {
      const end = tail;
      for (; head < end; head++) tail = this.#reachFrom(this.#queue[head]!, stamp, tail);
    }
    const nodes = this.#queue.subarray(0, tail);
    return { nodes, links: this.#links.subarray(0, this.#linksAmong(stamp, nodes)) };
  }

  #reachFrom(here: number, stamp: number, from: number): number {
    const { start, node } = this.#rows;
    let tail = from;
    for (let slot = start[here]!, last = start[here + 1]!; slot < last; slot++) {
      const other = node[slot]!;
      if (this.#seen[other] === stamp) continue;
      this.#seen[other] = stamp;
      this.#queue[tail++] = other;
    }
    return tail;
  }

  /**
   * In order of node, whatever was reached when: what lies side by side is read at once. Each link is written down at the end
   * that comes first: the slots to later nodes begin where a bisection says.
   */
  #linksAmong(stamp: number, reached: Int32Array): number {
    const { nodes } = this.#rows;
    let links = 0;
    if (reached.length * FEW < nodes) for (const here of reached.slice().sort()) links = this.#linksFrom(here, stamp, links);
    else for (let here = 0; here < nodes; here++) if (this.#seen[here] === stamp) links = this.#linksFrom(here, stamp, links);
    return links;
  }

  #linksFrom(here: number, stamp: number, from: number): number {
    const { start, node, link } = this.#rows;
    let links = from;
    for (let slot = this.#firstLater(here), last = start[here + 1]!; slot < last; slot++)
      if (this.#seen[node[slot]!] === stamp) this.#links[links++] = link[slot]!;
    return links;
  }

  #firstLater(here: number): number {
    const { start, node } = this.#rows;
    let low = start[here]!;
    let high = start[here + 1]!;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (node[middle]! < here) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
