import type { LinkFilter } from "../graph/link-filter.ts";
import { LINK_SHIFT, type Snapshot } from "../graph/snapshot.ts";
import { isDenial } from "../graph/stance-counter.ts";

/** What steps weigh (R29), asked slot by slot in the inmost loop of a search. */
export class Weigher {
  readonly #filter: LinkFilter;
  readonly #slotWay: Uint32Array;
  /** Per slot an index into `#table`; null where claims are taken away, so that each link must be asked. */
  readonly #index: Uint16Array | Uint32Array | null;
  readonly #table: Float64Array;

  constructor(snapshot: Snapshot, filter: LinkFilter) {
    this.#filter = filter;
    this.#slotWay = snapshot.slotWay;
    this.#table = tableOf(snapshot);
    this.#index = filter.losesClaims ? null : slotIndexOf(snapshot);
  }

  /** Of a slot that the filter walks. */
  of(slot: number): number {
    const index = this.#index;
    return index === null ? summable(this.#filter.weightOf(this.#slotWay[slot]! >>> LINK_SHIFT)) : this.#table[index[slot]!]!;
  }
}

const SPLIT = 2 ** 13 + 1;

/**
 * A weight to forty bits (Veltkamp 1968): the sum of weights of which none is more than some thousand times another is then
 * exact, and does not depend on the order in which they are added.
 */
export function summable(weight: number): number {
  const spread = SPLIT * weight;
  return Number.isFinite(spread) ? spread - (spread - weight) : weight;
}

/** A sum of such weights as people write it: 0.3, not 0.2999999999998. */
export function weightShown(sum: number): number {
  const written = Number(sum.toPrecision(12));
  return Math.abs(written - sum) <= sum * 2 ** -39 ? written : sum;
}

/** Whether all claims of the case weigh the same, 1: then weight is hops. */
export function isUnweighted({ weighing }: Snapshot): boolean {
  return weighing.length === 1;
}

const tables = new WeakMap<Snapshot, Float64Array>();
const indices = new WeakMap<Snapshot, Uint16Array | Uint32Array>();

function tableOf(snapshot: Snapshot): Float64Array {
  const known = tables.get(snapshot) ?? snapshot.weighing.map(summable);
  tables.set(snapshot, known);
  return known;
}

/** Per slot the weight of its link by all its claims. O(claims + slots) once per snapshot and thread. */
function slotIndexOf(snapshot: Snapshot): Uint16Array | Uint32Array {
  const known = indices.get(snapshot);
  if (known !== undefined) return known;
  const { slotWay, links, weighing } = snapshot;
  const ofLink = new Uint32Array(links);
  for (let link = 0; link < links; link++) ofLink[link] = weightIndexOf(snapshot, link);
  const index = weighing.length <= 2 ** 16 ? new Uint16Array(slotWay.length) : new Uint32Array(slotWay.length);
  for (let slot = 0; slot < slotWay.length; slot++) index[slot] = ofLink[slotWay[slot]! >>> LINK_SHIFT]!;
  indices.set(snapshot, index);
  return index;
}

/** Index of the lightest weight among the claims that assert or allege, or where there are none, among the denials. */
function weightIndexOf(snapshot: Snapshot, link: number): number {
  const { claimStart, claimWeight, weighing } = snapshot;
  let [least, leastDenied] = [-1, -1];
  for (let claim = claimStart[link]!; claim < claimStart[link + 1]!; claim++) {
    const index = claimWeight[claim]!;
    if (isDenial(snapshot, claim)) {
      if (leastDenied === -1 || weighing[index]! < weighing[leastDenied]!) leastDenied = index;
    } else if (least === -1 || weighing[index]! < weighing[least]!) least = index;
  }
  return least === -1 ? leastDenied : least;
}
