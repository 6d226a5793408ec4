import type { SnapshotNames } from "./snapshot.ts";

/**
 * A graph as plain columns: what `laySnapshot` lays out. Indices follow `names`; the order of nodes, links and sources
 * must be that of their ids (code units), since ties are broken by index. What is left out has its default.
 */
export interface LinkColumns {
  readonly names: SnapshotNames;
  /** Per relation: 1 where it goes both ways. Default: none does. */
  readonly symmetric?: Uint8Array;
  /** Per node: index into `names.types`. Default: the first. */
  readonly nodeType?: Uint16Array;
  readonly linkFrom: Uint32Array;
  readonly linkTo: Uint32Array;
  readonly linkRelation: Uint16Array;
  /** links + 1: where each link's claims begin; each has at least one. Default: one claim per link. */
  readonly claimStart?: Uint32Array;
  readonly claimSource: Uint32Array;
  /** The source in which its words began. Default: its source. */
  readonly claimOrigin?: Uint32Array;
  /** A node, or NO_NODE. Default: the source speaks in its own voice. */
  readonly claimSpeaker?: Uint32Array;
  /** Packed as in the snapshot. Default: asserted, ungraded, neither quote nor echo. */
  readonly claimBits?: Uint8Array;
  /** Partial intervals (EDTF), each once. What is none of them is no date. */
  readonly dates?: readonly string[];
  /** Index into `dates`, or NO_SPAN. Default: undated. */
  readonly claimDuring?: Uint32Array;
  readonly claimSaid?: Uint32Array;
  /** What is no finite number above 0 weighs 1. Default: all weigh 1. */
  readonly claimWeight?: Float64Array;
  /** Per source: index into `reliabilities`, or UNGRADED. Default: ungraded. */
  readonly sourceReliability?: Uint8Array;
}
