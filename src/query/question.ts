import type { EntityId, RelationId, SourceId } from "../base/ids.ts";
import type { Standing } from "../claims/standing.ts";

/** What is asked about paths: one request type for page, HTTP, command line and library. Plain JSON. */
export interface PathQuestion {
  readonly from: readonly EntityId[];
  readonly to: readonly EntityId[];
  readonly kind: PathKind;
  /** Hops at most; null for no bound. */
  readonly maxHops: number | null;
  /** Paths at most. */
  readonly limit: number;
  /** Milliseconds at most. */
  readonly budgetMs: number;
  readonly direction: Direction;
  /** Only these relations; empty for all. */
  readonly relations: readonly RelationId[];
  /** Weakest standing that is walked; null for any but denied. */
  readonly standing: Standing | null;
  /** Entities that the path must pass, in any order. */
  readonly via: readonly EntityId[];
  /** Entities that the path must not touch. */
  readonly avoid: readonly EntityId[];
  /** Sources whose claims are taken away before standing is computed. */
  readonly notSources: readonly SourceId[];
  /** Walk links that are only denied. */
  readonly includeDenied: boolean;
}

export const pathKinds = ["shortest"] as const;
export type PathKind = (typeof pathKinds)[number];

export const directions = ["any", "forward", "backward"] as const;
export type Direction = (typeof directions)[number];

/** A neighbourhood: the same constraints, from one entity. */
export interface AroundQuestion
  extends Pick<
    PathQuestion,
    "direction" | "relations" | "standing" | "avoid" | "notSources" | "includeDenied" | "limit" | "budgetMs"
  > {
  readonly center: EntityId;
  /** Hops at most. */
  readonly hops: number;
}

export const pathDefaults = {
  kind: "shortest",
  maxHops: null,
  limit: 100,
  budgetMs: 5000,
  direction: "any",
  relations: [],
  standing: null,
  via: [],
  avoid: [],
  notSources: [],
  includeDenied: false,
} as const satisfies Partial<PathQuestion>;

export const aroundDefaults = {
  hops: 1,
  limit: 10_000,
  budgetMs: 5000,
  direction: "any",
  relations: [],
  standing: null,
  avoid: [],
  notSources: [],
  includeDenied: false,
} as const satisfies Partial<AroundQuestion>;
