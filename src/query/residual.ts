import { type Ground, mayEnter } from "./ground.ts";
import { pastParallels } from "./past-parallels.ts";
import type { Plan } from "./plan.ts";
import type { Apart } from "./question.ts";
import type { UnitFlow } from "./unit-flow.ts";

/**
 * A node as a search for one more path comes to it: `out`, able to go on by any step; `in`, at a node that a path passes
 * already, where the only way on is to send that path another way.
 */
export type Place = number;

export const outOf = (node: number): Place => 2 * node;
export const into = (node: number): Place => 2 * node + 1;
export const nodeOf = (place: Place): number => place >>> 1;
export const isInto = (place: Place): boolean => (place & 1) === 1;

/** A step of the search: hops that it adds, -1 where it takes a step of another path back. */
export type Visit = (place: Place, hops: -1 | 0 | 1) => void;

export interface Residual {
  readonly plan: Plan;
  readonly apart: Apart;
  readonly flow: UnitFlow;
  readonly starts: ReadonlySet<number>;
  readonly ends: ReadonlySet<number>;
}

/** Every step from a place: by steps that no path uses, and back along those that one does. */
export function eachStep(ground: Ground, residual: Residual, place: Place, visit: Visit): void {
  if (isInto(place)) stepBack(residual, nodeOf(place), visit);
  else {
    stepOn(ground, residual, nodeOf(place), visit);
    if (residual.apart === "links") stepBack(residual, nodeOf(place), visit);
    else if (residual.flow.before(nodeOf(place)).length > 0) visit(into(nodeOf(place)), 0);
  }
}

/** Takes back the step by which a path comes to the node. A first step is not worth taking back: its start is free to all. */
function stepBack({ flow, starts }: Residual, node: number, visit: Visit): void {
  for (const before of flow.before(node)) if (!starts.has(before)) visit(outOf(before), -1);
}

function stepOn(ground: Ground, { apart, flow, starts, ends }: Residual, node: number, visit: Visit): void {
  const { snapshot, filter, meter, guarded } = ground;
  const { slotStart, slotEnd, slotNode } = snapshot;
  const end = slotEnd[node]!;
  const isUsed = flow.touches(node);
  if (!meter.spend(end - slotStart[node]!)) return;
  for (let slot = slotStart[node]!; slot < end; slot++) {
    if (!filter.walksSlot(filter.leaving, slot)) continue;
    const other = slotNode[slot]!;
    slot = pastParallels(slotNode, slot, end) - 1;
    if (starts.has(other) || (guarded && !mayEnter(ground, other))) continue;
    if (isUsed && (flow.has(node, other) || flow.has(other, node))) continue;
    const isTaken = apart === "entities" && !ends.has(other) && flow.touches(other);
    visit(isTaken ? into(other) : outOf(other), 1);
  }
}
