import { type Ground, OFF, UNREACHABLE } from "./hop-distances.ts";
import type { Plan } from "./plan.ts";
import type { ViaBound } from "./via-bound.ts";

export interface RoundOptions {
  readonly bound: ViaBound;
  /** Length of the paths looked for; shorter ones are known not to exist. */
  readonly hops: number;
  /** Gathers the nodes reached. */
  readonly seen: Set<number>;
  /** The meter's links at which the round is cut short. */
  readonly most: number;
}

export interface Round {
  /** At most `limit` + 1. */
  readonly paths: readonly (readonly number[])[];
  /** Per path, the product of the links that qualify at each hop. */
  readonly linkSequences: readonly bigint[];
  /** The least length beyond this round's that a path may have; UNREACHABLE when there is none. */
  readonly next: number;
  /** Work or time ran out before the round was done. */
  readonly cutShort: boolean;
}

/** The path that is being walked: entry `d` of each list belongs to its node after `d` hops. */
interface Trail {
  readonly nodes: number[];
  /** The next slot to look at. */
  readonly slots: number[];
  /** `via` not yet passed, as bits. */
  readonly remaining: number[];
  /** Links that qualify for the step to the node. */
  readonly links: number[];
}

/** One round: every path of exactly `hops` hops, in lexicographic order. Nodes on the trail are OFF while they are on it. */
export function depthFirstWithin(ground: Ground, plan: Plan, options: RoundOptions): Round {
  const { meter, flags } = ground;
  const { bound, hops, seen, most } = options;
  const bits = new Map(plan.via.map((node, at) => [node, 1 << at]));
  const ends = new Set(plan.to);
  const trail: Trail = { nodes: [], slots: [], remaining: [], links: [] };
  const found = { paths: [] as number[][], linkSequences: [] as bigint[], next: UNREACHABLE, cutShort: false };
  const enter = ({ node, links }: Step, before: number): boolean => {
    const remaining = before & ~(bits.get(node) ?? 0);
    const least = trail.nodes.length + bound.onward(node, remaining);
    if (least > hops) {
      found.next = Math.min(found.next, least);
      return true;
    }
    seen.add(node);
    push(ground, trail, { node, links, remaining });
    if (remaining !== 0 || !ends.has(node)) return meter.links < most;
    found.paths.push([...trail.nodes]);
    found.linkSequences.push(trail.links.reduce((product, each) => product * BigInt(each), 1n));
    pop(ground, trail);
    return found.paths.length <= plan.limit;
  };
  for (const start of plan.from) {
    if ((flags[start]! & OFF) !== 0) continue;
    let goesOn = enter({ node: start, links: 1 }, (1 << plan.via.length) - 1);
    while (goesOn && trail.nodes.length > 0 && meter.stopped === null) {
      const step = nextStep(ground, trail);
      if (step === null) pop(ground, trail);
      else goesOn = enter(step, trail.remaining.at(-1)!);
    }
    if (trail.nodes.length > 0 || !goesOn) {
      found.cutShort = found.paths.length <= plan.limit;
      while (trail.nodes.length > 0) pop(ground, trail);
      break;
    }
  }
  return found;
}

interface Step {
  readonly node: number;
  readonly links: number;
}

function push({ snapshot, flags, meter }: Ground, trail: Trail, { node, links, remaining }: Step & { remaining: number }): void {
  flags[node]! |= OFF;
  trail.nodes.push(node);
  trail.slots.push(snapshot.slotStart[node]!);
  trail.remaining.push(remaining);
  trail.links.push(links);
  meter.spend(snapshot.slotStart[node + 1]! - snapshot.slotStart[node]!);
}

function pop({ flags }: Ground, trail: Trail): void {
  flags[trail.nodes.pop()!]! &= ~OFF;
  trail.slots.pop();
  trail.remaining.pop();
  trail.links.pop();
}

/** The next node that a walkable link leads to from the trail's last, with how many do; null when there is no further one. */
function nextStep({ snapshot, filter, flags }: Ground, { nodes, slots }: Trail): Step | null {
  const { slotStart, slotNode, slotWay } = snapshot;
  const last = nodes.length - 1;
  const end = slotStart[nodes[last]! + 1]!;
  let slot = slots[last]!;
  while (slot < end) {
    const node = slotNode[slot]!;
    let links = 0;
    for (; slot < end && slotNode[slot] === node; slot++) if (filter.walks(filter.leaving, slotWay[slot]!)) links++;
    if (links === 0 || (flags[node]! & OFF) !== 0) continue;
    slots[last] = slot;
    return { node, links };
  }
  slots[last] = end;
  return null;
}
