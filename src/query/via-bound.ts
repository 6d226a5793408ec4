import { type Ball, growBall, hopsAtLeast, isWhole, startBall } from "./ball.ts";
import { type Ground, listsOf, stampsOf, UNREACHABLE } from "./ground.ts";
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
export function legsOf({ snapshot, meter }: Ground, { from, to, via, avoid, filter, inside }: Plan): Legs {
  const leg = (starts: readonly number[], ends: readonly number[]): number => {
    if (starts.some((start) => ends.includes(start))) return 0;
    const asked = { from: starts, to: ends, avoid, filter, choices: filter, inside, maxHops: snapshot.nodes };
    return shortestHops(snapshot, asked, meter) ?? UNREACHABLE;
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
export function viaBound(ground: Ground, plan: Pick<Plan, "via" | "viaOrdered" | "to">, legs: Legs): ViaBound {
  const { via, viaOrdered } = plan;
  const count = via.length;
  const { toVia, toEnd } = growAbout(ground, plan, legs);
  // tail[set * count + i]: from via[i] past all of `set` (without i) to an end.
  const tail = new Int32Array((1 << count) * count);
  const least = (set: number, hopsTo: (i: number) => number): number => {
    let hops = UNREACHABLE;
    for (let i = 0; i < count; i++) {
      if ((set & (1 << i)) === 0) continue;
      hops = Math.min(hops, hopsTo(i) + tail[(set & ~(1 << i)) * count + i]!);
      if (viaOrdered) break;
    }
    return hops;
  };
  for (let set = 0; set < 1 << count; set++)
    for (let i = 0; i < count; i++) {
      if ((set & (1 << i)) !== 0) continue;
      const known = (j: number) => Math.max(legs.between[i]![j]!, hopsAtLeast(toVia[j]!, via[i]!));
      const last = Math.max(legs.last[i]!, hopsAtLeast(toEnd, via[i]!));
      tail[set * count + i] = set === 0 ? last : least(set, known);
    }
  return {
    least: least((1 << count) - 1, (i) => legs.first[i]!),
    onward: (node, remaining) =>
      remaining === 0 ? hopsAtLeast(toEnd, node) : least(remaining, (i) => hopsAtLeast(toVia[i]!, node)),
  };
}

/** The nodes about each `via` and the ends. */
function growAbout(ground: Ground, { via, to }: Pick<Plan, "via" | "to">, legs: Legs) {
  const about = (nodes: readonly number[], at: number): Ball =>
    startBall(ground, nodes, { kinds: ground.filter.arriving, stamps: stampsOf.free + at, list: listsOf.free + at });
  const toVia = via.map((node, at) => about([node], at));
  const toEnd = about(to, via.length);
  const longest = via.map((_, i) => Math.max(legs.first[i]!, ...legs.between.map((row) => row[i]!)));
  growTogether(
    ground,
    [...toVia, toEnd].map((ball, i) => ({ ball, radius: (longest[i] ?? Math.max(...legs.last)) / 2 })),
  );
  return { toVia, toEnd };
}

interface Growing {
  readonly ball: Ball;
  /** Farther than this only while it is cheap. */
  readonly radius: number;
}

/** Grows the one with the fewest nodes at its edge (the first of them), until all are known well enough. */
function growTogether(ground: Ground, all: readonly Growing[]): void {
  const { meter } = ground;
  const begun = meter.links;
  const edge = ({ ball }: Growing) => ball.tail - ball.head;
  while (meter.links < begun + MOST_LINKS && meter.stopped === null) {
    const isCheap = meter.links < begun + LEAST_LINKS;
    const open = all.filter(({ ball, radius }) => !isWhole(ball) && (isCheap || ball.radius < radius));
    if (open.length === 0) return;
    const least = open.reduce((a, b) => (edge(b) < edge(a) ? b : a));
    growBall(ground, least.ball, null);
  }
}
