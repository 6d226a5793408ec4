import { firstSlotTo } from "../graph/count-steps.ts";
import type { LinkFilter } from "../graph/link-filter.ts";
import { linkBound } from "../graph/live-links.ts";
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
 * Links that qualify between two of the nodes, whichever way they point, by index, each once. One pass over the slots
 * of the nodes that lead to later ones, in the order in which they lie in memory. When the meter stops it, those found so far.
 */
export function linksAmong({ snapshot, filter, meter }: Ground, nodes: Uint32Array): Uint32Array {
  const work = workArrays(snapshot, 1);
  const chosen = work.nextStamp++;
  for (const node of nodes) work.mark[node] = chosen;
  const gathering: Gathering = { snapshot, filter, mark: work.mark, chosen, links: new Uint32Array(1024), count: 0 };
  for (const node of inOrder(nodes.slice(), snapshot.nodes)) {
    const start = firstSlotTo(snapshot, node, node);
    const end = snapshot.slotEnd[node]!;
    if (!meter.spend(end - start)) break;
    gather(gathering, start, end);
  }
  return inOrder(gathering.links.slice(0, gathering.count), linkBound(snapshot));
}

interface Gathering extends Omit<Ground, "meter"> {
  /** Nodes that are chosen have this stamp. */
  readonly mark: Int32Array;
  readonly chosen: number;
  /** The first `count` are links found. */
  links: Uint32Array;
  count: number;
}

/** The slots from `start` to `end` that lead to a chosen node by a link that qualifies. */
function gather(gathering: Gathering, start: number, end: number): void {
  const { mark, chosen, filter } = gathering;
  const { slotNode, slotWay } = gathering.snapshot;
  const { either, judging } = filter;
  const links = roomFor(gathering, end - start);
  let { count } = gathering;
  for (let slot = start; slot < end; slot++) {
    if (mark[slotNode[slot]!] !== chosen) continue;
    const way = slotWay[slot]!;
    if (((either >>> (way & KIND_MASK)) & 1) === 0 || (judging && !filter.admitsSlot(slot))) continue;
    links[count++] = way >>> LINK_SHIFT;
  }
  gathering.count = count;
}

function roomFor(gathering: Gathering, more: number): Uint32Array {
  if (gathering.count + more > gathering.links.length) {
    const wider = new Uint32Array(2 * (gathering.count + more));
    wider.set(gathering.links);
    gathering.links = wider;
  }
  return gathering.links;
}
