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
  readonly #term: WeightScale["term"];

  constructor(snapshot: Snapshot, filter: LinkFilter) {
    this.#filter = filter;
    this.#slotWay = snapshot.slotWay;
    this.#table = tableOf(snapshot);
    this.#term = weightScale(snapshot).term;
    this.#index = filter.losesClaims ? null : slotIndexOf(snapshot);
  }

  /** Of a slot that the filter walks. */
  of(slot: number): number {
    const index = this.#index;
    return index === null ? this.#term(this.#filter.weightOf(this.#slotWay[slot]! >>> LINK_SHIFT)) : this.#table[index[slot]!]!;
  }
}

/** How the weights of a case are added up. */
export interface WeightScale {
  /** A weight as it goes into a sum. */
  readonly term: (weight: number) => number;
  /** A sum as people write it. */
  readonly shown: (sum: number) => number;
}

const MOST_PLACES = 9;
const LARGEST_TERM = 2 ** 40;
const SPLIT = 2 ** 13 + 1;
/** By a column that stays the same object when a snapshot is patched: so long as no weight came, the scale is the same. */
const scales = new WeakMap<Uint32Array, WeightScale & { readonly weighings: number }>();

/**
 * Sums that do not depend on the order of their terms, so that ties are ties. Weights with up to nine decimal places are added
 * as whole numbers of the last: 0.1 and 0.2 are 0.3. Others are cut to forty bits (Veltkamp 1968): their sum is exact while
 * none is more than some thousand times another. O(distinct weights) once per snapshot.
 */
export function weightScale(snapshot: Snapshot): WeightScale {
  const { slotNode, weighings } = snapshot;
  const last = scales.get(slotNode);
  if (last?.weighings === weighings) return last;
  const scale = { ...scaleOf(weightsOf(snapshot)), weighings };
  scales.set(slotNode, scale);
  return scale;
}

/** By index; 0 for those of other threads. */
function weightsOf({ weighing, weighings, tail }: Snapshot): Float64Array {
  if (tail === null) return weighing.subarray(0, weighings);
  const { laid, first, next } = tail;
  const weights = new Float64Array(next.weighings);
  weights.set(weighing.subarray(0, laid.weighings));
  weights.set(weighing.subarray(first.weighings, next.weighings), first.weighings);
  return weights;
}

function scaleOf(weights: Float64Array): WeightScale {
  for (let places = 0; places <= MOST_PLACES; places++) {
    const scale = 10 ** places;
    const isWhole = (weight: number) => Math.round(weight * scale) / scale === weight && weight * scale <= LARGEST_TERM;
    if (weights.every(isWhole)) return { term: (weight) => Math.round(weight * scale), shown: (sum) => sum / scale };
  }
  return { term: cutToFortyBits, shown: (sum) => Number(sum.toPrecision(12)) };
}

function cutToFortyBits(weight: number): number {
  const spread = SPLIT * weight;
  return Number.isFinite(spread) ? spread - (spread - weight) : weight;
}

/** Whether all claims of the case weigh the same, 1: then weight is hops. */
export function isUnweighted({ weighted }: Snapshot): boolean {
  return weighted === 0;
}

const tables = new WeakMap<Uint32Array, { readonly scale: WeightScale; readonly table: Float64Array }>();

function tableOf(snapshot: Snapshot): Float64Array {
  const scale = weightScale(snapshot);
  const last = tables.get(snapshot.slotNode);
  if (last?.scale === scale) return last.table;
  const table = weightsOf(snapshot).map(scale.term);
  tables.set(snapshot.slotNode, { scale, table });
  return table;
}

interface SlotIndex {
  readonly of: Uint16Array | Uint32Array;
  /** Of the tail that it knows; -1 for none. */
  version: number;
}

const indices = new WeakMap<Uint32Array, SlotIndex>();

/** Per slot the weight of its link by all its claims. O(claims + slots) once per snapshot and thread, and O(slots of the tail) per patch. */
function slotIndexOf(snapshot: Snapshot): Uint16Array | Uint32Array {
  const { slotNode, slotWay, tail } = snapshot;
  const index = indices.get(slotNode) ?? laidIndex(snapshot);
  indices.set(slotNode, index);
  if (tail === null || tail.version === index.version) return index.of;
  for (let slot = tail.first.slots; slot < tail.next.slots; slot++)
    index.of[slot] = weightIndexOf(snapshot, slotWay[slot]! >>> LINK_SHIFT);
  index.version = tail.version;
  return index.of;
}

function laidIndex(snapshot: Snapshot): SlotIndex {
  const { slotWay, weighing } = snapshot;
  const { links, slots } = snapshot.tail?.laid ?? snapshot;
  const ofLink = new Uint32Array(links);
  for (let link = 0; link < links; link++) ofLink[link] = weightIndexOf(snapshot, link);
  const of = weighing.length <= 2 ** 16 ? new Uint16Array(slotWay.length) : new Uint32Array(slotWay.length);
  for (let slot = 0; slot < slots; slot++) of[slot] = ofLink[slotWay[slot]! >>> LINK_SHIFT]!;
  return { of, version: -1 };
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
