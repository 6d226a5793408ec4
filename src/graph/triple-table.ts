/**
 * Distinct triples of 32-bit numbers, each with an index in order of first use, by open addressing. At least half of the
 * slots, a power of two, stay free; a slot holds an index + 1, or 0.
 */
export class TripleTable {
  #count = 0;
  #triples = new Uint32Array(3 * 64);
  #slots = new Uint32Array(256);

  /** The index of a triple, a new one where it is new. */
  of(first: number, second: number, third: number): number {
    const slots = this.#slots;
    const triples = this.#triples;
    const mask = slots.length - 1;
    for (let slot = hash(first, second, third) & mask; ; slot = (slot + 1) & mask) {
      const held = slots[slot]!;
      if (held === 0) return this.#add(slot, [first, second, third]);
      const at = 3 * (held - 1);
      if (triples[at] === first && triples[at + 1] === second && triples[at + 2] === third) return held - 1;
    }
  }

  /** The index of a triple; -1 where it is not there. */
  find(first: number, second: number, third: number): number {
    const slots = this.#slots;
    const triples = this.#triples;
    const mask = slots.length - 1;
    for (let slot = hash(first, second, third) & mask; ; slot = (slot + 1) & mask) {
      const held = slots[slot]!;
      if (held === 0) return -1;
      const at = 3 * (held - 1);
      if (triples[at] === first && triples[at + 1] === second && triples[at + 2] === third) return held - 1;
    }
  }

  #add(slot: number, triple: readonly [number, number, number]): number {
    const index = this.#count++;
    if (3 * this.#count > this.#triples.length) {
      const grown = new Uint32Array(2 * this.#triples.length);
      grown.set(this.#triples);
      this.#triples = grown;
    }
    this.#triples.set(triple, 3 * index);
    this.#slots[slot] = index + 1;
    if (2 * this.#count > this.#slots.length) this.#spread();
    return index;
  }

  /** Twice as many slots. */
  #spread(): void {
    const slots = new Uint32Array(2 * this.#slots.length);
    const mask = slots.length - 1;
    const triples = this.#triples;
    for (let index = 0; index < this.#count; index++) {
      let slot = hash(triples[3 * index]!, triples[3 * index + 1]!, triples[3 * index + 2]!) & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = index + 1;
    }
    this.#slots = slots;
  }

  /** Copies of what was first, second and third, by index. */
  columns(): readonly [first: Uint32Array, second: Uint32Array, third: Uint32Array] {
    const column = (which: number): Uint32Array => {
      const values = new Uint32Array(this.#count);
      for (let index = 0; index < values.length; index++) values[index] = this.#triples[3 * index + which]!;
      return values;
    };
    return [column(0), column(1), column(2)];
  }
}

/** Multipliers of MurmurHash3 (Appleby 2011). */
function hash(a: number, b: number, c: number): number {
  let mixed = Math.imul(a, 0xcc9e2d51) ^ Math.imul(b + 0x9e37, 0x1b873593) ^ Math.imul(c ^ 0x85eb, 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  return (mixed ^ (mixed >>> 13)) >>> 0;
}
