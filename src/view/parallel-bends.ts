import { compareIds } from "../base/ids.ts";
import type { PartLink } from "./graph-part.ts";

/**
 * How far each link bends, in multiples of the spacing, so that links between the same two entities lie
 * side by side: 0 alone, ∓½ for two, -1 0 1 for three. The sign is relative to the link's own direction
 * (positive to its left), so that two links running opposite ways part instead of meeting. Links of an
 * entity to itself count 0, 1, 2 … around it. Order: as given. Cost: one pass and a pass over each pair.
 */
export function parallelBends(links: readonly PartLink[]): readonly number[] {
  const bundles = new Map<string, Map<string, number[]>>();
  links.forEach(({ from, to }, at) => {
    const [low, high] = compareIds(from, to) <= 0 ? [from, to] : [to, from];
    const ofLow = bundles.get(low) ?? new Map<string, number[]>();
    const bundle = ofLow.get(high) ?? [];
    bundle.push(at);
    ofLow.set(high, bundle);
    bundles.set(low, ofLow);
  });
  const bends = new Array<number>(links.length).fill(0);
  for (const ofLow of bundles.values()) for (const bundle of ofLow.values()) spread(bundle, links, bends);
  return bends;
}

function spread(bundle: readonly number[], links: readonly PartLink[], bends: number[]): void {
  bundle.forEach((at, place) => {
    const link = links[at];
    if (link === undefined) return;
    const side = place - (bundle.length - 1) / 2;
    if (link.from === link.to) bends[at] = place;
    else bends[at] = side === 0 || compareIds(link.from, link.to) < 0 ? side : -side;
  });
}
