import type { LinkFilter } from "../graph/link-filter.ts";
import { KIND_MASK, RELATION_HINT, type Snapshot } from "../graph/snapshot.ts";
import type { InsideFilter } from "./inside-filter.ts";
import type { Meter } from "./meter.ts";
import type { WorkArrays } from "./work-arrays.ts";

/**
 * A breadth-first search from one side or from two, level by level. `work.mark[node]` says what is
 * known of a node: below `base`, nothing; else `base + 4 * level + code`, where the code is the front's
 * that reached it (0 or 1), or BLOCKED, or MET.
 */
export interface Search {
  readonly snapshot: Snapshot;
  readonly filter: LinkFilter;
  /** Of which links the choices are counted: `filter`, unless that asks for more. */
  readonly choices: LinkFilter;
  /** Null when any entity may be passed. */
  readonly inside: InsideFilter | null;
  readonly work: WorkArrays;
  readonly meter: Meter;
  readonly base: number;
  /** Nodes that one front reached after the other, in order of meeting. */
  readonly met: number[];
}

const BLOCKED = 2;
const MET = 3;
const CODE_MASK = 3;
const STAMPS_PER_LEVEL = 4;

/** One side of a search: the nodes of its last whole level are `queue[head]` … `queue[tail]`. */
export interface Front extends Weighed {
  readonly code: 0 | 1;
  /** Which slots it follows: a mask as `LinkFilter.leaving`. */
  readonly kinds: number;
  head: number;
  level: number;
  /** Where in the queue each level starts, the last one's included. */
  readonly levelStart: number[];
}

export interface Weighed {
  readonly queue: Int32Array;
  tail: number;
  /** Nodes of the last level whose slots are summed up in `weight`, as far as `lighterFront` needed to know. */
  weighed: number;
  weight: number;
}

export function stampOf({ base }: Pick<Search, "base">, front: Pick<Front, "code">, level: number): number {
  return base + STAMPS_PER_LEVEL * level + front.code;
}

/** Stamps that a search over the snapshot can use. */
export function stampsNeeded({ nodes }: Pick<Snapshot, "nodes">): number {
  return STAMPS_PER_LEVEL * (nodes + 1);
}

export function block({ work, base }: Search, nodes: Iterable<number>): void {
  for (const node of nodes) work.mark[node] = base + BLOCKED;
}

/** A front at level 0. */
export function startFront(search: Search, ends: Iterable<number>, { code, kinds }: Pick<Front, "code" | "kinds">): Front {
  const queue = search.work.queues[code];
  let tail = 0;
  for (const node of ends) {
    search.work.mark[node] = stampOf(search, { code }, 0);
    queue[tail++] = node;
  }
  return { code, kinds, queue, head: 0, tail, level: 0, levelStart: [0], weighed: 0, weight: 0 };
}

/**
 * Grows a front by one level. Nodes that the other front holds are met instead of taken; once one is met,
 * only further meetings matter. O(slots of the level). Stops early when the meter says so.
 */
export function growFront(search: Search, front: Front): void {
  const { slotStart, slotEnd } = search.snapshot;
  const stamp = stampOf(search, front, front.level + 1);
  const end = front.tail;
  const reach = search.filter.judging ? reachJudged : reachFrom;
  for (let at = front.head; at < end; at++) {
    const node = front.queue[at]!;
    if (!search.meter.spend(slotEnd[node]! - slotStart[node]!)) break;
    reach(search, front, { node, stamp });
  }
  front.head = end;
  front.level++;
  front.levelStart.push(end);
  front.weighed = end;
  front.weight = 0;
}

function reachFrom(search: Search, front: Front, { node, stamp }: { node: number; stamp: number }): void {
  const { snapshot, work, base, met } = search;
  const { slotStart, slotEnd, slotNode, slotWay } = snapshot;
  const { mark } = work;
  const { kinds, queue } = front;
  const opposite = 1 - front.code;
  const end = slotEnd[node]!;
  let tail = front.tail;
  for (let slot = slotStart[node]!; slot < end; slot++) {
    if (((kinds >>> (slotWay[slot]! & KIND_MASK)) & 1) === 0) continue;
    const other = slotNode[slot]!;
    const seen = mark[other]!;
    const isKnown = seen >= base;
    if (isKnown ? (seen & CODE_MASK) !== opposite : met.length > 0) continue;
    if (isKnown) {
      mark[other] = base + MET;
      met.push(other);
    } else if (mayPass(search, other)) {
      mark[other] = stamp;
      queue[tail++] = other;
    }
  }
  front.tail = tail;
}

/** `reachFrom` where links are judged: by relation first, which the slots themselves tell. */
function reachJudged(search: Search, front: Front, { node, stamp }: { node: number; stamp: number }): void {
  const { snapshot, filter, work, base, met } = search;
  const { slotStart, slotEnd, slotNode, slotWay, slotHint } = snapshot;
  const { mark } = work;
  const { kinds, queue } = front;
  const { relationHints, asksBeyondRelation } = filter;
  const opposite = 1 - front.code;
  const end = slotEnd[node]!;
  let tail = front.tail;
  for (let slot = slotStart[node]!; slot < end; slot++) {
    if (relationHints !== null && relationHints[slotHint[slot]! & RELATION_HINT] === 0) continue;
    const other = slotNode[slot]!;
    const seen = mark[other]!;
    const isKnown = seen >= base;
    const isDone = isKnown ? (seen & CODE_MASK) !== opposite : met.length > 0;
    if (isDone || ((kinds >>> (slotWay[slot]! & KIND_MASK)) & 1) === 0 || (asksBeyondRelation && !filter.admitsSlot(slot)))
      continue;
    if (isKnown) {
      mark[other] = base + MET;
      met.push(other);
    } else if (mayPass(search, other)) {
      mark[other] = stamp;
      queue[tail++] = other;
    }
  }
  front.tail = tail;
}

/** Whether the question lets a path pass the node; one that it bars is blocked from then on. */
function mayPass({ inside, work, base }: Search, node: number): boolean {
  if (inside === null || !inside.bars(node)) return true;
  work.mark[node] = base + BLOCKED;
  return false;
}

/** Whether the front can take one more step: a walkable slot leads to a node that it does not hold. */
export function canGrow(search: Search, front: Front): boolean {
  for (let at = front.head; at < front.tail; at++) if (leadsOn(search, front, front.queue[at]!)) return true;
  return false;
}

function leadsOn({ snapshot, filter, inside, work, meter, base }: Search, { code, kinds }: Front, node: number): boolean {
  const { slotStart, slotEnd, slotNode } = snapshot;
  if (!meter.spend(slotEnd[node]! - slotStart[node]!)) return true;
  for (let slot = slotStart[node]!; slot < slotEnd[node]!; slot++) {
    const seen = work.mark[slotNode[slot]!]!;
    if (seen >= base && (seen & CODE_MASK) !== 1 - code) continue;
    if (filter.walksSlot(kinds, slot) && inside?.bars(slotNode[slot]!) !== true) return true;
  }
  return false;
}

/**
 * The front whose last level has fewer slots to look at; on a tie the first. Sums up the slots of both
 * levels in step and stops when one is done: O(nodes of the lighter level).
 */
export function lighterFront<T extends Weighed>({ slotStart, slotEnd }: Pick<Snapshot, "slotStart" | "slotEnd">, a: T, b: T): T {
  while (true) {
    if (a.weighed === a.tail && a.weight <= b.weight) return a;
    if (b.weighed === b.tail && b.weight < a.weight) return b;
    const least = b.weighed === b.tail || (a.weighed < a.tail && a.weight <= b.weight) ? a : b;
    const node = least.queue[least.weighed++]!;
    least.weight += 1 + slotEnd[node]! - slotStart[node]!;
  }
}
