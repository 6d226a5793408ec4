import { NumberList } from "../base/number-list.ts";

const NONE = 0xffff_ffff;

/** Gives old numbers new ones, from 0, in order of first use. */
export class Numbering {
  readonly #old = new NumberList();
  readonly #new: Uint32Array;

  constructor(bound: number) {
    this.#new = new Uint32Array(bound).fill(NONE);
  }

  get count(): number {
    return this.#old.length;
  }

  of(old: number): number {
    const known = this.#new[old]!;
    if (known !== NONE) return known;
    this.#new[old] = this.#old.length;
    this.#old.push(old);
    return this.#old.length - 1;
  }

  /** The old number of a new one. */
  oldOf(number: number): number {
    return this.#old.at(number);
  }
}
