import type { Carried, Carrier } from "./carrier.ts";
import { type Ground, mayEnter, UNREACHABLE } from "./ground.ts";
import type { Harvest } from "./harvest.ts";
import { pastParallels } from "./past-parallels.ts";
import type { Round, RoundOptions } from "./path-round.ts";
import type { Plan } from "./plan.ts";

/** Hops that a trail needs at least from a node past the `via` that remain to an end. */
export type Onward = (node: number, remaining: number) => number;

export interface CarefulRound {
  readonly plan: Plan;
  readonly carrier: Carrier;
  readonly onward: Onward;
  /** The least length beyond this round's that a path may have for all that `onward` knows; UNREACHABLE when it knows all. */
  readonly next: number;
  /** Told of each node that the search enters. */
  readonly see: (node: number) => void;
}

/** The path that is being walked. Entry `d` of each list belongs to its node after `d` hops. */
interface Trail {
  readonly nodes: number[];
  /** The next slot to look at. */
  readonly slots: number[];
  readonly carried: Carried[];
  next: number;
}

/**
 * Every path of exactly `hops` hops under the conditions on the path as a whole, in lexicographic order, depth-first: each
 * trail carries what those conditions have made of it (iterative deepening A*, Korf 1985). Nodes on the trail are off while
 * they are on it.
 */
export function carefulRound(ground: Ground, round: CarefulRound, { hops, mostLinks, harvest }: RoundOptions): Round {
  const { meter, off, offStamp } = ground;
  const trail: Trail = { nodes: [], slots: [], carried: [], next: round.next };
  for (const start of round.plan.from) {
    const carried = off[start] === offStamp ? null : round.carrier.begin(start);
    if (carried === null) continue;
    const least = round.onward(start, carried.remaining);
    if (least > hops) {
      trail.next = Math.min(trail.next, least);
      continue;
    }
    round.see(start);
    enter(ground, trail, { node: start, carried });
    while (trail.nodes.length > 0 && !harvest.isOver && meter.stopped === null && meter.links < mostLinks)
      goOn(ground, round, { trail, hops, harvest });
    if (trail.nodes.length > 0) break;
  }
  const cutShort = trail.nodes.length > 0 && !harvest.isOver;
  while (trail.nodes.length > 0) leave(ground, trail);
  return { next: trail.next, cutShort };
}

interface Going {
  readonly trail: Trail;
  readonly hops: number;
  readonly harvest: Harvest;
}

/** One step on, or back where there is none. */
function goOn(ground: Ground, round: CarefulRound, { trail, hops, harvest }: Going): void {
  const room = hops - trail.nodes.length;
  const step = nextStep(ground, round, { trail, room });
  if (step === null) {
    leave(ground, trail);
    return;
  }
  round.see(step.node);
  if (room > 0) enter(ground, trail, step);
  else {
    harvest.take([...trail.nodes, step.node], round.carrier.arrival(step.carried));
    // The end may be passed by a longer path to another end.
    if (round.plan.to.length > 1) trail.next = Math.min(trail.next, hops + 1);
  }
}

interface Step {
  readonly node: number;
  readonly carried: Carried;
}

function enter({ snapshot: { slotStart, slotEnd }, meter, off, offStamp }: Ground, trail: Trail, { node, carried }: Step): void {
  off[node] = offStamp;
  trail.nodes.push(node);
  trail.slots.push(slotStart[node]!);
  trail.carried.push(carried);
  meter.spend(slotEnd[node]! - slotStart[node]!);
}

function leave({ off }: Ground, { nodes, slots, carried }: Trail): void {
  off[nodes.pop()!] = 0;
  slots.pop();
  carried.pop();
}

interface Stepping {
  readonly trail: Trail;
  /** Hops that are left after the step. */
  readonly room: number;
}

/** The next node to which the trail can go on; null when there is none. */
function nextStep(ground: Ground, round: CarefulRound, { trail, room }: Stepping): Step | null {
  const { snapshot, filter, off, offStamp } = ground;
  const { slotEnd, slotNode } = snapshot;
  const depth = trail.nodes.length - 1;
  const node = trail.nodes[depth]!;
  const end = slotEnd[node]!;
  for (let slot = trail.slots[depth]!; slot < end; slot++) {
    const other = slotNode[slot]!;
    if (off[other] === offStamp || !filter.walksSlot(filter.leaving, slot) || !mayEnter(ground, other)) continue;
    const found = tryStep(round, { trail, other, room });
    slot = pastParallels(slotNode, slot, end) - 1;
    if (found === null) continue;
    trail.slots[depth] = slot + 1;
    return found;
  }
  trail.slots[depth] = end;
  return null;
}

function tryStep(round: CarefulRound, { trail, other, room }: Stepping & { readonly other: number }): Step | null {
  const { plan, carrier, onward } = round;
  const depth = trail.nodes.length - 1;
  const before = trail.carried[depth]!;
  const remaining = carrier.pass(before.remaining, other);
  if (remaining === -1 || (room > 0 && plan.to.length === 1 && plan.to[0] === other)) return null;
  const least = onward(other, remaining);
  if (least >= UNREACHABLE) return null;
  if (least > room) {
    trail.next = Math.min(trail.next, depth + 1 + least);
    return null;
  }
  const carried = carrier.step(before, { from: trail.nodes[depth]!, to: other, remaining });
  return carried === null ? null : { node: other, carried };
}
