import { compareIds, type LinkId } from "../base/ids.ts";
import type { BuiltSnapshot } from "./build-snapshot.ts";
import { type EndsAndRelation, linkBetween } from "./link-between.ts";
import { linkIdAt } from "./link-id-at.ts";

/** The link of an id as it is now; -1 for none. One from an entity to itself is found among those of the tail, or by bisection. */
export function liveLink(graph: BuiltSnapshot, id: LinkId, ends: EndsAndRelation): number {
  if (ends.from !== ends.to) return linkBetween(graph.snapshot, ends);
  const { tail, links } = graph.snapshot;
  const late = tail?.loops.get(loopKey(ends));
  if (late !== undefined) return late;
  const laid = tail?.laid.links ?? links;
  let [low, high] = [0, laid];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (compareIds(linkIdAt(graph, middle), id) < 0) low = middle + 1;
    else high = middle;
  }
  return low < laid && tail?.gone.has(low) !== true && linkIdAt(graph, low) === id ? low : -1;
}

/** Under which a tail has a link from an entity to itself. */
export function loopKey({ from, relation }: EndsAndRelation): string {
  return `${from} ${relation}`;
}
