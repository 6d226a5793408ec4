import { countSteps } from "../graph/count-steps.ts";
import type { Snapshot } from "../graph/snapshot.ts";
import { type Ellipse, hopsBeyond, hopsToGo, isAllKnown } from "./ellipse.ts";
import { type Ground, UNREACHABLE } from "./ground.ts";
import type { Harvest } from "./harvest.ts";
import { pastParallels } from "./past-parallels.ts";
import type { Plan } from "./plan.ts";

export interface RoundOptions {
  /** Length of the paths looked for. */
  readonly hops: number;
  /** The meter's links at which the round is cut short. */
  readonly mostLinks: number;
  readonly harvest: Harvest;
}

export interface Round {
  /** The least length beyond this round's that a path may have; UNREACHABLE when there is none. */
  readonly next: number;
  /** Links or time ran out before the round was done. */
  readonly cutShort: boolean;
}

/** The path that is being walked. Entry `d` of each list belongs to its node after `d` hops. */
interface Trail {
  readonly nodes: Uint32Array;
  /** The next slot to look at. */
  readonly slots: Uint32Array;
  depth: number;
  next: number;
  /** The end, where there is one alone: passed too early, it cannot be reached. -1 where there are several. */
  readonly onlyEnd: number;
  /** Whether a hub before the last two hops is asked for the end's neighbours: what lies beyond need not be noted. */
  readonly asksFromEnd: boolean;
}

/** Bisecting a hub's slots for one end costs about as much as looking at this many of them. */
const SLOTS_PER_BISECTION = 16;

/**
 * Every path of exactly `hops` hops, in lexicographic order, depth-first: a node is entered only if a walk of that length
 * can still reach the end (`growEllipse` for `hops` has been called). Nodes on the trail are off while they are on it.
 */
export function walkRound(ground: Ground, ellipse: Ellipse, { plan, ...options }: RoundOptions & { readonly plan: Plan }): Round {
  const { hops, mostLinks, harvest } = options;
  const { meter, off, offStamp } = ground;
  const trail: Trail = {
    nodes: new Uint32Array(hops + 1),
    slots: new Uint32Array(hops + 1),
    depth: -1,
    next: isAllKnown(ellipse) ? UNREACHABLE : hops + 1,
    onlyEnd: plan.to.length === 1 ? plan.to[0]! : -1,
    asksFromEnd: plan.to.length === 1 && !isAllKnown(ellipse),
  };
  const isOver = () => harvest.isOver || meter.stopped !== null || meter.links >= mostLinks;
  for (const start of plan.from) {
    if (off[start] === offStamp) continue;
    const least = hopsToGo(ellipse, start);
    if (least <= hops) walkFrom(ground, ellipse, { trail, start, hops, ends: plan.to, harvest, isOver });
    else trail.next = Math.min(trail.next, least);
    if (trail.depth >= 0) break;
  }
  const cutShort = trail.depth >= 0 && !harvest.isOver;
  while (trail.depth >= 0) leave(ground, trail);
  return { next: trail.next, cutShort };
}

interface Walking extends Closing {
  readonly start: number;
  readonly hops: number;
  /** Whether to stop where one is. */
  readonly isOver: () => boolean;
}

/** Every path from one start; stops with the trail as it is when it is over. */
function walkFrom(ground: Ground, ellipse: Ellipse, { trail, start, hops, ends, harvest, isOver }: Walking): void {
  enter(ground, trail, start);
  while (trail.depth >= 0 && !isOver()) {
    const room = hops - trail.depth - 1;
    if (room === 0) close(ground, ellipse, { trail, ends, harvest });
    const node = room === 0 ? -1 : nextNode(ground, ellipse, { trail, room });
    if (node === -1) leave(ground, trail);
    else enter(ground, trail, node);
  }
}

function enter({ snapshot: { slotStart, slotEnd }, meter, off, offStamp }: Ground, trail: Trail, node: number): void {
  const depth = ++trail.depth;
  off[node] = offStamp;
  trail.nodes[depth] = node;
  trail.slots[depth] = slotStart[node]!;
  meter.spend(slotEnd[node]! - slotStart[node]!);
}

function leave({ off }: Ground, trail: Trail): void {
  off[trail.nodes[trail.depth--]!] = 0;
}

interface Stepping {
  readonly trail: Trail;
  /** Hops that are left after the step. */
  readonly room: number;
}

/** The next node to which the trail can go on; -1 when there is none. */
function nextNode(ground: Ground, ellipse: Ellipse, { trail, room }: Stepping): number {
  const { snapshot, filter, off, offStamp } = ground;
  const { slotEnd, slotNode } = snapshot;
  const node = trail.nodes[trail.depth]!;
  if (room === 1 && trail.asksFromEnd && isHub(snapshot, node, trail.onlyEnd)) return nextBeforeEnd(ground, ellipse, trail);
  const end = slotEnd[node]!;
  const { marks, base } = ellipse.backward;
  for (let slot = trail.slots[trail.depth]!; slot < end; slot++) {
    const other = slotNode[slot]!;
    const known = marks[other]! - base;
    const hops = known >= 0 ? known : hopsBeyond(ellipse, other);
    if (hops > room) {
      if (trail.depth + 1 + hops < trail.next) noteNext(ground, trail, { slot, hops });
      continue;
    }
    const isTaken = off[other] === offStamp || (room > 0 && other === trail.onlyEnd);
    if (isTaken || !filter.walksSlot(filter.leaving, slot)) continue;
    trail.slots[trail.depth] = pastParallels(slotNode, slot, end);
    return other;
  }
  return -1;
}

/** Whether it is cheaper to bisect the node's slots for all neighbours of the other than to look at each. */
function isHub({ slotStart, slotEnd }: Snapshot, node: number, other: number): boolean {
  return slotEnd[node]! - slotStart[node]! > SLOTS_PER_BISECTION * (slotEnd[other]! - slotStart[other]!);
}

/** `nextNode` with room for one hop more, by way of the end's slots: the trail's place among the hub's is one among those. */
function nextBeforeEnd({ snapshot, filter, off, offStamp }: Ground, { backward }: Ellipse, trail: Trail): number {
  const { slotStart, slotEnd, slotNode } = snapshot;
  const node = trail.nodes[trail.depth]!;
  const shift = slotStart[trail.onlyEnd]! - slotStart[node]!;
  const end = slotEnd[trail.onlyEnd]!;
  for (let slot = trail.slots[trail.depth]! + shift; slot < end; slot = pastParallels(slotNode, slot, end)) {
    const other = slotNode[slot]!;
    if (backward.marks[other]! - backward.base !== 1 || off[other] === offStamp) continue;
    if (countSteps(snapshot, filter, { node, other, kinds: filter.leaving }) === 0) continue;
    trail.slots[trail.depth] = pastParallels(slotNode, slot, end) - shift;
    return other;
  }
  return -1;
}

/** A path by this slot would be longer than those that the round looks for. */
function noteNext(ground: Ground, trail: Trail, { slot, hops }: { readonly slot: number; readonly hops: number }): void {
  const { snapshot, filter, off, offStamp } = ground;
  if (off[snapshot.slotNode[slot]!] === offStamp || !filter.walksSlot(filter.leaving, slot)) return;
  trail.next = trail.depth + 1 + hops;
}

interface Closing {
  readonly trail: Trail;
  readonly ends: readonly number[];
  readonly harvest: Harvest;
}

/** The last hop: the paths to every end that it leads to. A hub's slots are bisected for the ends. */
function close(ground: Ground, ellipse: Ellipse, { trail, ends, harvest }: Closing): void {
  const { snapshot, filter, off, offStamp, meter } = ground;
  const node = trail.nodes[trail.depth]!;
  const take = (end: number): void => {
    if (harvest.isOver || meter.stopped !== null) return;
    harvest.take([...trail.nodes.subarray(0, trail.depth + 1), end]);
    // The end may be passed by a longer path to another end.
    if (ends.length > 1) trail.next = Math.min(trail.next, trail.depth + 2);
  };
  const slots = snapshot.slotEnd[node]! - snapshot.slotStart[node]!;
  if (!isAllKnown(ellipse) && slots > ends.length * SLOTS_PER_BISECTION) {
    for (const end of ends)
      if (off[end] !== offStamp && countSteps(snapshot, filter, { node, other: end, kinds: filter.leaving }) > 0) take(end);
    return;
  }
  for (let end = nextNode(ground, ellipse, { trail, room: 0 }); end !== -1; end = nextNode(ground, ellipse, { trail, room: 0 }))
    take(end);
}
