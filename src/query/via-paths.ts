import type { Snapshot } from "../graph/snapshot.ts";
import type { Stop } from "./answer.ts";
import { turnOffDeadEnds } from "./block-of-ends.ts";
import { type Ground, OFF, UNREACHABLE } from "./hop-distances.ts";
import type { Meter } from "./meter.ts";
import type { Plan } from "./plan.ts";
import type { NodePaths } from "./shortest-paths.ts";
import { type ViaBound, viaBound } from "./via-bound.ts";
import { depthFirstWithin, type Round } from "./via-round.ts";

/** Links that the search may look at before it first takes dead ends away, which costs a walk through the whole graph. */
const FIRST_ROUND_LINKS = 2 ** 20;

/**
 * The shortest paths from one set of nodes to another that pass all of `via`, in any order, and repeat no
 * node; all ties. Not stitched from legs: depth-first search in rounds of growing length, cut by the hops that
 * a walk would still need (iterative deepening A*, Korf 1985). The first round is tried as it is; after it, nodes
 * that lie on no path between the ends are taken away. Paths in lexicographic order; one more than `limit` ends
 * the search, so that `count` is then the number given. Exponential at worst: the meter bounds it.
 */
export function viaPaths(snapshot: Snapshot, plan: Plan, meter: Meter): NodePaths {
  const ground: Ground = { snapshot, filter: plan.filter, meter, flags: new Uint8Array(snapshot.nodes) };
  for (const node of plan.avoid) ground.flags[node] = OFF;
  const seen = new Set<number>();
  const first = firstRound(ground, plan, seen);
  if (first.answer !== null) return first.answer;
  turnOffDeadEnds(ground, plan.from, plan.to);
  const bound = viaBound(ground, plan.via, plan.to);
  let hops = Math.max(leastHops(plan, bound), first.triedUpTo + 1);
  while (meter.stopped === null && hops < UNREACHABLE && hops <= plan.maxHops) {
    const round = depthFirstWithin(ground, plan, { bound, hops, seen });
    const answer = answerOf(round, { plan, meter, seen });
    if (answer !== null) return answer;
    hops = round.next;
  }
  const isBounded = plan.maxHops < snapshot.nodes - 1;
  return nothing(meter.stopped ?? (isBounded && hops < UNREACHABLE ? "max-hops" : "exhausted"), seen);
}

/** A round at the least length a walk can have, within its share of work. */
function firstRound(ground: Ground, plan: Plan, seen: Set<number>): { answer: NodePaths | null; triedUpTo: number } {
  const { meter } = ground;
  const bound = viaBound(ground, plan.via, plan.to);
  if (meter.stopped !== null) return { answer: nothing(meter.stopped, seen), triedUpTo: -1 };
  const hops = leastHops(plan, bound);
  if (hops >= UNREACHABLE) return { answer: nothing("exhausted", seen), triedUpTo: -1 };
  if (hops > plan.maxHops) return { answer: null, triedUpTo: -1 };
  const round = depthFirstWithin(ground, plan, { bound, hops, seen, most: meter.links + FIRST_ROUND_LINKS });
  if (round.cutShort && meter.stopped === null) return { answer: null, triedUpTo: -1 };
  return { answer: answerOf(round, { plan, meter, seen }), triedUpTo: hops };
}

function leastHops({ from, via }: Plan, bound: ViaBound): number {
  return Math.min(...from.map((start) => bound(start, remainingAfter(via, start))));
}

/** All of `via` as bits, less the start itself. */
function remainingAfter(via: readonly number[], start: number): number {
  const at = via.indexOf(start);
  const all = (1 << via.length) - 1;
  return at === -1 ? all : all & ~(1 << at);
}

function answerOf(
  { paths, linkSequences, cutShort }: Round,
  { plan, meter, seen }: { plan: Plan; meter: Meter; seen: ReadonlySet<number> },
): NodePaths | null {
  if (paths.length === 0) return null;
  const given = paths.slice(0, plan.limit);
  const stop: Stop = paths.length > given.length ? "limit" : cutShort ? (meter.stopped ?? "budget") : "exhausted";
  const sum = linkSequences.slice(0, given.length).reduce((total, each) => total + each, 0n);
  return {
    stop,
    count: given.length,
    linkSequences: sum <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(sum) : sum,
    visited: seen.size,
    paths: given,
  };
}

function nothing(stop: Stop, seen: ReadonlySet<number>): NodePaths {
  return { stop, count: 0, linkSequences: 0, visited: seen.size, paths: [] };
}
