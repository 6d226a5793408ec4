/** Entries in an order of the caller's, the first first: a binary heap. Entries that compare as equal come in no order. */
export class EntryHeap<T> {
  readonly #entries: T[] = [];
  readonly #compare: (a: T, b: T) => number;

  constructor(compare: (a: T, b: T) => number) {
    this.#compare = compare;
  }

  get size(): number {
    return this.#entries.length;
  }

  push(entry: T): void {
    const entries = this.#entries;
    let at = entries.push(entry) - 1;
    while (at > 0) {
      const up = (at - 1) >> 1;
      if (this.#compare(entries[up]!, entry) <= 0) break;
      entries[at] = entries[up]!;
      at = up;
    }
    entries[at] = entry;
  }

  pop(): T | undefined {
    const entries = this.#entries;
    const first = entries[0];
    const last = entries.pop();
    if (last !== undefined && entries.length > 0) this.#sink(last);
    return first;
  }

  #sink(entry: T): void {
    const entries = this.#entries;
    let at = 0;
    for (let child = 1; child < entries.length; child = 2 * at + 1) {
      if (child + 1 < entries.length && this.#compare(entries[child + 1]!, entries[child]!) < 0) child++;
      if (this.#compare(entries[child]!, entry) >= 0) break;
      entries[at] = entries[child]!;
      at = child;
    }
    entries[at] = entry;
  }
}
