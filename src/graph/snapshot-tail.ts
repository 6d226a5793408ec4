import type { Snapshot, SnapshotCounts } from "./snapshot.ts";
import { takeRegion } from "./snapshot-buffer.ts";
import type { SnapshotRoom } from "./snapshot-room.ts";

/** What has room behind it. */
export type Roomy = Exclude<keyof SnapshotRoom, "regions">;

/**
 * What has changed in a snapshot since it was laid, on one thread. A link that changes is laid anew under a new index, so that
 * what is known of an index stays true; its slots take the place of the old ones. Owns its region of the room.
 */
export interface SnapshotTail {
  /** What was laid at first: indices below these are as they were. */
  readonly laid: SnapshotCounts;
  /** Links that are no longer there, of those laid at first and of those after. */
  readonly gone: Set<number>;
  /** The region: from where, up to where it is used, and where it ends. */
  readonly first: Readonly<Record<Roomy, number>>;
  readonly next: Record<Roomy, number>;
  readonly end: Readonly<Record<Roomy, number>>;
  /** Where the room ends that the slots of a node have in the region. */
  readonly slotsUntil: Map<number, number>;
  /** Links of the region from an entity to itself, which have no slots to be found by: by node and relation. */
  readonly loops: Map<string, number>;
  /** What the region has of each, by its words. */
  readonly voices: Map<string, number>;
  readonly whens: Map<string, number>;
  readonly spans: Map<string, number>;
  readonly weighings: Map<number, number>;
  /** Links by relation. */
  readonly relationLinks: number[];
  /** Grows with each patch. */
  version: number;
}

/** A tail without anything in it, and a region of the room for it. Null where no region is left. O(links). */
export function beginTail(snapshot: Snapshot): SnapshotTail | null {
  const region = takeRegion(snapshot);
  if (region === -1) return null;
  const { room, claimStart } = snapshot;
  const first = mapRoomy((what) => firstOf(snapshot, what, region));
  claimStart[first.links] = first.claims;
  return {
    laid: countsOf(snapshot),
    gone: new Set(),
    first,
    next: { ...first },
    end: mapRoomy((what) => first[what] + room[what]),
    slotsUntil: new Map(),
    loops: new Map(),
    voices: new Map(),
    whens: new Map(),
    spans: new Map(),
    weighings: new Map(),
    relationLinks: linksByRelation(snapshot),
    version: 0,
  };
}

function mapRoomy(of: (what: Roomy) => number): Record<Roomy, number> {
  return {
    links: of("links"),
    claims: of("claims"),
    slots: of("slots"),
    voices: of("voices"),
    whens: of("whens"),
    spans: of("spans"),
    weighings: of("weighings"),
  };
}

function firstOf(snapshot: Snapshot, what: Roomy, region: number): number {
  if (what === "links") return snapshot.links + 1 + region * (snapshot.room.links + 1);
  return snapshot[what] + region * snapshot.room[what];
}

function countsOf({ nodes, links, claims, slots, voices, whens, spans, weighings, weighted, sources }: Snapshot): SnapshotCounts {
  return { nodes, links, claims, slots, voices, whens, spans, weighings, weighted, sources };
}

function linksByRelation({ links, linkRelation }: Snapshot): number[] {
  const counts: number[] = [];
  for (let link = 0; link < links; link++) {
    const relation = linkRelation[link]!;
    while (counts.length <= relation) counts.push(0);
    counts[relation]!++;
  }
  return counts;
}
