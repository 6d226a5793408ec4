import { MAX_LINKS, MAX_VOICES, type SnapshotCounts } from "./snapshot.ts";

/**
 * Room behind the columns of a snapshot, for what changes: so many regions, each of so many places. A thread that patches a
 * snapshot takes a region to itself and writes nowhere else, so that who reads the same buffer beside it sees nothing move
 * (docs/decisions/patched-snapshots.md). What nobody has written is memory that the system has not given yet.
 */
export interface SnapshotRoom {
  readonly regions: number;
  readonly links: number;
  readonly claims: number;
  readonly slots: number;
  readonly voices: number;
  readonly whens: number;
  readonly spans: number;
  readonly weighings: number;
}

/** How a snapshot is laid out: in whose memory, and with room for how many threads that patch it. */
export interface BufferPlan {
  readonly kind: BufferKind;
  readonly regions: number;
}

export const ownBuffer: BufferPlan = { kind: "own", regions: 0 };

/** Whose memory a buffer is: one thread's, or that of all to whom it is handed. */
export type BufferKind = "own" | "shared";

export const noRoom: SnapshotRoom = { regions: 0, links: 0, claims: 0, slots: 0, voices: 0, whens: 0, spans: 0, weighings: 0 };

/**
 * For so many changes that laying all anew costs less than the next thousand of them would. Slots have most, since a node's are laid anew
 * as a whole: a quarter of all, so that the slots of a hub fit.
 */
export function roomFor({ links, claims, slots, voices }: SnapshotCounts, regions: number): SnapshotRoom {
  if (regions === 0 || links > MAX_LINKS / 2 || voices > MAX_VOICES / 2) return noRoom;
  const few = 256 + (links >>> 6);
  return {
    regions,
    links: few,
    claims: 1024 + (claims >>> 5),
    slots: 4096 + (slots >>> 2),
    voices: few,
    whens: few,
    spans: few,
    weighings: few,
  };
}
