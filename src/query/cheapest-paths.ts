import type { Snapshot } from "../graph/snapshot.ts";
import { openGround } from "./ground.ts";
import type { Searched } from "./paths-by-hops.ts";
import type { Plan } from "./plan.ts";
import type { Gathered } from "./shortest-paths.ts";
import { Weigher } from "./weigher.ts";
import { type Joining, settleNext, startWeightBall, type WeightBall } from "./weight-ball.ts";
import { gatherWeightTies, weightTiePaths } from "./weight-ties.ts";

/**
 * All paths of the least weight, by hops and then in lexicographic order. Settles nodes from both sides, the side with fewer
 * open ones first (Dijkstra 1959; Nicholson 1966), until no lighter walk and no further tie can be found; weights are above
 * 0, so that no walk of least weight repeats a node. Null where all that it found has more hops than allowed: then hops
 * and weight must be searched together. O((nodes + slots) log nodes) of those within half the weight, beside the ties.
 */
export function cheapestPaths(snapshot: Snapshot, plan: Plan, { meter, harvest }: Gathered): Searched | null {
  const ground = openGround(snapshot, plan, meter);
  const weigher = new Weigher(snapshot, plan.choices);
  const guarded = plan.avoid.length > 0 || plan.inside !== null;
  const forward = startWeightBall(ground, plan.from, { kinds: plan.filter.leaving, at: 0, guarded });
  const backward = startWeightBall(ground, plan.to, { kinds: plan.filter.arriving, at: 1, guarded });
  const joining: Joining = { best: Number.POSITIVE_INFINITY, met: [] };
  while (canGoOn(forward, backward, joining)) {
    const isForward = forward.heap.size <= backward.heap.size;
    const [ball, other] = isForward ? [forward, backward] : [backward, forward];
    if (!settleNext(ground, ball, { weigher, other, joining })) break;
  }
  const visited = forward.tail + backward.tail;
  if (meter.stopped !== null) return { stop: meter.stopped, visited };
  if (joining.best === Number.POSITIVE_INFINITY) return { stop: "exhausted", visited };
  const ties = gatherWeightTies(ground, { plan, weigher, forward, backward, joining });
  for (const nodes of weightTiePaths(ties, plan)) {
    if (meter.stopped !== null) return { stop: meter.stopped, visited };
    harvest.take(nodes);
    if (harvest.isOver) return { stop: "limit", visited };
  }
  if (meter.stopped !== null) return { stop: meter.stopped, visited };
  return harvest.paths.length === 0 ? null : { stop: "exhausted", visited };
}

/** Whether a walk as light as the lightest known may still be found. */
function canGoOn({ heap: ahead }: WeightBall, { heap: behind }: WeightBall, { best }: Joining): boolean {
  return ahead.size > 0 && behind.size > 0 && ahead.leastKey + behind.leastKey <= best;
}
