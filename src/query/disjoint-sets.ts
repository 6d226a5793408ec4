/** Which of the numbers 0 … size - 1 are in one set: union-find with path halving (Tarjan & van Leeuwen 1984). */
export class DisjointSets {
  /** How many sets are left. */
  count: number;
  readonly #parent: Int32Array;

  constructor(size: number) {
    this.count = size;
    this.#parent = Int32Array.from({ length: size }, (_, at) => at);
  }

  /** The same number for all of one set. */
  find(at: number): number {
    const parent = this.#parent;
    let here = at;
    while (parent[here] !== here) {
      parent[here] = parent[parent[here]!]!;
      here = parent[here]!;
    }
    return here;
  }

  /** False when they are in one set already. */
  unite(a: number, b: number): boolean {
    const [first, second] = [this.find(a), this.find(b)];
    if (first === second) return false;
    this.#parent[Math.max(first, second)] = Math.min(first, second);
    this.count--;
    return true;
  }
}
