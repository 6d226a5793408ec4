import type { LinkFilter } from "../graph/link-filter.ts";
import type { Snapshot } from "../graph/snapshot.ts";
import type { EntityFilter } from "./entity-filter.ts";
import type { Meter } from "./meter.ts";
import { stampsAt, workArrays } from "./work-arrays.ts";

/** Where a connecting network may lie. */
export interface ConnectGround {
  readonly snapshot: Snapshot;
  readonly filter: LinkFilter;
  readonly meter: Meter;
  readonly entities: EntityFilter;
  /** In ascending order, each once; two or more. */
  readonly named: readonly number[];
  /** `seen[node]` less `base`, where that is not below 0: OPEN or SHUT. */
  readonly seen: Int32Array;
  readonly base: number;
  /** Nodes found to be open. */
  reached: number;
}

const OPEN = 0;
const SHUT = 1;

/** More than the steps of a search take together: none of them starts the stamps anew, and forgets what is open. */
const STAMPS_OF_A_QUESTION = 1_000_000;

export function connectGround(
  parts: Pick<ConnectGround, "snapshot" | "filter" | "meter" | "entities" | "named">,
  avoid: readonly number[],
): ConnectGround {
  const work = workArrays(parts.snapshot, STAMPS_OF_A_QUESTION);
  const base = work.nextStamp;
  work.nextStamp += 4;
  const seen = stampsAt(work, 0);
  for (const node of avoid) seen[node] = base + SHUT;
  for (const node of parts.named) seen[node] = base + OPEN;
  return { ...parts, seen, base, reached: parts.named.length };
}

/** Whether the network may hold the node: one that is named, or that fits. Asked of nodes that a link which qualifies leads to. */
export function isOpen(ground: ConnectGround, node: number): boolean {
  const { seen, base, entities } = ground;
  const known = seen[node]! - base;
  if (known >= 0) return known === OPEN;
  const open = !entities.binding || entities.fits(node);
  seen[node] = base + (open ? OPEN : SHUT);
  if (open) ground.reached++;
  else entities.pass(node);
  return open;
}

export function degreeOf({ snapshot: { slotStart, slotEnd } }: Pick<ConnectGround, "snapshot">, node: number): number {
  return slotEnd[node]! - slotStart[node]!;
}

/** Nodes that one link away may be in the network, in ascending order, each once. */
export function openNeighbours(ground: ConnectGround, node: number): number[] {
  const { snapshot, filter } = ground;
  const { slotStart, slotEnd, slotNode } = snapshot;
  const found: number[] = [];
  for (let slot = slotStart[node]!; slot < slotEnd[node]!; slot++) {
    const other = slotNode[slot]!;
    if (other !== found.at(-1) && filter.walksSlot(filter.either, slot) && isOpen(ground, other)) found.push(other);
  }
  return found;
}
