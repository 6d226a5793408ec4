/** Whole numbers from 0 to a given one, a bit each. */
export class KeySet {
  readonly #bits: Uint8Array;
  #size = 0;

  constructor(most: number) {
    this.#bits = new Uint8Array((most >>> 3) + 1);
  }

  get size(): number {
    return this.#size;
  }

  has(key: number): boolean {
    return ((this.#bits[key >>> 3] ?? 0) & (1 << (key & 7))) !== 0;
  }

  add(key: number): void {
    if (this.has(key)) return;
    this.#bits[key >>> 3]! |= 1 << (key & 7);
    this.#size++;
  }

  *[Symbol.iterator](): Generator<number> {
    for (let byte = 0; byte < this.#bits.length; byte++) {
      if (this.#bits[byte] === 0) continue;
      for (let bit = 0; bit < 8; bit++) if (this.has(byte * 8 + bit)) yield byte * 8 + bit;
    }
  }
}
