const FIRST_SLOTS = 64;
/** Slots that are looked at for a key; one that found none of them free lies apart, so that no choice of keys makes a search long. */
const MOST_PROBES = 32;

/**
 * A map from numbers to numbers, for millions of them: open addressing with linear probing (Knuth, The Art of Computer Programming 3,
 * 6.4), at most two thirds full, 24 to 48 bytes an entry. Keys are hashes: whole numbers whose low bits are spread evenly.
 */
export class NumberTable {
  /** NaN where a slot is free. */
  #keys = new Float64Array(FIRST_SLOTS).fill(Number.NaN);
  #values = new Float64Array(FIRST_SLOTS);
  #size = 0;
  readonly #apart = new Map<number, number>();

  get size(): number {
    return this.#size + this.#apart.size;
  }

  get(key: number): number | undefined {
    const slot = this.#slotOf(key);
    if (slot < 0) return this.#apart.get(key);
    return this.#keys[slot] === key ? this.#values[slot] : undefined;
  }

  set(key: number, value: number): void {
    if (3 * this.#size >= 2 * this.#keys.length) this.#grow();
    this.#put(key, value);
  }

  #put(key: number, value: number): void {
    const slot = this.#slotOf(key);
    if (slot < 0) {
      this.#apart.set(key, value);
      return;
    }
    if (this.#keys[slot] !== key) this.#size++;
    this.#keys[slot] = key;
    this.#values[slot] = value;
  }

  /** Where the key is, else where it would be; -1 for one that lies apart. */
  #slotOf(key: number): number {
    const keys = this.#keys;
    const mask = keys.length - 1;
    for (let probe = 0; probe < MOST_PROBES; probe++) {
      const slot = (key + probe) & mask;
      const held = keys[slot]!;
      if (held === key || Number.isNaN(held)) return slot;
    }
    return -1;
  }

  #grow(): void {
    const [keys, values] = [this.#keys, this.#values];
    this.#keys = new Float64Array(2 * keys.length).fill(Number.NaN);
    this.#values = new Float64Array(2 * keys.length);
    this.#size = 0;
    const apart = [...this.#apart];
    this.#apart.clear();
    for (let slot = 0; slot < keys.length; slot++) if (!Number.isNaN(keys[slot])) this.#put(keys[slot]!, values[slot]!);
    for (const [key, value] of apart) this.#put(key, value);
  }
}
