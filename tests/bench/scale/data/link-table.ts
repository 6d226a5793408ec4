import { entityIdOrder } from "./record-ids.ts";
import { relationIsSymmetric } from "./relations.ts";

/** Links in the making, as columns; refuses a loop and a link that is there already, a symmetric one the other way round too. */
export class LinkTable {
  readonly from: Uint32Array;
  readonly to: Uint32Array;
  readonly relation: Uint8Array;
  made = 0;
  /** Open addressing: a link's place + 1, or 0. */
  readonly #table: Int32Array;

  constructor(links: number) {
    this.from = new Uint32Array(links);
    this.to = new Uint32Array(links);
    this.relation = new Uint8Array(links);
    this.#table = new Int32Array(2 ** Math.ceil(Math.log2(links * 2)));
  }

  get isFull(): boolean {
    return this.made === this.from.length;
  }

  join(one: number, relation: number, other: number): boolean {
    if (one === other || this.isFull) return false;
    const turned = relationIsSymmetric[relation]! && entityIdOrder(other) < entityIdOrder(one);
    const [from, to] = turned ? [other, one] : [one, other];
    const place = this.#placeOf(from, relation, to);
    if (this.#table[place] !== 0) return false;
    this.from[this.made] = from;
    this.to[this.made] = to;
    this.relation[this.made] = relation;
    this.#table[place] = ++this.made;
    return true;
  }

  #placeOf(from: number, relation: number, to: number): number {
    const last = this.#table.length - 1;
    let mixed = Math.imul(from, 0x9e3779b1) ^ Math.imul(to, 0x85ebca6b) ^ Math.imul(relation + 1, 0x27d4eb2f);
    mixed ^= mixed >>> 15;
    let place = mixed & last;
    for (let at = this.#table[place]!; at !== 0; at = this.#table[place]!) {
      const link = at - 1;
      if (this.from[link] === from && this.to[link] === to && this.relation[link] === relation) break;
      place = (place + 1) & last;
    }
    return place;
  }
}
