/**
 * Random numbers that a key decides, the same on every machine: the n-th number after `key(what, at, part)` is always the
 * same, so that any record can be drawn again without those before it (mulberry32 on a mixed key).
 */
export class Draws {
  readonly #seed: number;
  #state = 0;

  constructor(seed: number) {
    this.#seed = seed >>> 0;
  }

  key(what: number, at: number, part = 0): this {
    let mixed = (this.#seed ^ Math.imul(what + 1, 0x9e3779b1)) >>> 0;
    mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b) ^ Math.imul(at + 1, 0xc2b2ae35);
    mixed = Math.imul(mixed ^ (mixed >>> 13), 0x27d4eb2f) ^ Math.imul(part + 1, 0x165667b1);
    this.#state = (mixed ^ (mixed >>> 15)) >>> 0;
    return this;
  }

  /** From 0 up to, but never, 1. */
  unit(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    const state = this.#state;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  /** A whole number from 0 up to, but never, `bound`. */
  below(bound: number): number {
    return Math.floor(this.unit() * bound);
  }

  /** True so often. */
  chance(share: number): boolean {
    return this.unit() < share;
  }

  /** A rank below `count`, the first as often as Zipf has it: rank r about 1 / r times as often. */
  zipf(count: number): number {
    return Math.min(count - 1, Math.floor((count + 1) ** this.unit()) - 1);
  }

  of<T>(list: readonly T[]): T {
    return list[this.below(list.length)]!;
  }
}

/** What is drawn: one number each, so that no two kinds of records share their luck. */
export const about = {
  entityType: 1,
  entityName: 2,
  aliases: 3,
  network: 4,
  claimCount: 5,
  claim: 6,
  source: 7,
  twin: 8,
  attribute: 9,
  clusters: 10,
} as const;
