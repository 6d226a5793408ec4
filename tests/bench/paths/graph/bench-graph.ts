/**
 * A graph that every engine is built from, as plain columns. No link joins a node to itself, and no two have
 * subject, relation and object alike. The claims of link `l` are `claimStart[l]` … `claimStart[l + 1]`; one of them at least
 * does not deny, so that an engine without claims may walk every link. Weights are sixteenths: sums of them are exact.
 */
export interface BenchGraph extends BenchColumns {
  readonly shape: Shape;
  readonly nodes: number;
  readonly links: number;
  readonly claims: number;
  readonly sources: number;
}

export interface BenchColumns {
  readonly linkFrom: Uint32Array;
  readonly linkTo: Uint32Array;
  /** 0 … RELATIONS-1 */
  readonly linkRelation: Uint8Array;
  /** The least weight of the link's claims that do not deny. */
  readonly linkWeight: Float32Array;
  /** links + 1 */
  readonly claimStart: Uint32Array;
  readonly claimSource: Uint32Array;
  readonly claimOrigin: Uint32Array;
  /** A node, or NOBODY. */
  readonly claimSpeaker: Uint32Array;
  /** ASSERTS, ALLEGES or DENIES. */
  readonly claimStance: Uint8Array;
  readonly claimWeight: Float32Array;
  /** When it held: an index into the spans, or NO_SPAN. */
  readonly claimSpan: Uint32Array;
  /** Per span its first and last day, in days since 1970. */
  readonly spanFirst: Int32Array;
  readonly spanLast: Int32Array;
}

export const shapes = ["scale-free", "clustered"] as const;
export type Shape = (typeof shapes)[number];

export const RELATIONS = 8;
export const NOBODY = 0xffff_ffff;
export const NO_SPAN = 0xffff_ffff;
export const ASSERTS = 0;
export const ALLEGES = 1;
export const DENIES = 2;

/** How many of each a graph has. */
export interface GraphSize {
  readonly name: SizeName;
  readonly nodes: number;
  readonly links: number;
}

export const sizeNames = ["small", "medium", "large"] as const;
export type SizeName = (typeof sizeNames)[number];

export const sizes: { readonly [N in SizeName]: GraphSize } = {
  small: { name: "small", nodes: 10_000, links: 40_000 },
  medium: { name: "medium", nodes: 100_000, links: 500_000 },
  large: { name: "large", nodes: 1_000_000, links: 5_000_000 },
};
