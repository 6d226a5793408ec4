const NONE = 0xffff_ffff;

/** Gives old numbers new ones, from 0, in order of first use. */
export class Numbering {
  /** Old numbers by new one. */
  readonly old: number[] = [];
  readonly #new: Uint32Array;

  constructor(bound: number) {
    this.#new = new Uint32Array(bound).fill(NONE);
  }

  of(old: number): number {
    const known = this.#new[old]!;
    if (known !== NONE) return known;
    this.#new[old] = this.old.length;
    return this.old.push(old) - 1;
  }
}
