import type { NamedSnapshot } from "../graph/build-snapshot.ts";
import { type DisjointFlow, disjointFlow } from "./disjoint-flow.ts";
import type { FoundPath } from "./found.ts";
import { openGround } from "./ground.ts";
import type { Harvest } from "./harvest.ts";
import type { Meter } from "./meter.ts";
import { bestPacking } from "./path-packing.ts";
import { pathsByHops, type Searched } from "./paths-by-hops.ts";
import { isCarried, type Plan } from "./plan.ts";
import type { Apart } from "./question.ts";

export interface DisjointAsked {
  readonly graph: NamedSnapshot;
  readonly plan: Plan;
  readonly meter: Meter;
  readonly apart: Apart;
  /** Gathers as many paths as come. */
  readonly harvestAll: () => Harvest;
}

export interface Disjoint extends Searched {
  readonly paths: readonly FoundPath[];
}

/**
 * As many paths apart from one another as can be, up to `limit`, with the fewest hops in all (R34). By a flow where no path of
 * it has too many hops and no condition binds a path as a whole; otherwise from all paths, hop by hop, until the flow, which
 * heeds neither, shows that longer ones are of no use.
 */
export function disjointPaths({ graph, plan, meter, apart, harvestAll }: DisjointAsked): Disjoint {
  const { snapshot } = graph;
  const nothing = { visited: 0, paths: [] };
  const flow = disjointFlow(openGround(snapshot, plan, meter), plan, { apart, most: plan.limit });
  if (flow === null) return { ...nothing, stop: meter.stopped! };
  const harvest = harvestAll();
  if (!isCarried(plan) && flow.paths.every((path) => path.length - 1 <= plan.maxHops)) {
    for (const path of flow.paths) harvest.take(path);
    const visited = new Set(flow.paths.flat()).size;
    return { stop: meter.stopped ?? (flow.isMore ? "limit" : "exhausted"), visited, paths: harvest.paths };
  }
  const isEnough = (hops: number) => isBest(harvest.paths, { flow, hops, apart, most: plan.limit, meter });
  const searched = pathsByHops(openGround(snapshot, plan, meter), plan, { harvest, isEnough });
  if (meter.stopped !== null || harvest.paths.length === 0) return { ...searched, ...nothing, visited: searched.visited };
  return { ...packed(harvest.paths, { apart, meter, limit: plan.limit }), visited: searched.visited };
}

interface Gathered {
  readonly flow: DisjointFlow;
  /** Paths of so many hops, and fewer, are gathered. */
  readonly hops: number;
  readonly apart: Apart;
  readonly most: number;
  readonly meter: Meter;
}

/** Whether no longer path can be of use: as many are apart as flow at all, in as few hops as with a longer one among them. */
function isBest(paths: readonly FoundPath[], { flow, hops, apart, most, meter }: Gathered): boolean {
  const count = flow.hops.length;
  if (paths.length < count || flow.isMore) return false;
  const best = bestPacking(nodesOf(paths), { apart, most, meter });
  const atLeast = Math.max(flow.hops.at(-1) ?? 0, (flow.hops.at(-2) ?? 0) + hops + 1);
  return meter.stopped === null && best.chosen.length === count && (best.hops === flow.hops.at(-1) || best.hops <= atLeast);
}

/** The best set of the paths, all of which are given. */
export function packed(
  paths: readonly FoundPath[],
  { apart, meter, limit }: { readonly apart: Apart; readonly meter: Meter; readonly limit: number },
): Pick<Disjoint, "stop" | "paths"> {
  const nodes = nodesOf(paths);
  const beyond = bestPacking(nodes, { apart, most: limit + 1, meter });
  const isOver = beyond.chosen.length > limit;
  const { chosen } = isOver ? bestPacking(nodes, { apart, most: limit, meter }) : beyond;
  if (meter.stopped !== null) return { stop: meter.stopped, paths: [] };
  return { stop: isOver ? "limit" : "exhausted", paths: chosen.map((at) => paths[at]!) };
}

function nodesOf(paths: readonly FoundPath[]): (readonly number[])[] {
  return paths.map(({ nodes }) => nodes);
}
