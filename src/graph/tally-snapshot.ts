import { standingOf, standingRank, standings } from "../claims/standing.ts";
import { type Histogram, histogramOf } from "./histogram.ts";
import { eachClaim, eachLink, linkBound } from "./live-links.ts";
import { LINK_SHIFT, NO_SPAN, type Snapshot, STANDING_SHIFT, sourceOfClaim } from "./snapshot.ts";
import { StanceCounter } from "./stance-counter.ts";

/** A snapshot, counted. */
export interface SnapshotTally {
  /** Entities per type, links per relation, claims per source: by the indices of the names. */
  readonly types: Uint32Array;
  readonly relations: Uint32Array;
  readonly sources: Uint32Array;
  /** Links per standing, by rank. */
  readonly standings: Uint32Array;
  /** Parts that no link joins with one another, the largest, and those of one entity. */
  readonly components: number;
  readonly largestComponent: number;
  readonly isolated: number;
  /** Claims behind links, by when they held and by when they were said. */
  readonly held: Histogram | null;
  readonly said: Histogram | null;
}

interface Lengths {
  readonly types: number;
  readonly relations: number;
}

/** One pass over each column. O(nodes + links + slots + claims). */
export function tallySnapshot(snapshot: Snapshot, lengths: Lengths): SnapshotTally {
  return {
    types: tallied(snapshot.nodeType, lengths.types),
    relations: talliedLinks(snapshot, snapshot.linkRelation, lengths.relations),
    sources: claimsPerSource(snapshot),
    standings: talliedLinks(snapshot, linkStandings(snapshot), standings.length),
    ...partsOf(snapshot),
    ...timeOf(snapshot),
  };
}

/** Per link the rank of its standing by all its claims. Links of an entity to itself have no slots: their claims are counted. */
export function linkStandings(snapshot: Snapshot): Uint8Array {
  const { nodes, slotStart, slotEnd, slotWay, linkFrom, linkTo, claimStart } = snapshot;
  const ranks = new Uint8Array(linkBound(snapshot));
  for (let node = 0; node < nodes; node++)
    for (let slot = slotStart[node]!; slot < slotEnd[node]!; slot++)
      ranks[slotWay[slot]! >>> LINK_SHIFT] = (slotWay[slot]! >>> STANDING_SHIFT) & 7;
  const counter = new StanceCounter(snapshot);
  eachLink(snapshot, (link) => {
    if (linkFrom[link] !== linkTo[link]) return;
    counter.begin();
    for (let claim = claimStart[link]!; claim < claimStart[link + 1]!; claim++) counter.add(claim);
    ranks[link] = standingRank(standingOf(counter.counts) ?? "denied");
  });
  return ranks;
}

function tallied(values: Uint8Array | Uint16Array, length: number): Uint32Array {
  const counts = new Uint32Array(length);
  for (let at = 0; at < values.length; at++) counts[values[at]!]!++;
  return counts;
}

function talliedLinks(snapshot: Snapshot, values: Uint8Array | Uint16Array, length: number): Uint32Array {
  const counts = new Uint32Array(length);
  eachLink(snapshot, (link) => {
    counts[values[link]!]!++;
  });
  return counts;
}

function claimsPerSource(snapshot: Snapshot): Uint32Array {
  const counts = new Uint32Array(snapshot.sources);
  eachClaim(snapshot, (claim) => {
    counts[sourceOfClaim(snapshot, claim)]!++;
  });
  return counts;
}

function partsOf({ nodes, nodePart }: Snapshot): Pick<SnapshotTally, "components" | "largestComponent" | "isolated"> {
  const sizes = new Uint32Array(nodes);
  for (let node = 0; node < nodes; node++) sizes[nodePart[node]!]!++;
  let [components, largestComponent, isolated] = [0, 0, 0];
  for (const size of sizes) {
    if (size > 0) components++;
    if (size === 1) isolated++;
    largestComponent = Math.max(largestComponent, size);
  }
  return { components, largestComponent, isolated };
}

function timeOf(snapshot: Snapshot): Pick<SnapshotTally, "held" | "said"> {
  const { claimWhen, whenDuring, whenSaid, spanFirst: first, spanLast: last } = snapshot;
  const perWhen = new Uint32Array(whenSaid.length);
  eachClaim(snapshot, (claim) => {
    perWhen[claimWhen[claim]!]!++;
  });
  const perSpan = (spanOf: Uint32Array): Uint32Array => {
    const count = new Uint32Array(first.length);
    for (let when = 0; when < perWhen.length; when++)
      if (perWhen[when]! > 0 && spanOf[when] !== NO_SPAN) count[spanOf[when]!]! += perWhen[when]!;
    return count;
  };
  return {
    held: histogramOf({ first, last, count: perSpan(whenDuring) }),
    said: histogramOf({ first, last, count: perSpan(whenSaid) }),
  };
}
