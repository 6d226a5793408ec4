import { stances } from "../claims/claim.ts";
import { standings } from "../claims/standing.ts";
import type { BuiltSnapshot } from "./build-snapshot.ts";
import { checkAscending } from "./check-columns.ts";
import { turned } from "./lay-slots.ts";
import { checkIds, countIds } from "./packed-ids.ts";
import {
  ALONG,
  CREDIBILITY_SHIFT,
  KIND_MASK,
  LINK_SHIFT,
  NO_NODE,
  NO_SPAN,
  type Snapshot,
  type SnapshotColumns,
  STANCE_MASK,
  STANDING_SHIFT,
  UNGRADED,
  VOICE_SHIFT,
} from "./snapshot.ts";

/** A column, how many of its values were laid, and below what each must be; `none` may stand, too. `shift`: where the number begins. */
interface Bounded {
  readonly name: keyof SnapshotColumns;
  readonly length: number;
  readonly below: number;
  readonly none?: number;
  readonly shift?: number;
}

/**
 * Throws RangeError where a snapshot from elsewhere holds a number that leads out of it, or an order that is none: whatever the
 * bytes are, a search on what passes ends, and reads nothing but the snapshot. O(nodes + links + claims).
 */
export function checkSnapshot({ snapshot, names }: BuiltSnapshot): void {
  const { nodes, links, claims, sources } = snapshot;
  for (const [what, wanted, got] of [
    ["entities", nodes, countIds(names.entities)],
    ["sources", sources, names.sources.length],
    ["families", names.relations.length, names.families.length],
    ["kinds", names.types.length, names.kinds.length],
  ] as const)
    if (wanted !== got) throw new RangeError(`snapshot: wanted ${wanted} ${what}, got ${got}`);
  checkAscending("sources", names.sources);
  checkIds(names.entities);
  for (const bounded of boundsOf({ snapshot, names })) checkBounded(snapshot, bounded);
  checkSlots(snapshot);
  checkStarts(snapshot.claimStart, links, claims);
  checkMarks(snapshot);
}

function boundsOf({ snapshot, names }: BuiltSnapshot): readonly Bounded[] {
  const { nodes, links, claims, slots, voices, whens, spans, weighings, sources } = snapshot;
  const [relations, types] = [names.relations.length, names.types.length];
  return [
    { name: "slotNode", length: slots, below: nodes },
    { name: "slotWay", length: slots, below: links, shift: LINK_SHIFT },
    { name: "nodeType", length: nodes, below: types },
    { name: "nodePart", length: nodes, below: nodes },
    { name: "linkFrom", length: links, below: nodes },
    { name: "linkTo", length: links, below: nodes },
    { name: "linkRelation", length: links, below: relations },
    { name: "claimVoice", length: claims, below: voices, shift: VOICE_SHIFT },
    { name: "claimWhen", length: claims, below: whens },
    { name: "claimWeight", length: claims, below: weighings },
    { name: "voiceSource", length: voices, below: sources },
    { name: "voiceOrigin", length: voices, below: sources },
    { name: "voiceSpeaker", length: voices, below: nodes, none: NO_NODE },
    { name: "whenDuring", length: whens, below: spans, none: NO_SPAN },
    { name: "whenSaid", length: whens, below: spans, none: NO_SPAN },
    { name: "spanLoose", length: spans, below: 2 },
    { name: "sourceReliability", length: sources, below: 6, none: UNGRADED },
  ];
}

function checkBounded(snapshot: Snapshot, { name, length, below, none = -1, shift = 0 }: Bounded): void {
  const column = snapshot[name];
  for (let at = 0; at < length; at++) {
    const value = column[at]! >>> shift;
    if (value >= below && value !== none) throw new RangeError(`snapshot: wanted ${name} below ${below}, got ${value} at ${at}`);
  }
}

/** Each node's slots lie one after the other, in order of (other end, link); each link has one at either end, which say the same. */
function checkSlots(snapshot: Snapshot): void {
  const { nodes, slots, slotStart, slotEnd } = snapshot;
  const ends = new SlotEnds(snapshot);
  let slot = 0;
  for (let node = 0; node < nodes; node++) {
    const end = slotEnd[node]!;
    if (slotStart[node] !== slot || end < slot || end > slots) throw misplaced(slot);
    for (const first = slot; slot < end; slot++) if (!ends.takes(slot, node, first)) throw misplaced(slot);
  }
  if (slot !== slots || slots !== 2 * joining(snapshot)) throw misplaced(slot);
}

/** Slots, taken node by node. */
class SlotEnds {
  readonly #slotNode: Uint32Array;
  readonly #slotWay: Uint32Array;
  readonly #slotHint: Uint16Array;
  readonly #linkFrom: Uint32Array;
  readonly #linkTo: Uint32Array;
  /** Per link what its first slot said of it, as seen from its subject. */
  readonly #kinds: Uint8Array;
  readonly #hints: Uint16Array;

  constructor({ slotNode, slotWay, slotHint, linkFrom, linkTo, links }: Snapshot) {
    this.#slotNode = slotNode;
    this.#slotWay = slotWay;
    this.#slotHint = slotHint;
    this.#linkFrom = linkFrom;
    this.#linkTo = linkTo;
    this.#kinds = new Uint8Array(links);
    this.#hints = new Uint16Array(links);
  }

  /** Whether a slot of the node, whose slots begin at `first`, is a link's of the two, comes after the one before it, and says what the other end did. */
  takes(slot: number, node: number, first: number): boolean {
    const other = this.#slotNode[slot]!;
    const way = this.#slotWay[slot]!;
    const link = way >>> LINK_SHIFT;
    const from = this.#linkFrom[link]!;
    const to = this.#linkTo[link]!;
    const isAlong = from === node;
    if (node === other || (isAlong ? to !== other : to !== node || from !== other)) return false;
    if (slot > first && !this.#isAfter(slot - 1, other, link)) return false;
    const kind = (isAlong ? way : turned(way)) & KIND_MASK;
    if (this.#kinds[link] !== 0) return this.#kinds[link] === kind && this.#hints[link] === this.#slotHint[slot];
    this.#kinds[link] = kind;
    this.#hints[link] = this.#slotHint[slot]!;
    return (kind & ALONG) !== 0 && kind >>> STANDING_SHIFT < standings.length;
  }

  #isAfter(before: number, other: number, link: number): boolean {
    const last = this.#slotNode[before]!;
    return last < other || (last === other && this.#slotWay[before]! >>> LINK_SHIFT < link);
  }
}

/** Links between two entities. */
function joining({ links, linkFrom, linkTo }: Snapshot): number {
  let joins = 0;
  for (let link = 0; link < links; link++) if (linkFrom[link] !== linkTo[link]) joins++;
  return joins;
}

function misplaced(slot: number): RangeError {
  return new RangeError(`snapshot: wanted slots of each node in order, got another at ${slot}`);
}

function checkStarts(starts: Uint32Array, links: number, claims: number): void {
  for (let link = 0; link < links; link++)
    if (starts[link]! >= starts[link + 1]!) throw new RangeError(`snapshot: wanted a claim behind link ${link}, got none`);
  if (starts[0] !== 0 || starts[links] !== claims) throw new RangeError("snapshot: wanted claims of links in order, got others");
}

function checkMarks({ claims, claimVoice, weighings, weighing, whens, whenDuring, whenSaid }: Snapshot): void {
  for (let claim = 0; claim < claims; claim++) {
    const word = claimVoice[claim]!;
    if ((word & STANCE_MASK) >= stances.length || ((word >>> CREDIBILITY_SHIFT) & 7) > 6)
      throw new RangeError(`snapshot: wanted a stance and marks, got others at claim ${claim}`);
  }
  for (let at = 0; at < weighings; at++)
    if (!(weighing[at]! > 0 && weighing[at]! < Infinity) || (at === 0 && weighing[0] !== 1))
      throw new RangeError(`snapshot: wanted weights above 0, got ${weighing[at]} at ${at}`);
  if (whens > 0 && (whenDuring[0] !== NO_SPAN || whenSaid[0] !== NO_SPAN))
    throw new RangeError("snapshot: wanted no dates first, got some");
}
