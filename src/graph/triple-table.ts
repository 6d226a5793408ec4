import { NumberList } from "../base/number-list.ts";

/**
 * Distinct triples of 32-bit numbers, each with an index in order of first use, by open addressing. Half of `#slots`, a
 * power of two, stays free; a slot holds an index + 1, or 0.
 */
export class TripleTable {
  readonly #first = new NumberList();
  readonly #second = new NumberList();
  readonly #third = new NumberList();
  #slots = new Uint32Array(256);

  /** The index of a triple, a new one where it is new. */
  of(first: number, second: number, third: number): number {
    const mask = this.#slots.length - 1;
    for (let slot = hash(first, second, third) & mask; ; slot = (slot + 1) & mask) {
      const index = this.#slots[slot]! - 1;
      if (index === -1) return this.#add(slot, [first, second, third]);
      if (this.#first.at(index) === first && this.#second.at(index) === second && this.#third.at(index) === third) return index;
    }
  }

  #add(slot: number, [first, second, third]: readonly [number, number, number]): number {
    const index = this.#first.length;
    this.#first.push(first);
    this.#second.push(second);
    this.#third.push(third);
    this.#slots[slot] = index + 1;
    if (2 * this.#first.length > this.#slots.length) this.#grow();
    return index;
  }

  #grow(): void {
    const slots = new Uint32Array(2 * this.#slots.length);
    const mask = slots.length - 1;
    for (let index = 0; index < this.#first.length; index++) {
      let slot = hash(this.#first.at(index), this.#second.at(index), this.#third.at(index)) & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = index + 1;
    }
    this.#slots = slots;
  }

  /** Copies of what was first, second and third, by index. */
  columns(): readonly [first: Uint32Array, second: Uint32Array, third: Uint32Array] {
    return [this.#first.toArray(), this.#second.toArray(), this.#third.toArray()];
  }
}

/** Multipliers of MurmurHash3 (Appleby 2011). */
function hash(a: number, b: number, c: number): number {
  let mixed = Math.imul(a, 0xcc9e2d51) ^ Math.imul(b + 0x9e37, 0x1b873593) ^ Math.imul(c ^ 0x85eb, 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  return (mixed ^ (mixed >>> 13)) >>> 0;
}
