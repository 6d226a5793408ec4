import { type Ground, growDistances, type HopDistances, hopsAtLeast, startDistances, UNREACHABLE } from "./hop-distances.ts";
import type { Plan } from "./plan.ts";
import { shortestHops } from "./shortest-paths.ts";

/** What a walk (which may repeat nodes) needs at least: never more than a path does. */
export interface ViaBound {
  /** Hops of the shortest walk from any start past all of `via` to an end; UNREACHABLE when there is none. */
  readonly least: number;
  /** Likewise onward from a node past the `via` that remain: a set of bits, bit i for `via[i]`. */
  readonly onward: (node: number, remaining: number) => number;
}

/** Hops of the legs that a walk past all of `via` is made of. */
export interface Legs {
  /** From the nearest start to `via[i]`. */
  readonly first: readonly number[];
  /** From `via[i]` to `via[j]`. */
  readonly between: readonly (readonly number[])[];
  /** From `via[i]` to the nearest end. */
  readonly last: readonly number[];
}

/** Links looked at, at most and at least, before distances count as known well enough. */
const MOST_LINKS = 2 ** 19;
const LEAST_LINKS = 2 ** 14;

/** All legs, each by a search from both its sides. */
export function legsOf({ snapshot, meter }: Ground, { from, to, via, avoid, filter }: Plan): Legs {
  const leg = (starts: readonly number[], ends: readonly number[]): number => {
    if (starts.some((start) => ends.includes(start))) return 0;
    return shortestHops(snapshot, { from: starts, to: ends, avoid, filter, maxHops: snapshot.nodes }, meter) ?? UNREACHABLE;
  };
  return {
    first: via.map((node) => leg(from, [node])),
    between: via.map((node) => via.map((other) => leg([node], [other]))),
    last: via.map((node) => leg([node], to)),
  };
}

/**
 * The legs, the shortest order of the `via` by dynamic programming over sets (Held and Karp 1962), and hops
 * from the nodes about each `via` and the ends: as far as half the longest leg, farther where that is cheap.
 * O(2^n n^2) for n `via`, beside the distances.
 */
export function viaBound(ground: Ground, { via, to }: Pick<Plan, "via" | "to">, legs: Legs): ViaBound {
  const count = via.length;
  const toVia = via.map((node) => startDistances(ground, [node]));
  const toEnd = startDistances(ground, to);
  const longest = via.map((_, i) => Math.max(legs.first[i]!, ...legs.between.map((row) => row[i]!)));
  growTogether(
    ground,
    [...toVia, toEnd].map((distances, i) => ({ distances, radius: (longest[i] ?? Math.max(...legs.last)) / 2 })),
  );
  // tail[set * count + i]: from via[i] past all of `set` (without i) to an end.
  const tail = new Int32Array((1 << count) * count);
  const least = (set: number, hopsTo: (i: number) => number): number => {
    let hops = UNREACHABLE;
    for (let i = 0; i < count; i++)
      if ((set & (1 << i)) !== 0) hops = Math.min(hops, hopsTo(i) + tail[(set & ~(1 << i)) * count + i]!);
    return hops;
  };
  for (let set = 0; set < 1 << count; set++)
    for (let i = 0; i < count; i++) {
      if ((set & (1 << i)) !== 0) continue;
      const known = (j: number) => Math.max(legs.between[i]![j]!, hopsAtLeast(toVia[j]!, via[i]!));
      tail[set * count + i] = set === 0 ? Math.max(legs.last[i]!, hopsAtLeast(toEnd, via[i]!)) : least(set, known);
    }
  return {
    least: least((1 << count) - 1, (i) => legs.first[i]!),
    onward: (node, remaining) =>
      remaining === 0 ? hopsAtLeast(toEnd, node) : least(remaining, (i) => hopsAtLeast(toVia[i]!, node)),
  };
}

interface Growing {
  readonly distances: HopDistances;
  /** Farther than this only while it is cheap. */
  readonly radius: number;
}

/** Grows the one with the fewest nodes at its edge (the first of them), until all are known well enough. */
function growTogether(ground: Ground, all: readonly Growing[]): void {
  const { meter } = ground;
  const begun = meter.links;
  while (meter.links < begun + MOST_LINKS && meter.stopped === null) {
    const isCheap = meter.links < begun + LEAST_LINKS;
    const open = all.filter(({ distances, radius }) => distances.edge.length > 0 && (isCheap || distances.radius < radius));
    if (open.length === 0) return;
    const least = open.reduce((a, b) => (b.distances.edge.length < a.distances.edge.length ? b : a));
    growDistances(ground, least.distances);
  }
}
