import { stances } from "../claims/claim.ts";
import { standings } from "../claims/standing.ts";
import type { BuiltSnapshot } from "./build-snapshot.ts";
import { checkAscending } from "./check-columns.ts";
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

const stands = standings.length;

/** A column, how many of its values were laid, and below what each must be; `none` may stand, too. */
interface Bounded {
  readonly name: keyof SnapshotColumns;
  readonly length: number;
  readonly below: number;
  readonly none?: number;
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
  const { nodes, links, claims, voices, whens, spans, weighings, sources } = snapshot;
  const [relations, types] = [names.relations.length, names.types.length];
  return [
    { name: "nodeType", length: nodes, below: types },
    { name: "nodePart", length: nodes, below: nodes },
    { name: "linkFrom", length: links, below: nodes },
    { name: "linkTo", length: links, below: nodes },
    { name: "linkRelation", length: links, below: relations },
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

function checkBounded(snapshot: Snapshot, { name, length, below, none = -1 }: Bounded): void {
  const column = snapshot[name];
  const at =
    column instanceof Uint32Array ? beyondInWords(column, { length, below, none }) : beyond(column, { length, below, none });
  if (at !== -1) throw new RangeError(`snapshot: wanted ${name} below ${below}, got ${column[at]} at ${at}`);
}

interface Bound {
  readonly length: number;
  readonly below: number;
  readonly none: number;
}

/** The first place of what is not below the bound; -1 for none. */
function beyond(column: SnapshotColumns[keyof SnapshotColumns], { length, below, none }: Bound): number {
  for (let at = 0; at < length; at++) if (column[at]! >= below && column[at] !== none) return at;
  return -1;
}

/** Likewise in the kind of column that most are, which the compiler then knows. */
function beyondInWords(column: Uint32Array, { length, below, none }: Bound): number {
  for (let at = 0; at < length; at++) if (column[at]! >= below && column[at] !== none) return at;
  return -1;
}

/** Each node's slots lie one after the other, in order of (other end, link); each link has one at either end, which say the same. */
function checkSlots(snapshot: Snapshot): void {
  const { nodes, links, slots, slotStart, slotEnd, slotNode, slotWay, slotHint, linkFrom, linkTo } = snapshot;
  // A small object of these few: to look them up in the snapshot, node after node, takes longer than to read the slots.
  const columns = { links, slotStart, slotEnd, slotNode, slotWay, slotHint };
  const told = toldOf(snapshot);
  let slot = 0;
  for (let node = 0; node < nodes; node++) {
    const end = slotEnd[node]!;
    if (slotStart[node] !== slot || end < slot || end > slots || !takeSlots(columns, node, told)) throw misplaced(slot);
    slot = end;
  }
  let joins = 0;
  for (let link = 0; link < links; link++) {
    if (linkFrom[link] !== linkTo[link]) joins++;
    if (told[3 * link + 2] !== 0) throw new RangeError(`snapshot: wanted the same at either end of link ${link}, got two`);
  }
  if (slot !== slots || slots !== 2 * joins) throw misplaced(slot);
}

/** Per link its subject, its object, and what its slots said of it: side by side, since slots lead to links anywhere in memory. */
function toldOf({ links, linkFrom, linkTo }: Snapshot): Uint32Array {
  const told = new Uint32Array(3 * links);
  for (let link = 0, at = 0; link < links; link++, at += 3) {
    told[at] = linkFrom[link]!;
    told[at + 1] = linkTo[link]!;
  }
  return told;
}

type SlotColumns = Pick<Snapshot, "links" | "slotStart" | "slotEnd" | "slotNode" | "slotWay" | "slotHint">;

/**
 * Whether the slots of a node are of links between it and the other end, one after the other in order, so that a link has one of them
 * at most. What they say of a link, as seen from its subject, is told of it: 0 again once both ends have said the same. Nothing
 * branches by what is looked up but where a slot is wrong, so that the processor need not wait for it before it looks up the next.
 */
function takeSlots(
  { links, slotStart, slotEnd, slotNode, slotWay, slotHint }: SlotColumns,
  node: number,
  told: Uint32Array,
): boolean {
  const first = slotStart[node]!;
  const end = slotEnd[node]!;
  let lastOther = 0;
  let lastLink = 0;
  for (let slot = first; slot < end; slot++) {
    const other = slotNode[slot]!;
    const way = slotWay[slot]!;
    const link = way >>> LINK_SHIFT;
    if (slot > first && !(other > lastOther || (other === lastOther && link > lastLink))) return false;
    if (other === node || link >= links) return false;
    const at = 3 * link;
    const from = told[at]! ^ node;
    const to = told[at + 1]! ^ node;
    // 1 where the node is not the subject: then the ways of the slot are exchanged (`turned`).
    const isObject = (from | -from) >>> 31;
    const exchanged = (way ^ (way >>> 1)) & isObject;
    const kind = (way ^ (exchanged | (exchanged << 1))) & KIND_MASK;
    const isNeither = isObject & ((to | -to) >>> 31);
    if ((isNeither | (from ^ to ^ node ^ other)) !== 0 || (kind & ALONG) === 0 || kind >>> STANDING_SHIFT >= stands) return false;
    told[at + 2]! ^= kind | (slotHint[slot]! << LINK_SHIFT);
    lastOther = other;
    lastLink = link;
  }
  return true;
}

function misplaced(slot: number): RangeError {
  return new RangeError(`snapshot: wanted slots of each node in order, got another at ${slot}`);
}

function checkStarts(starts: Uint32Array, links: number, claims: number): void {
  for (let link = 0; link < links; link++)
    if (starts[link]! >= starts[link + 1]!) throw new RangeError(`snapshot: wanted a claim behind link ${link}, got none`);
  if (starts[0] !== 0 || starts[links] !== claims) throw new RangeError("snapshot: wanted claims of links in order, got others");
}

function checkMarks({ claims, claimVoice, voices, weighings, weighing, whens, whenDuring, whenSaid }: Snapshot): void {
  for (let claim = 0; claim < claims; claim++) {
    const word = claimVoice[claim]!;
    if ((word & STANCE_MASK) >= stances.length || ((word >>> CREDIBILITY_SHIFT) & 7) > 6)
      throw new RangeError(`snapshot: wanted a stance and marks, got others at claim ${claim}`);
    if (word >>> VOICE_SHIFT >= voices)
      throw new RangeError(`snapshot: wanted claimVoice below ${voices}, got ${word >>> VOICE_SHIFT} at ${claim}`);
  }
  for (let at = 0; at < weighings; at++)
    if (!(weighing[at]! > 0 && weighing[at]! < Infinity) || (at === 0 && weighing[0] !== 1))
      throw new RangeError(`snapshot: wanted weights above 0, got ${weighing[at]} at ${at}`);
  if (whens > 0 && (whenDuring[0] !== NO_SPAN || whenSaid[0] !== NO_SPAN))
    throw new RangeError("snapshot: wanted no dates first, got some");
}
