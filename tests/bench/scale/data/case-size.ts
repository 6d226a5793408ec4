export const caseSizeNames = ["small", "medium", "large"] as const;
export type CaseSizeName = (typeof caseSizeNames)[number];

/** Entities of each; five links and seven claims come to each entity. */
export const entitiesOf: { readonly [S in CaseSizeName]: number } = { small: 10_000, medium: 100_000, large: 1_000_000 };

/** What a generated case is drawn from: nothing else decides a byte of it. */
export interface CaseSize {
  readonly entities: number;
  readonly seed: number;
}

export const LINKS_PER_ENTITY = 5;
export const CLAIMS_PER_ENTITY = 7;

/** So many entities of the whole have the biggest hub as their neighbour. */
export function hubNeighbours({ entities }: CaseSize): number {
  return Math.floor(entities / 20);
}

/** Thousands for the large one. */
export function sourcesOf({ entities }: CaseSize): number {
  return Math.max(100, Math.floor(entities / 200));
}
