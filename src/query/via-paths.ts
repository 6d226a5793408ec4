import type { Snapshot } from "../graph/snapshot.ts";
import type { Stop } from "./answer.ts";
import { turnOffDeadEnds } from "./block-of-ends.ts";
import { type Ground, OFF, UNREACHABLE } from "./hop-distances.ts";
import type { Meter } from "./meter.ts";
import type { Plan } from "./plan.ts";
import type { NodePaths } from "./shortest-paths.ts";
import { legsOf, viaBound } from "./via-bound.ts";
import { depthFirstWithin, type Round, type RoundOptions } from "./via-round.ts";

/**
 * The shortest paths from one set of nodes to another that pass all of `via`, in any order, and repeat no
 * node; all ties. Not stitched from legs: depth-first search in rounds of growing length, cut by the hops that
 * a walk would still need (iterative deepening A*, Korf 1985). Once the rounds have looked at as many links as
 * the graph has, nodes that lie on no path between the ends are taken away, which costs as much. Paths in lexicographic
 * order; one more than `limit` ends the search, so that `count` is then the number given. Exponential at worst:
 * the meter bounds it.
 */
export function viaPaths(snapshot: Snapshot, plan: Plan, meter: Meter): NodePaths {
  const ground: Ground = { snapshot, filter: plan.filter, meter, flags: new Uint8Array(snapshot.nodes) };
  for (const node of plan.avoid) ground.flags[node] = OFF;
  const seen = new Set<number>();
  const legs = legsOf(ground, plan);
  const bound = viaBound(ground, plan, legs);
  const most = meter.links + snapshot.slotNode.length;
  const first = rounds(ground, plan, { bound, hops: bound.least, seen, most });
  if (first.answer !== null) return first.answer;
  if (meter.stopped !== null || first.hops >= UNREACHABLE) return nothing(meter.stopped ?? "exhausted", seen);
  turnOffDeadEnds(ground, plan.from, plan.to);
  const closer = viaBound(ground, plan, legs);
  const hops = Math.max(first.hops, closer.least);
  const second = rounds(ground, plan, { bound: closer, hops, seen, most: Number.POSITIVE_INFINITY });
  if (second.answer !== null) return second.answer;
  const mayBeLonger = second.hops < UNREACHABLE && plan.maxHops < snapshot.nodes - 1;
  return nothing(meter.stopped ?? (mayBeLonger ? "max-hops" : "exhausted"), seen);
}

/** Rounds of growing length until one gives a path, work or time runs out, or `hops` is more than a path may have. */
function rounds(ground: Ground, plan: Plan, options: RoundOptions): { answer: NodePaths | null; hops: number } {
  const { meter } = ground;
  let { hops } = options;
  while (meter.stopped === null && hops < UNREACHABLE && hops <= plan.maxHops) {
    const round = depthFirstWithin(ground, plan, { ...options, hops });
    if (round.cutShort && meter.stopped === null) break;
    const answer = answerOf(round, { plan, meter, seen: options.seen });
    if (answer !== null) return { answer, hops };
    if (!round.cutShort) hops = round.next;
  }
  return { answer: null, hops };
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
