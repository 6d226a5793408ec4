import { compareIds, type LinkId } from "../base/ids.ts";
import type { BuiltSnapshot } from "./build-snapshot.ts";
import { firstSlotTo } from "./count-steps.ts";
import { linkIdAt } from "./link-id-at.ts";
import { LINK_SHIFT, type Snapshot } from "./snapshot.ts";
import type { SnapshotTail } from "./snapshot-tail.ts";

/** One link at one of its ends: the slot that it has there, and the one that it gets. */
export interface SlotEdit {
  readonly node: number;
  readonly other: number;
  readonly id: LinkId;
  /** Link that it was; -1 where it is new. */
  readonly old: number;
  /** Null where it goes. */
  readonly slot: { readonly way: number; readonly hint: number } | null;
}

/** An edit and the slot at which it is made; a new one comes before the slot. */
interface PlacedEdit extends SlotEdit {
  readonly at: number;
}

interface NodePlan {
  readonly node: number;
  /** In order of place. */
  readonly edits: readonly PlacedEdit[];
  /** Slots that the node has then. */
  readonly length: number;
  /** Whether they stay where they are. */
  readonly stays: boolean;
}

/** Edits at one node, made one by one: each moves what is behind it. With more, all is laid anew. */
const FEW_EDITS = 8;

/** How the slots of nodes are brought up to date, in the order of (other node, link id) that they are in. Null when the region has no room. */
export function planSlots(graph: BuiltSnapshot, tail: SnapshotTail, edits: readonly SlotEdit[]): readonly NodePlan[] | null {
  const byNode = new Map<number, SlotEdit[]>();
  for (const edit of edits) {
    const others = byNode.get(edit.node);
    if (others === undefined) byNode.set(edit.node, [edit]);
    else others.push(edit);
  }
  const plans = [...byNode].map(([node, its]) => planNode(graph, tail, { node, edits: its }));
  const wanted = plans.reduce((sum, { length, stays }) => sum + (stays ? 0 : length), 0);
  return tail.next.slots + wanted <= tail.end.slots ? plans : null;
}

function planNode(
  graph: BuiltSnapshot,
  tail: SnapshotTail,
  { node, edits }: { readonly node: number; readonly edits: readonly SlotEdit[] },
): NodePlan {
  const { slotStart, slotEnd } = graph.snapshot;
  const placed = edits.map((edit) => ({ ...edit, at: placeOf(graph, edit) }));
  placed.sort(inOrder);
  const more = edits.reduce((sum, { old, slot }) => sum + Number(slot !== null) - Number(old !== -1), 0);
  const length = slotEnd[node]! - slotStart[node]! + more;
  // Edits are made one by one: those that add may come before those that take away.
  const widest = slotEnd[node]! + edits.filter(({ old }) => old === -1).length;
  const isShort = edits.length <= FEW_EDITS || edits.every(({ old, slot }) => old !== -1 && slot !== null);
  return { node, edits: placed, length, stays: isShort && widest <= (tail.slotsUntil.get(node) ?? -1) };
}

/** A new slot comes before the one at its place; several new ones are in the order that slots are in. */
function inOrder(a: PlacedEdit, b: PlacedEdit): number {
  return a.at - b.at || Number(a.old !== -1) - Number(b.old !== -1) || a.other - b.other || compareIds(a.id, b.id);
}

/** Of a link that is there its slot; of one that is new the slot before which it goes. */
function placeOf(graph: BuiltSnapshot, { node, other, id, old }: SlotEdit): number {
  const { slotEnd, slotNode, slotWay } = graph.snapshot;
  const end = slotEnd[node]!;
  let slot = firstSlotTo(graph.snapshot, node, other);
  const isBefore = (link: number) => (old === -1 ? compareIds(linkIdAt(graph, link), id) < 0 : link !== old);
  while (slot < end && slotNode[slot] === other && isBefore(slotWay[slot]! >>> LINK_SHIFT)) slot++;
  return slot;
}

/** Carries plans out. `slotStart` and `slotEnd` are the thread's own. */
export function writeSlots(snapshot: Snapshot, tail: SnapshotTail, plans: readonly NodePlan[]): void {
  const moved = plans.reduce((sum, { length, stays }) => sum + (stays ? 0 : length), 0);
  let spare = tail.end.slots - tail.next.slots - moved;
  for (const plan of plans) {
    if (plan.stays) editInPlace(snapshot, plan);
    else {
      const room = Math.min(spare, 2 + (plan.length >>> 4));
      spare -= room;
      layAnew(snapshot, tail, { ...plan, room });
    }
  }
}

function editInPlace(snapshot: Snapshot, { node, edits }: NodePlan): void {
  const { slotStart, slotEnd } = snapshot;
  for (const edit of edits.toReversed()) {
    const end = slotEnd[node]!;
    if (edit.slot === null) copySlots(snapshot, [edit.at + 1, end], edit.at);
    else {
      if (edit.old === -1) copySlots(snapshot, [edit.at, end], edit.at + 1);
      putSlot(snapshot, edit.at, edit);
    }
    slotEnd[node] = end + Number(edit.slot !== null) - Number(edit.old !== -1);
  }
  if (slotEnd[node]! < slotStart[node]!) throw new Error(`node ${node}: wanted slots that end after they start`);
}

/** Behind the slots of the tail, with room for more. */
function layAnew(
  snapshot: Snapshot,
  tail: SnapshotTail,
  { node, edits, length, room }: NodePlan & { readonly room: number },
): void {
  const { slotStart, slotEnd } = snapshot;
  const start = tail.next.slots;
  let [from, to] = [slotStart[node]!, start];
  for (const edit of edits) {
    copySlots(snapshot, [from, edit.at], to);
    to += edit.at - from;
    from = edit.at + Number(edit.old !== -1);
    if (edit.slot !== null) putSlot(snapshot, to++, edit);
  }
  copySlots(snapshot, [from, slotEnd[node]!], to);
  slotStart[node] = start;
  slotEnd[node] = start + length;
  tail.next.slots = start + length + room;
  tail.slotsUntil.set(node, tail.next.slots);
}

function putSlot({ slotNode, slotWay, slotHint }: Snapshot, at: number, { other, slot }: SlotEdit): void {
  slotNode[at] = other;
  slotWay[at] = slot!.way;
  slotHint[at] = slot!.hint;
}

function copySlots({ slotNode, slotWay, slotHint }: Snapshot, [from, end]: readonly [number, number], to: number): void {
  for (const column of [slotNode, slotWay, slotHint]) column.copyWithin(to, from, end);
}
