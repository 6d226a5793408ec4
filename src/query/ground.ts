import type { LinkFilter } from "../graph/link-filter.ts";
import type { Snapshot } from "../graph/snapshot.ts";
import type { InsideFilter } from "./inside-filter.ts";
import type { Meter } from "./meter.ts";
import { stampsAt, type WorkArrays, workArrays } from "./work-arrays.ts";

/** More hops than any path has; twice it is still a whole number of 31 bits. */
export const UNREACHABLE = 2 ** 29;

/** The part of a graph that a path may use, and what a search of it works with. */
export interface Ground {
  readonly snapshot: Snapshot;
  readonly filter: LinkFilter;
  /** Null when any entity may be inside. */
  readonly inside: InsideFilter | null;
  readonly meter: Meter;
  readonly work: WorkArrays;
  /** A node whose entry is `offStamp` may not be entered. */
  readonly off: Int32Array;
  readonly offStamp: number;
  /** Whether a node off the trail may be off, or may be found to be barred: otherwise a search need not ask. */
  guarded: boolean;
}

/** Which of the shared arrays a search of the ground uses for what. */
export const stampsOf = { off: 0, forward: 1, backward: 2, inner: 3, seen: 4, free: 5 } as const;
export const listsOf = { forward: 0, backward: 1, free: 2 } as const;

/** Stamps that one question may use up. */
const STAMPS = 2 ** 29;

export type Grounds = Pick<Ground, "filter" | "inside"> & { readonly avoid: readonly number[] };

/** A ground where nothing but `avoid` is off. What entities inside may be is asked when they are first reached. */
export function openGround(snapshot: Snapshot, { filter, inside, avoid }: Grounds, meter: Meter): Ground {
  const work = workArrays(snapshot, STAMPS);
  const off = stampsAt(work, stampsOf.off);
  const offStamp = work.nextStamp++;
  for (const node of avoid) off[node] = offStamp;
  return { snapshot, filter, inside, meter, work, off, offStamp, guarded: avoid.length > 0 || inside !== null };
}

/** Whether the node may be on a path; one that the question bars is off from then on. */
export function mayEnter({ off, offStamp, inside }: Ground, node: number): boolean {
  if (off[node] === offStamp) return false;
  if (inside === null || !inside.bars(node)) return true;
  off[node] = offStamp;
  return false;
}
