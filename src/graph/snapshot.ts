/**
 * A whole case as typed arrays: what the path engine sees. Frozen; strings are kept apart in
 * `SnapshotNames`, so the arrays can move to another thread as they are.
 *
 * Layout. Nodes are 0 … nodes-1 in order of entity id (code units), links 0 … links-1 in order of link
 * id, so that ties broken by index are ties broken by id. The claims of link `l` are
 * `claimStart[l]` … `claimStart[l + 1]`, in the order in which they came.
 *
 * The neighbours of node `n` are the slots `slotStart[n]` … `slotStart[n + 1]`, in order of (other
 * node, link): parallel links lie side by side. `slotNode` is the other end, `slotWay` the link with
 * what a search asks first, so that a slot is dismissed without touching the link's own columns:
 *
 *     bits 5-31  link
 *     bits 2-4   standing of the link by all its claims, as `standingRank`
 *     bit  1     the step from n to the other end goes against the link's direction
 *     bit  0     the step goes along it; a symmetric relation has both bits
 *
 * Each link has a slot at both ends. A self-loop has none: no path walks it.
 */
export interface Snapshot {
  readonly nodes: number;
  readonly links: number;
  readonly claims: number;
  /** nodes + 1 */
  readonly slotStart: Uint32Array;
  readonly slotNode: Uint32Array;
  readonly slotWay: Uint32Array;
  /** Per link: its ends, and its relation as an index into `names.relations`. */
  readonly linkFrom: Uint32Array;
  readonly linkTo: Uint32Array;
  readonly linkRelation: Uint32Array;
  /** links + 1 */
  readonly claimStart: Uint32Array;
  /** Index into `names.sources`. */
  readonly claimSource: Uint32Array;
  /** Index of the source in which its words began: claims of one origin count once. */
  readonly claimOrigin: Uint32Array;
  /** Node index of the speaker, or NO_NODE. */
  readonly claimSpeaker: Uint32Array;
  /** Index into `stances`. */
  readonly claimStance: Uint8Array;
}

export const NO_NODE = 0xffff_ffff;

/** Links at most: a slot has 27 bits for one. */
export const MAX_LINKS = 2 ** 27;

export const ALONG = 1;
export const AGAINST = 2;
/** `slotWay >>> LINK_SHIFT` is the link. */
export const LINK_SHIFT = 5;
/** `slotWay & KIND_MASK` is the standing and the ways: 0 … 31. */
export const KIND_MASK = 31;
export const STANDING_SHIFT = 2;

/** The strings that belong to a snapshot, each list in the order of its indices. */
export interface SnapshotNames {
  readonly entities: readonly string[];
  readonly links: readonly string[];
  readonly claims: readonly string[];
  readonly relations: readonly string[];
  readonly sources: readonly string[];
}
