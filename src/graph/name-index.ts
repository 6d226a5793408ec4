import { compareIds } from "../base/ids.ts";

/** Gives each name the next index when it is first seen. */
export class NameIndex {
  readonly names: string[] = [];
  readonly #indices = new Map<string, number>();

  of(name: string): number {
    let index = this.#indices.get(name);
    if (index === undefined) {
      index = this.names.length;
      this.names.push(name);
      this.#indices.set(name, index);
    }
    return index;
  }

  /** The names in order (code units), and per index its place among them. */
  inOrder(): { readonly names: readonly string[]; readonly rankOf: Uint32Array } {
    const order = this.names.map((_, index) => index).sort((a, b) => compareIds(this.names[a]!, this.names[b]!));
    const rankOf = new Uint32Array(order.length);
    for (const [rank, index] of order.entries()) rankOf[index] = rank;
    return { names: order.map((index) => this.names[index]!), rankOf };
  }
}
