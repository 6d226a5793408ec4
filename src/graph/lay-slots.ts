import { freeArrays } from "../base/free-arrays.ts";
import { largeArray } from "../base/large-array.ts";
import { AGAINST, ALONG, LINK_SHIFT, type Snapshot } from "./snapshot.ts";

type Ends = Pick<Snapshot, "links" | "linkFrom" | "linkTo">;

/** What is known of each link before it has slots. */
interface LinkMarks {
  /** The low bits of the slot at the subject's end. */
  readonly kinds: Uint8Array;
  readonly hints: Uint16Array;
}

/** Slots that are sorted at a time, unless a node has more: an eighth of all, so that what sorting needs beside them is small. */
const FEWEST_AT_ONCE = 2 ** 18;
const PARTS = 8;

/**
 * Fills a snapshot's slots, in order of (node, other node, link), for one range of nodes after the other. Each link gives its two
 * slots, which keeps them in order of link; then they are sorted by the other end and by the node, each in two passes of a radix sort
 * (Knuth, The Art of Computer Programming 3, 5.2.5): a pass writes to few places at a time, which a scatter over all nodes would not.
 * O(nodes + links).
 */
export function laySlots(snapshot: Snapshot, marks: LinkMarks): void {
  const { nodes, slots, slotStart, slotEnd } = snapshot;
  fillRanges(snapshot);
  const most = Math.max(FEWEST_AT_ONCE, Math.ceil(slots / PARTS));
  for (let first = 0; first < nodes; ) {
    let end = first + 1;
    while (end < nodes && slotEnd[end]! - slotStart[first]! <= most) end++;
    layRange(snapshot, marks, { first, end });
    first = end;
  }
}

/** Nodes from one to before another. */
interface NodeRange {
  readonly first: number;
  readonly end: number;
}

function layRange(snapshot: Snapshot, marks: LinkMarks, range: NodeRange): void {
  const [start, end] = [snapshot.slotStart[range.first]!, snapshot.slotEnd[range.end - 1]!];
  const [other, way] = [snapshot.slotNode.subarray(start, end), snapshot.slotWay.subarray(start, end)];
  const laid: Slots = { node: largeArray(Uint32Array, end - start), other, way, hint: snapshot.slotHint.subarray(start, end) };
  const spare = newSlots(end - start);
  fillByLink(laid, { snapshot, marks, range });
  const digit = Math.ceil(Math.log2(Math.max(2, snapshot.nodes)) / 2);
  pass(laid, spare, { by: "other", shift: 0, digit });
  pass(spare, laid, { by: "other", shift: digit, digit });
  pass(laid, spare, { by: "node", shift: 0, digit });
  pass(spare, laid, { by: "node", shift: digit, digit });
  freeArrays([laid.node, ...Object.values(spare)]);
}

interface Slots {
  readonly node: Uint32Array;
  readonly other: Uint32Array;
  readonly way: Uint32Array;
  readonly hint: Uint16Array;
}

function newSlots(slots: number): Slots {
  const column = () => largeArray(Uint32Array, slots);
  return { node: column(), other: column(), way: column(), hint: largeArray(Uint16Array, slots) };
}

interface RangeFilling {
  readonly snapshot: Ends;
  readonly marks: LinkMarks;
  readonly range: NodeRange;
}

function fillByLink({ node, other, way, hint }: Slots, { snapshot, marks, range }: RangeFilling): void {
  const { links, linkFrom, linkTo } = snapshot;
  const { kinds, hints } = marks;
  const { first, end } = range;
  for (let link = 0, slot = 0; link < links; link++) {
    const from = linkFrom[link]!;
    const to = linkTo[link]!;
    if (from === to) continue;
    const along = (link << LINK_SHIFT) | kinds[link]!;
    if (from >= first && from < end) {
      node[slot] = from;
      other[slot] = to;
      way[slot] = along;
      hint[slot++] = hints[link]!;
    }
    if (to >= first && to < end) {
      node[slot] = to;
      other[slot] = from;
      way[slot] = turned(along);
      hint[slot++] = hints[link]!;
    }
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
