/** A growing list of whole numbers from 0 to 2^32 - 1 in one buffer. Owns the buffer. */
export class NumberList {
  #values: Uint32Array;
  #length = 0;

  constructor(capacity = 64) {
    this.#values = new Uint32Array(capacity);
  }

  get length(): number {
    return this.#length;
  }

  push(value: number): void {
    if (this.#length === this.#values.length) {
      const grown = new Uint32Array(Math.max(64, 2 * this.#length));
      grown.set(this.#values);
      this.#values = grown;
    }
    this.#values[this.#length++] = value;
  }

  /** The value at a place below `length`. */
  at(index: number): number {
    return this.#values[index]!;
  }

  /** A copy of exactly `length` values. */
  toArray(): Uint32Array<ArrayBuffer> {
    return this.#values.slice(0, this.#length) as Uint32Array<ArrayBuffer>;
  }
}
