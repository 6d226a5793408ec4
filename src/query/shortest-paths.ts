import type { Snapshot } from "../graph/snapshot.ts";
import type { Stop } from "./answer.ts";
import { block, canGrow, type Front, growFront, lighterFront, type Search, stampOf, stampsNeeded, startFront } from "./front.ts";
import type { Harvest } from "./harvest.ts";
import type { Meter } from "./meter.ts";
import type { Searched } from "./paths-by-hops.ts";
import type { Plan } from "./plan.ts";
import { countTies, gatherTies, tiePaths } from "./tie-graph.ts";
import { workArrays } from "./work-arrays.ts";

/** What a search found that counts more paths than it gives. */
export interface Counted extends Searched {
  /** Paths of entities: exact up to 2^53, beyond it the nearest number. */
  readonly count: number;
  readonly linkSequences: number | bigint;
}

/**
 * All shortest paths from one set of nodes to another. Breadth-first from both sides, level by level, the
 * side with fewer slots to look at first (Pohl 1971; Nicholson 1966); the fronts meet in one layer that every
 * shortest path crosses. All ties are counted without being walked; the first `limit` are given in
 * lexicographic order. Constraints hold during the walk. O(slots of the levels grown).
 */
export function shortestPaths(snapshot: Snapshot, plan: Plan, { meter, harvest }: Gathered): Counted {
  const { search, forward, backward, stop } = meet(snapshot, plan, meter);
  const visited = forward.tail + backward.tail;
  if (stop !== null) return { count: 0, linkSequences: 0, visited, stop };
  const ties = gatherTies(search, forward, backward);
  if (ties === null) return { count: 0, linkSequences: 0, visited, stop: meter.stopped ?? "budget" };
  const { paths: count, linkSequences } = countTies(ties);
  for (const nodes of tiePaths(ties).take(plan.limit)) {
    if (meter.stopped !== null) return { stop: meter.stopped, count, linkSequences, visited };
    harvest.take(nodes);
  }
  return { stop: count > plan.limit ? "limit" : "exhausted", count, linkSequences, visited };
}

export interface Gathered {
  readonly meter: Meter;
  readonly harvest: Harvest;
}

/** Hops of the shortest path, without walking one; null when there is none or the meter stopped the search. */
export function shortestHops(snapshot: Snapshot, ends: Ends, meter: Meter): number | null {
  const { forward, backward, stop } = meet(snapshot, ends, meter);
  return stop === null ? forward.level + backward.level : null;
}

export type Ends = Pick<Plan, "from" | "to" | "avoid" | "inside" | "maxHops" | "filter" | "choices">;

/** Grows both sides until they meet; `stop` is null once they have, otherwise why they never will or may not go on. */
function meet(snapshot: Snapshot, { from, to, avoid, inside, maxHops, filter, choices }: Ends, meter: Meter) {
  const work = workArrays(snapshot, 2 * stampsNeeded(snapshot));
  const search: Search = { snapshot, filter, choices, inside, work, meter, base: work.nextStamp, met: [] };
  block(search, avoid);
  const forward = startFront(search, from, { code: 0, kinds: filter.leaving });
  const backward = startFront(search, to, { code: 1, kinds: filter.arriving });
  const stop = growUntilMet(search, { forward, backward }, maxHops);
  work.nextStamp = Math.max(stampOf(search, forward, forward.level), stampOf(search, backward, backward.level)) + 4;
  return { search, forward, backward, stop };
}

function growUntilMet(
  search: Search,
  { forward, backward }: { readonly forward: Front; readonly backward: Front },
  maxHops: number,
): Exclude<Stop, "limit"> | null {
  while (search.met.length === 0) {
    if (search.meter.stopped !== null) return search.meter.stopped;
    if (forward.head === forward.tail || backward.head === backward.tail) return "exhausted";
    if (forward.level + backward.level === maxHops) {
      const open = canGrow(search, forward) && canGrow(search, backward);
      return search.meter.stopped ?? (open ? "max-hops" : "exhausted");
    }
    growFront(search, lighterFront(search.snapshot, forward, backward));
  }
  return search.meter.stopped;
}
