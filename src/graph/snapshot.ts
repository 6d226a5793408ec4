/**
 * A whole case as typed arrays: what the path engine sees. Frozen; strings are kept apart in
 * `SnapshotNames`, so the arrays can move to another thread as they are.
 *
 * Layout. Nodes are 0 … nodes-1 in order of entity id (code units), links 0 … links-1 in order of link
 * id, so that ties broken by index are ties broken by id. The neighbours of node `n` are the slots
 * `slotStart[n]` … `slotStart[n + 1]`: `slotLink` is the link, `slotNode` the other end. Each link has a
 * slot at both ends; a self-loop has none and is never walked. Slots of a node are in order of
 * (other node, link). The claims of link `l` are `claimStart[l]` … `claimStart[l + 1]`.
 */
export interface Snapshot {
  readonly nodes: number;
  readonly links: number;
  readonly claims: number;
  /** nodes + 1 */
  readonly slotStart: Uint32Array;
  readonly slotLink: Uint32Array;
  readonly slotNode: Uint32Array;
  /** Per link: its ends, its relation (index into `names.relations`), 1 when the relation is symmetric. */
  readonly linkFrom: Uint32Array;
  readonly linkTo: Uint32Array;
  readonly linkRelation: Uint16Array;
  readonly linkSymmetric: Uint8Array;
  /** Standing by all claims, as `standingRank`. */
  readonly linkStanding: Uint8Array;
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

/** The strings that belong to a snapshot, each list in the order of its indices. */
export interface SnapshotNames {
  readonly entities: readonly string[];
  readonly links: readonly string[];
  readonly claims: readonly string[];
  readonly relations: readonly string[];
  readonly sources: readonly string[];
}
