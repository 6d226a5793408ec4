import type { Reliability } from "../claims/source.ts";
import { reliabilities } from "../claims/source.ts";
import type { PackedIds } from "./packed-ids.ts";
import type { SnapshotRoom } from "./snapshot-room.ts";
import type { SnapshotTail } from "./snapshot-tail.ts";

/**
 * A whole case as typed arrays: what the path engine sees. All columns are views of one buffer (`openSnapshot`), so that it
 * moves between threads, or is shared by them, as it is; strings are kept apart in `SnapshotNames`. Frozen, until
 * `patchSnapshot` takes it: then the next one has its place.
 *
 * Nodes are 0 … nodes-1 in order of entity id (code units), sources in order of source id, so that ties broken by index are
 * ties broken by id. Links 0 … links-1 are in order of link id, as long as none has changed (`tail`): who puts links in order
 * uses `link-order.ts`. Layout: `SnapshotColumns`.
 */
export interface Snapshot extends SnapshotCounts, SnapshotColumns {
  readonly buffer: ArrayBufferLike;
  readonly room: SnapshotRoom;
  /** What has changed since the columns were laid; null for nothing. */
  readonly tail: SnapshotTail | null;
}

export interface SnapshotCounts {
  readonly nodes: number;
  readonly links: number;
  readonly claims: number;
  /** Ends of links at nodes: two per link, none of a self-loop, which no path walks. */
  readonly slots: number;
  /** Distinct voices: (source, origin, speaker). */
  readonly voices: number;
  /** Distinct pairs of when a claim held and when it was said. */
  readonly whens: number;
  /** Distinct spans of time. */
  readonly spans: number;
  /** Distinct weights of claims. */
  readonly weighings: number;
  /** Claims that weigh other than 1. */
  readonly weighted: number;
  readonly sources: number;
}

/**
 * The neighbours of node `n` are the slots `slotStart[n]` … `slotEnd[n]`, in order of (other
 * node, link): parallel links lie side by side. `slotNode` is the other end, `slotWay` the link with
 * what a search asks first, so that a slot is dismissed without touching the link's own columns:
 *
 *     bits 5-31  link
 *     bits 2-4   standing of the link by all its claims, as `standingRank`
 *     bit  1     the step from n to the other end goes against the link's direction
 *     bit  0     the step goes along it; a symmetric relation has both bits
 *
 * `slotHint` says more of the link, for the price of reading on:
 *
 *     bits 8-15  one for each remainder by 8 of the sources of its claims
 *     bits 0-7   its relation's remainder by 256
 *
 * The claims of link `l` are `claimStart[l]` … `claimStart[l + 1]`, in the order in which they came. What many
 * claims have alike stands once, in the voices, whens, spans and weights. `claimVoice` is the voice with what else is
 * asked first:
 *
 *     bits 7-31  voice
 *     bit  6     ECHO
 *     bit  5     QUOTED
 *     bits 2-4   credibility, 0 for none
 *     bits 0-1   stance, an index into `stances`
 */
export interface SnapshotColumns {
  readonly slotStart: Uint32Array;
  readonly slotEnd: Uint32Array;
  readonly slotNode: Uint32Array;
  readonly slotWay: Uint32Array;
  readonly slotHint: Uint16Array;
  /** Per node: index into `names.types`. */
  readonly nodeType: Uint16Array;
  /** Per node the first node of its part: of those that it is joined with at all, whatever links say and whichever way they point. */
  readonly nodePart: Uint32Array;
  /** Per link: its ends, and its relation as an index into `names.relations`. */
  readonly linkFrom: Uint32Array;
  readonly linkTo: Uint32Array;
  readonly linkRelation: Uint16Array;
  /** links + 1 */
  readonly claimStart: Uint32Array;
  readonly claimVoice: Uint32Array;
  /** Per claim: index into `whenDuring` and `whenSaid`; 0 for one without dates. */
  readonly claimWhen: Uint32Array;
  /** Per claim: index into `weighing`; 0 where it has none of its own. */
  readonly claimWeight: Uint32Array;
  /** The weights, each finite and above 0; the first is 1. */
  readonly weighing: Float64Array;
  /** Per voice: index into `names.sources`. */
  readonly voiceSource: Uint32Array;
  /** The source in which its words began: claims of one origin count once. */
  readonly voiceOrigin: Uint32Array;
  /** Node of the speaker, or NO_NODE where the source speaks in its own voice. */
  readonly voiceSpeaker: Uint32Array;
  /** Per when: the span in which it held, and in which it was said, or NO_SPAN. */
  readonly whenDuring: Uint32Array;
  readonly whenSaid: Uint32Array;
  /** Per span, in days since 1970: the first and last day that it may mean, an approximate end wider by its own width. */
  readonly spanFirst: Int32Array;
  readonly spanLast: Int32Array;
  /** From when to when it lasts whatever its ends turn out to be: the start's latest day, the end's earliest. */
  readonly spanSureFirst: Int32Array;
  readonly spanSureLast: Int32Array;
  /** 1 where an end is approximate or uncertain, so that nothing is certain about it. */
  readonly spanLoose: Uint8Array;
  /** Per source: index into `reliabilities`, or UNGRADED. */
  readonly sourceReliability: Uint8Array;
}

export const NO_NODE = 0xffff_ffff;
export const NO_SPAN = 0xffff_ffff;
export const UNGRADED = 255;

/** Days without end, before and after. Dates further off than 5.8 million years are cut to the day beside them. */
export const ALWAYS_BEFORE = -(2 ** 31);
export const ALWAYS_AFTER = 2 ** 31 - 1;

/** Links at most: a slot has 27 bits for one. */
export const MAX_LINKS = 2 ** 27;

/** Relations at most: a number of 16 bits. */
export const MAX_RELATIONS = 2 ** 16;

export const ALONG = 1;
export const AGAINST = 2;
/** `slotWay >>> LINK_SHIFT` is the link. */
export const LINK_SHIFT = 5;
/** `slotWay & KIND_MASK` is the standing and the ways: 0 … 31. */
export const KIND_MASK = 31;
export const STANDING_SHIFT = 2;

/** `slotHint & RELATION_HINT` is the relation's remainder. */
export const RELATION_HINT = 255;

/** Voices at most: a claim has 25 bits for one. */
export const MAX_VOICES = 2 ** 25;
/** `claimVoice >>> VOICE_SHIFT` is the voice. */
export const VOICE_SHIFT = 7;
/** `claimVoice & STANCE_MASK` is the stance. */
export const STANCE_MASK = 3;
/** `(claimVoice >>> CREDIBILITY_SHIFT) & 7` is the credibility. */
export const CREDIBILITY_SHIFT = 2;
/** The claim quotes its source, and the quote has its place in the text. */
export const QUOTED = 32;
/** The claim relays another, or its source derives from another. */
export const ECHO = 64;

/**
 * The texts that belong to a snapshot, each list in the order of its indices; plain data. The id of a link follows from its ends
 * and its relation (`linkIdOf`), those of claims are found where the claims are (`ClaimIds`).
 */
export interface SnapshotNames {
  readonly entities: PackedIds;
  readonly relations: readonly string[];
  /** Per relation its family. */
  readonly families: readonly string[];
  readonly sources: readonly string[];
  readonly types: readonly string[];
  /** Per type: itself and every type that it is a kind of, nearest first. */
  readonly kinds: readonly (readonly string[])[];
}

/** Index into `names.sources`. */
export function sourceOfClaim({ claimVoice, voiceSource }: Pick<Snapshot, "claimVoice" | "voiceSource">, claim: number): number {
  return voiceSource[claimVoice[claim]! >>> VOICE_SHIFT]!;
}

/** Index into `names.sources` of the source in which its words began. */
export function originOfClaim({ claimVoice, voiceOrigin }: Pick<Snapshot, "claimVoice" | "voiceOrigin">, claim: number): number {
  return voiceOrigin[claimVoice[claim]! >>> VOICE_SHIFT]!;
}

/** A node, or NO_NODE. */
export function speakerOfClaim(
  { claimVoice, voiceSpeaker }: Pick<Snapshot, "claimVoice" | "voiceSpeaker">,
  claim: number,
): number {
  return voiceSpeaker[claimVoice[claim]! >>> VOICE_SHIFT]!;
}

/** Index into `stances`. */
export function stanceOfClaim({ claimVoice }: Pick<Snapshot, "claimVoice">, claim: number): number {
  return claimVoice[claim]! & STANCE_MASK;
}

/** The span in which it held, or NO_SPAN. */
export function duringOfClaim({ claimWhen, whenDuring }: Pick<Snapshot, "claimWhen" | "whenDuring">, claim: number): number {
  return whenDuring[claimWhen[claim]!]!;
}

/** As the snapshot keeps it; UNGRADED for null. */
export function reliabilityRank(reliability: Reliability | null): number {
  return reliability === null ? UNGRADED : reliabilities.indexOf(reliability);
}
