import { type Ground, growDistances, type HopDistances, hopsAtLeast, startDistances, UNREACHABLE } from "./hop-distances.ts";

/**
 * The fewest hops in which a walk (which may repeat nodes) can pass the remaining `via` nodes and end: never
 * more than a path needs. `remaining` is a set of bits, bit i for `via[i]`.
 */
export type ViaBound = (node: number, remaining: number) => number;

/** Links looked at, at most, before distances are taken as known well enough. */
const DISTANCE_LINKS = 2 ** 19;

/**
 * Distances to each `via` and to the ends, as far as a fixed amount of work takes them, and the shortest order of
 * the `via` by dynamic programming over sets (Held and Karp 1962). O(2^n n^2) for n `via`, beside the distances.
 */
export function viaBound(ground: Ground, via: readonly number[], to: readonly number[]): ViaBound {
  const toVia = via.map((node) => startDistances(ground, [node]));
  const toEnd = startDistances(ground, to);
  growTogether(ground, [...toVia, toEnd]);
  const sets = 1 << via.length;
  const count = via.length;
  // tail[set * count + i]: from via[i] past all of `set` (without i) to an end.
  const tail = new Int32Array(sets * Math.max(1, count));
  const onward = (node: number, set: number): number => {
    if (set === 0) return hopsAtLeast(toEnd, node);
    let least = UNREACHABLE;
    for (let i = 0; i < count; i++)
      if ((set & (1 << i)) !== 0) least = Math.min(least, hopsAtLeast(toVia[i]!, node) + tail[(set & ~(1 << i)) * count + i]!);
    return least;
  };
  for (let set = 0; set < sets; set++)
    for (let i = 0; i < count; i++) if ((set & (1 << i)) === 0) tail[set * count + i] = onward(via[i]!, set);
  return onward;
}

/** Grows the one with the fewest nodes at its edge (the first of them), until all are done or the work is spent. */
function growTogether(ground: Ground, all: readonly HopDistances[]): void {
  const { meter } = ground;
  const enough = meter.links + DISTANCE_LINKS;
  while (meter.links < enough && meter.stopped === null) {
    const open = all.filter(({ edge }) => edge.length > 0);
    if (open.length === 0) return;
    growDistances(
      ground,
      open.reduce((least, each) => (each.edge.length < least.edge.length ? each : least)),
    );
  }
}
