import { NumberList } from "../base/number-list.ts";
import { firstSlotTo } from "../graph/count-steps.ts";
import type { LinkFilter } from "../graph/link-filter.ts";
import { KIND_MASK, LINK_SHIFT, type Snapshot } from "../graph/snapshot.ts";
import { inOrder } from "./in-order.ts";
import type { Meter } from "./meter.ts";
import { workArrays } from "./work-arrays.ts";

interface Ground {
  readonly snapshot: Snapshot;
  readonly filter: LinkFilter;
  readonly meter: Meter;
}

/**
 * Links that qualify between two of the nodes, whichever way they point, in ascending order, each once. One pass over the slots
 * of the nodes that lead to later ones. When the meter stops it, those found so far.
 */
export function linksAmong(ground: Ground, nodes: Uint32Array): Uint32Array {
  const { snapshot, meter } = ground;
  const work = workArrays(snapshot, 1);
  const chosen = work.nextStamp++;
  const links = new NumberList();
  for (const node of nodes) work.mark[node] = chosen;
  for (const node of nodes) {
    const start = firstSlotTo(snapshot, node, node);
    const end = snapshot.slotStart[node + 1]!;
    if (!meter.spend(end - start)) break;
    gather(ground, { mark: work.mark, chosen, start, end }, links);
  }
  return inOrder(links.toArray(), snapshot.links);
}

interface Slots {
  /** Nodes that are chosen have this stamp. */
  readonly mark: Int32Array;
  readonly chosen: number;
  readonly start: number;
  readonly end: number;
}

function gather({ snapshot, filter }: Ground, { mark, chosen, start, end }: Slots, links: NumberList): void {
  const { slotNode, slotWay } = snapshot;
  const { either, judging } = filter;
  for (let slot = start; slot < end; slot++) {
    if (mark[slotNode[slot]!] !== chosen) continue;
    const way = slotWay[slot]!;
    if (((either >>> (way & KIND_MASK)) & 1) === 0) continue;
    if (!judging || filter.admits(way >>> LINK_SHIFT)) links.push(way >>> LINK_SHIFT);
  }
}
