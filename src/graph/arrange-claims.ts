import { freeArrays } from "../base/free-arrays.ts";
import { largeArray } from "../base/large-array.ts";
import type { LinkRanks } from "./link-ranks.ts";

/** Ends and relation of each claim, as indices. */
export interface ClaimEnds {
  readonly from: Uint32Array;
  readonly to: Uint32Array;
  readonly relation: Uint16Array;
}

export interface ArrangedClaims {
  /** The claims, link by link in order of link id, those of a link as they were given. */
  readonly order: Uint32Array;
  /** Where each link begins in it, and where the last ends. */
  readonly claimStart: Uint32Array;
}

/** Bits of a key that one pass looks at. */
const DIGIT = 11;

/** `given`: the claims in the order in which those of one link are to come; it is overwritten, and given back or in the answer. A radix sort (Knuth, The Art of Computer Programming 3, 5.2.5). O(claims). */
export function arrangeClaims(given: Uint32Array, ends: ClaimEnds, ranks: LinkRanks): ArrangedClaims {
  let order = given;
  let spare: Uint32Array = largeArray(Uint32Array, given.length);
  for (const { key, rank } of [
    { key: ends.to, rank: ranks.to },
    { key: ends.relation, rank: ranks.relation },
    { key: ends.from, rank: ranks.from },
  ])
    for (let shift = 0; rank.length > 1 && (rank.length - 1) >>> shift > 0; shift += DIGIT) {
      pass(order, spare, { key, rank, shift });
      [order, spare] = [spare, order];
    }
  freeArrays([spare]);
  return { order, claimStart: startsOf(order, ends) };
}

interface By {
  readonly key: Uint32Array | Uint16Array;
  readonly rank: Uint32Array;
  readonly shift: number;
}

function pass(from: Uint32Array, to: Uint32Array, { key, rank, shift }: By): void {
  const next = new Uint32Array(2 ** DIGIT + 1);
  const mask = 2 ** DIGIT - 1;
  for (let at = 0; at < from.length; at++) next[((rank[key[from[at]!]!]! >>> shift) & mask) + 1]!++;
  for (let digit = 0; digit < mask; digit++) next[digit + 1]! += next[digit]!;
  for (let at = 0; at < from.length; at++) to[next[(rank[key[from[at]!]!]! >>> shift) & mask]!++] = from[at]!;
}

function startsOf(order: Uint32Array, { from, to, relation }: ClaimEnds): Uint32Array {
  const starts = largeArray(Uint32Array, order.length + 1);
  let links = 0;
  for (let at = 0; at < order.length; at++) {
    const [claim, before] = [order[at]!, order[at - 1] ?? -1];
    const isSame = at > 0 && from[claim] === from[before] && to[claim] === to[before] && relation[claim] === relation[before];
    if (!isSame) starts[links++] = at;
  }
  starts[links] = order.length;
  const claimStart = largeArray(Uint32Array, links + 1);
  claimStart.set(starts.subarray(0, links + 1));
  freeArrays([starts]);
  return claimStart;
}
