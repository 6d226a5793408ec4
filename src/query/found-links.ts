import { standingOf, standingRank } from "../claims/standing.ts";
import { firstSlotTo } from "../graph/count-steps.ts";
import type { LinkFilter } from "../graph/link-filter.ts";
import { LINK_SHIFT, type Snapshot } from "../graph/snapshot.ts";
import type { FoundLink } from "./found.ts";

/** Every link that qualifies for the step from `node` to `other`, strongest first, then by id, as slots are. O(log slots + links between the two). */
export function linksOfStep(snapshot: Snapshot, filter: LinkFilter, [node, other]: readonly [number, number]): FoundLink[] {
  const { slotEnd, slotNode, slotWay } = snapshot;
  const found: FoundLink[] = [];
  const end = slotEnd[node]!;
  for (let slot = firstSlotTo(snapshot, node, other); slot < end && slotNode[slot] === other; slot++) {
    const way = slotWay[slot]!;
    if (filter.walks(filter.leaving, way)) found.push(foundLink(snapshot, filter, { link: way >>> LINK_SHIFT, from: node }));
  }
  return found.sort((a, b) => standingRank(a.standing) - standingRank(b.standing));
}

/** A link that the filter admits, walked from node `from`, with what the filter leaves of its claims. */
export function foundLink(snapshot: Snapshot, filter: LinkFilter, { link, from }: { link: number; from: number }): FoundLink {
  const counts = filter.countsOf(link);
  const standing = standingOf(counts);
  if (standing === null) throw new Error(`link ${link}: wanted one with a claim that the question leaves`);
  const claims: number[] = [];
  for (let claim = snapshot.claimStart[link]!; claim < snapshot.claimStart[link + 1]!; claim++)
    if (!filter.leavesOut(claim)) claims.push(claim);
  const origins = counts.ownVoiceOrigins > 0 ? counts.ownVoiceOrigins : counts.attributedOrigins;
  return { link, along: snapshot.linkFrom[link] === from, standing, origins, claims };
}
