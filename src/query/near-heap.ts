/**
 * Nodes by key, the least first: a heap with four children to a place, in two typed arrays that grow. A node may be in it
 * more than once; whoever takes it out tells which entry is stale. Equal keys come in no order that matters to callers.
 */
export class NearHeap {
  #keys = new Float64Array(1024);
  #nodes = new Int32Array(1024);
  #size = 0;

  get size(): number {
    return this.#size;
  }

  /** The least; Infinity when it is empty. */
  get leastKey(): number {
    return this.#size === 0 ? Number.POSITIVE_INFINITY : this.#keys[0]!;
  }

  get leastNode(): number {
    return this.#nodes[0]!;
  }

  clear(): void {
    this.#size = 0;
  }

  push(key: number, node: number): void {
    if (this.#size === this.#keys.length) this.#grow();
    const keys = this.#keys;
    const nodes = this.#nodes;
    let at = this.#size++;
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

  /** Takes the least away. */
  pop(): void {
    const keys = this.#keys;
    const nodes = this.#nodes;
    const size = --this.#size;
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

  #grow(): void {
    const keys = new Float64Array(2 * this.#size);
    const nodes = new Int32Array(2 * this.#size);
    keys.set(this.#keys);
    nodes.set(this.#nodes);
    this.#keys = keys;
    this.#nodes = nodes;
  }
}
