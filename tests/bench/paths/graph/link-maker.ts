import { RELATIONS } from "./bench-graph.ts";
import type { Random } from "./random.ts";

/** The columns of links in the making. Refuses a loop and a link that is there already. */
export class LinkMaker {
  readonly from: Uint32Array;
  readonly to: Uint32Array;
  readonly relation: Uint8Array;
  made = 0;
  readonly #random: Random;
  /** Open addressing: a link's index + 1, or 0. */
  readonly #table: Int32Array;

  constructor(links: number, random: Random) {
    this.from = new Uint32Array(links);
    this.to = new Uint32Array(links);
    this.relation = new Uint8Array(links);
    this.#random = random;
    this.#table = new Int32Array(2 ** Math.ceil(Math.log2(links * 2)));
  }

  /** Joins two nodes by a relation and in a direction drawn at random. False: there was no room for that link. */
  join(one: number, other: number): boolean {
    if (one === other || this.made === this.from.length) return false;
    const [from, to] = this.#random.below(2) === 0 ? [one, other] : [other, one];
    const relation = drawnRelation(this.#random);
    const place = this.#placeOf(from, to, relation);
    if (this.#table[place] !== 0) return false;
    this.from[this.made] = from;
    this.to[this.made] = to;
    this.relation[this.made] = relation;
    this.#table[place] = ++this.made;
    return true;
  }

  #placeOf(from: number, to: number, relation: number): number {
    const last = this.#table.length - 1;
    let place = (Math.imul(from, 0x9e3779b1) ^ Math.imul(to, 0x85ebca6b) ^ (relation * 0x27d4eb2f)) & last;
    for (let at = this.#table[place]!; at !== 0; at = this.#table[place]!) {
      const link = at - 1;
      if (this.from[link] === from && this.to[link] === to && this.relation[link] === relation) break;
      place = (place + 1) & last;
    }
    return place;
  }
}

/** Per relation the share of links with it or one before it. */
const relationShares = [0.3, 0.5, 0.65, 0.77, 0.86, 0.92, 0.97];

function drawnRelation({ unit }: Random): number {
  const drawn = unit();
  const relation = relationShares.findIndex((share) => drawn < share);
  return relation === -1 ? RELATIONS - 1 : relation;
}
