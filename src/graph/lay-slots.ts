import { AGAINST, ALONG, LINK_SHIFT, type Snapshot } from "./snapshot.ts";

type Ends = Pick<Snapshot, "links" | "linkFrom" | "linkTo">;

/** What is known of each link before it has slots. */
interface LinkMarks {
  /** The low bits of the slot at the subject's end. */
  readonly kinds: Uint8Array;
  readonly hints: Uint16Array;
}

/**
 * Fills a snapshot's slots, in order of (node, other node, link). Each link gives its two slots, which keeps them in order of
 * link; then they are sorted by the other end and by the node, each in two passes of a radix sort (Knuth, The Art of Computer
 * Programming 3, 5.2.5): a pass writes to few places at a time, which a scatter over all nodes would not. O(nodes + links).
 */
export function laySlots(snapshot: Snapshot, marks: LinkMarks): void {
  const { nodes, slots } = snapshot;
  const [slotNode, slotWay] = [snapshot.slotNode.subarray(0, slots), snapshot.slotWay.subarray(0, slots)];
  const slotHint = snapshot.slotHint.subarray(0, slots);
  fillRanges(snapshot);
  const laid: Slots = { node: new Uint32Array(slots), other: slotNode, way: slotWay, hint: slotHint };
  const spare = newSlots(slots);
  fillByLink(laid, snapshot, marks);
  const digit = Math.ceil(Math.log2(Math.max(2, nodes)) / 2);
  pass(laid, spare, { by: "other", shift: 0, digit });
  pass(spare, laid, { by: "other", shift: digit, digit });
  pass(laid, spare, { by: "node", shift: 0, digit });
  pass(spare, laid, { by: "node", shift: digit, digit });
}

interface Slots {
  readonly node: Uint32Array;
  readonly other: Uint32Array;
  readonly way: Uint32Array;
  readonly hint: Uint16Array;
}

function newSlots(slots: number): Slots {
  const column = () => new Uint32Array(slots);
  return { node: column(), other: column(), way: column(), hint: new Uint16Array(slots) };
}

function fillByLink({ node, other, way, hint }: Slots, { links, linkFrom, linkTo }: Ends, { kinds, hints }: LinkMarks): void {
  for (let link = 0, slot = 0; link < links; link++) {
    const from = linkFrom[link]!;
    const to = linkTo[link]!;
    if (from === to) continue;
    const along = (link << LINK_SHIFT) | kinds[link]!;
    node[slot] = other[slot + 1] = from;
    other[slot] = node[slot + 1] = to;
    way[slot] = along;
    way[slot + 1] = turned(along);
    hint[slot] = hint[slot + 1] = hints[link]!;
    slot += 2;
  }
}

interface Digit {
  readonly by: "node" | "other";
  readonly shift: number;
  /** Bits of it. */
  readonly digit: number;
}

/** Copies slots in order of one digit, those with the same in the order in which they were. */
function pass(from: Slots, to: Slots, { by, shift, digit }: Digit): void {
  const { node, other, way, hint } = from;
  const key = from[by];
  const mask = 2 ** digit - 1;
  const next = new Uint32Array(mask + 2);
  for (let slot = 0; slot < key.length; slot++) next[((key[slot]! >>> shift) & mask) + 1]!++;
  for (let value = 0; value < mask; value++) next[value + 1]! += next[value]!;
  for (let slot = 0; slot < key.length; slot++) {
    const at = next[(key[slot]! >>> shift) & mask]!++;
    to.node[at] = node[slot]!;
    to.other[at] = other[slot]!;
    to.way[at] = way[slot]!;
    to.hint[at] = hint[slot]!;
  }
}

/** Where the slots of each node begin and end: one range after the other. `slotEnd` is all 0. */
function fillRanges({ nodes, links, linkFrom, linkTo, slotStart, slotEnd }: Snapshot): void {
  for (let link = 0; link < links; link++) {
    if (linkFrom[link] === linkTo[link]) continue;
    slotEnd[linkFrom[link]!]!++;
    slotEnd[linkTo[link]!]!++;
  }
  for (let node = 0, slot = 0; node < nodes; node++) {
    slotStart[node] = slot;
    slot += slotEnd[node]!;
    slotEnd[node] = slot;
  }
}

/** The same link seen from its other end: ALONG and AGAINST change places. */
export function turned(way: number): number {
  return (way & ~(ALONG | AGAINST)) | ((way & ALONG) << 1) | ((way & AGAINST) >> 1);
}
