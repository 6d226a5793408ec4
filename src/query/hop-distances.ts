import type { LinkFilter } from "../graph/link-filter.ts";
import type { Snapshot } from "../graph/snapshot.ts";
import type { Meter } from "./meter.ts";

/** More hops than any path has; twice it is still a whole number of 31 bits. */
export const UNREACHABLE = 2 ** 29;

/** The part of a graph that a path may use. */
export interface Ground {
  readonly snapshot: Snapshot;
  readonly filter: LinkFilter;
  readonly meter: Meter;
  /** Bits per node; a node with OFF may not be entered. */
  readonly flags: Uint8Array;
}

export const OFF = 1;

/** Hops from each node to the nearest of some targets, known as far as `radius`. */
export interface HopDistances {
  /** -1 for nodes farther than `radius`. */
  readonly hops: Int32Array;
  /** Nodes at exactly `radius` hops. Empty: every distance is known, and -1 means that there is no way. */
  edge: number[];
  radius: number;
}

/** Targets that are OFF are none. */
export function startDistances({ snapshot, flags }: Ground, targets: readonly number[]): HopDistances {
  const hops = new Int32Array(snapshot.nodes).fill(-1);
  const edge = targets.filter((node) => (flags[node]! & OFF) === 0);
  for (const node of edge) hops[node] = 0;
  return { hops, edge, radius: 0 };
}

/** Makes `radius` one larger. O(slots of the edge). */
export function growDistances({ snapshot, filter, meter, flags }: Ground, distances: HopDistances): void {
  const { slotStart, slotNode, slotWay } = snapshot;
  const { hops } = distances;
  const next: number[] = [];
  for (const node of distances.edge) {
    const end = slotStart[node + 1]!;
    if (!meter.spend(end - slotStart[node]!)) return;
    for (let slot = slotStart[node]!; slot < end; slot++) {
      const other = slotNode[slot]!;
      if (hops[other] !== -1 || (flags[other]! & OFF) !== 0 || !filter.walks(filter.arriving, slotWay[slot]!)) continue;
      hops[other] = distances.radius + 1;
      next.push(other);
    }
  }
  distances.edge = next;
  distances.radius++;
}

/** Hops from the node to the nearest target, or as many as are certain. */
export function hopsAtLeast({ hops, edge, radius }: HopDistances, node: number): number {
  const known = hops[node]!;
  if (known !== -1) return known;
  return edge.length === 0 ? UNREACHABLE : radius + 1;
}
