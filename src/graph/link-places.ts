import { compareIds, type LinkId } from "../base/ids.ts";
import { escapePart } from "../claims/link.ts";
import type { BuiltSnapshot } from "./build-snapshot.ts";
import type { EndsAndRelation } from "./link-between.ts";
import { linkIdAt } from "./link-id-at.ts";
import { endsBelowMark, holdsMark, relationRanks } from "./link-ranks.ts";
import { idAt, type PackedIds } from "./packed-ids.ts";
import { newNumber, type Renumbering } from "./renumbering.ts";
import { NO_NODE } from "./snapshot.ts";

/** A link that comes between those that were laid: its ends as new nodes, its relation as a new one. */
export interface ComingLink extends EndsAndRelation {
  readonly id: () => LinkId;
}

interface Numbers {
  readonly entities: PackedIds;
  readonly relations: readonly string[];
  /** New nodes and relations by old one; NO_NODE for a node that is gone. */
  readonly newNode: Renumbering;
  readonly newRelation: Uint32Array;
}

/** Finds where links come in the order of ids among those that were laid, without making an id where it can do without. */
export class LinkPlaces {
  readonly #graph: BuiltSnapshot;
  readonly #numbers: Numbers;
  readonly #rank: Uint32Array;
  readonly #isPlain: boolean;

  constructor(graph: BuiltSnapshot, numbers: Numbers) {
    this.#graph = graph;
    this.#numbers = numbers;
    this.#rank = relationRanks(numbers.relations);
    this.#isPlain = !holdsMark(numbers.entities);
  }

  /** How many of the first `laid` links come before it. By bisection. */
  placeOf(link: ComingLink, laid: number): number {
    let [low, high] = [0, laid];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#compareLaid(middle, link) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  compare(a: EndsAndRelation, b: EndsAndRelation): number {
    return this.#compareFrom(a.from, b.from) || this.#rank[a.relation]! - this.#rank[b.relation]! || this.#compareTo(a.to, b.to);
  }

  #compareLaid(old: number, link: ComingLink): number {
    const { linkFrom, linkTo, linkRelation } = this.#graph.snapshot;
    const { newNode, newRelation } = this.#numbers;
    const [from, to] = [newNumber(newNode, linkFrom[old]!), newNumber(newNode, linkTo[old]!)];
    const relation = newRelation[linkRelation[old]!]!;
    if (from === NO_NODE || to === NO_NODE || relation === NO_NODE) return compareIds(linkIdAt(this.#graph, old), link.id());
    return (
      this.#compareFrom(from, link.from) || this.#rank[relation]! - this.#rank[link.relation]! || this.#compareTo(to, link.to)
    );
  }

  #compareFrom(a: number, b: number): number {
    if (a === b) return 0;
    const { entities } = this.#numbers;
    if (!this.#isPlain) return compareIds(`${escapePart(idAt(entities, a))}>`, `${escapePart(idAt(entities, b))}>`);
    if (a < b) return endsBelowMark(entities, a, b) ? 1 : -1;
    return endsBelowMark(entities, b, a) ? -1 : 1;
  }

  #compareTo(a: number, b: number): number {
    if (this.#isPlain || a === b) return a - b;
    const { entities } = this.#numbers;
    return compareIds(escapePart(idAt(entities, a)), escapePart(idAt(entities, b)));
  }
}
