import type { EntityId, EntityTypeId, RelationId } from "../base/ids.ts";
import { type Conditions, type Direction, noConditions } from "../graph/conditions.ts";

/** Anything that can be asked of the graph: one request type for page, HTTP, command line and library. Plain JSON. */
export type Question = PathQuestion | AroundQuestion | ConnectQuestion | CommonQuestion | BearingQuestion | PatternQuestion;

/** What every question says, beside its conditions on links and claims. */
interface Asked extends Conditions {
  /** Milliseconds at most. */
  readonly budgetMs: number;
}

/** Conditions on the entities inside a path, those that the question does not name (R26). */
export interface Inside {
  /** Only entities of these types, or kinds of them; empty for all. */
  readonly types: readonly EntityTypeId[];
  readonly notTypes: readonly EntityTypeId[];
  /** Entities that must not be touched. */
  readonly avoid: readonly EntityId[];
  /** No hubs: only entities with at most so many links in the whole case; null for any. */
  readonly maxDegree: number | null;
}

/** Two sides to be linked. Each has at least one entity. */
export interface Sides {
  readonly from: readonly EntityId[];
  readonly to: readonly EntityId[];
  /** Every entity of these types belongs to the side, too, unless the other side names it. */
  readonly fromTypes: readonly EntityTypeId[];
  readonly toTypes: readonly EntityTypeId[];
}

/** Conditions on a path as a whole. */
export interface Along {
  /** Hops at most; null for no bound. */
  readonly maxHops: number | null;
  /** Entities that the path must pass; in this order where `viaOrdered`. */
  readonly via: readonly EntityId[];
  readonly viaOrdered: boolean;
  /** `same`: one source carries every hop. `different`: no two hops need the same source. */
  readonly sourcesAlong: SourcesAlong;
  /** The steps follow one another in time, forward or backward; null when time does not matter. */
  readonly timeOrder: TimeOrder | null;
  /** Days at most between a step and the next; only with `timeOrder`. */
  readonly maxGap: number | null;
}

export const sourcesAlongChoices = ["any", "same", "different"] as const;
export type SourcesAlong = (typeof sourcesAlongChoices)[number];

export const timeOrders = ["forward", "backward"] as const;
export type TimeOrder = (typeof timeOrders)[number];

export interface PathQuestion extends Asked, Inside, Sides, Along {
  readonly ask: "path";
  readonly kind: PathKind;
  /** `k-shortest`: how many. */
  readonly k: number;
  /** `k-shortest`: what makes a path short. */
  readonly by: PathMeasure;
  /** `disjoint`: what no two paths share. */
  readonly apart: Apart;
  /** Paths at most. */
  readonly limit: number;
}

export const pathKinds = ["shortest", "k-shortest", "simple", "cheapest", "strongest", "disjoint", "earliest"] as const;
export type PathKind = (typeof pathKinds)[number];

export const pathMeasures = ["hops", "weight"] as const;
export type PathMeasure = (typeof pathMeasures)[number];

export const apartChoices = ["entities", "links"] as const;
export type Apart = (typeof apartChoices)[number];

/** What lies within some hops of an entity. */
export interface AroundQuestion extends Asked, Inside {
  readonly ask: "around";
  readonly center: EntityId;
  readonly hops: number;
  /** Entities at most. */
  readonly limit: number;
}

/** The smallest network that joins the entities. Links join whichever way they point; `direction` is not heeded. */
export interface ConnectQuestion extends Asked, Inside {
  readonly ask: "connect";
  readonly entities: readonly EntityId[];
  /** Hops at most of a chain that joins two of them; null for no bound. */
  readonly maxHops: number | null;
}

/** Entities that are one step from each of the named, or from at least so many of them. `forward`: the step goes from the named. */
export interface CommonQuestion extends Asked, Inside {
  readonly ask: "common";
  readonly entities: readonly EntityId[];
  /** Null: from all of them. */
  readonly atLeast: number | null;
  readonly limit: number;
}

/** Which claim, source, link or entity, if it fell, would cut the two sides from one another. */
export interface BearingQuestion extends Asked, Inside, Sides, Along {
  readonly ask: "bearing";
}

/** A small graph with holes; every way to fill them. */
export interface PatternQuestion extends Asked {
  readonly ask: "pattern";
  readonly nodes: readonly PatternNode[];
  readonly edges: readonly PatternEdge[];
  readonly avoid: readonly EntityId[];
  /** Matches at most. */
  readonly limit: number;
}

export interface PatternNode {
  /** What the hole is called in the answer; unlike any other's. */
  readonly name: string;
  /** The entity that stands there; null for a hole. */
  readonly entity: EntityId | null;
  /** Types that fit the hole, kinds of them included; empty for any. */
  readonly types: readonly EntityTypeId[];
}

export interface PatternEdge {
  /** Positions in `nodes`; never the same. */
  readonly from: number;
  readonly to: number;
  /** Relations that fit; empty for those that the question's conditions allow. */
  readonly relations: readonly RelationId[];
  readonly direction: Direction;
}

const inside = { types: [], notTypes: [], avoid: [], maxDegree: null } as const satisfies Inside;

const along = {
  maxHops: null,
  via: [],
  viaOrdered: false,
  sourcesAlong: "any",
  timeOrder: null,
  maxGap: null,
} as const satisfies Along;

const asked = { ...noConditions, budgetMs: 5000 };

export const pathDefaults = {
  ...asked,
  ...inside,
  ...along,
  ask: "path",
  fromTypes: [],
  toTypes: [],
  kind: "shortest",
  k: 5,
  by: "hops",
  apart: "entities",
  limit: 100,
} as const satisfies Partial<PathQuestion>;

export const aroundDefaults = {
  ...asked,
  ...inside,
  ask: "around",
  hops: 1,
  limit: 10_000,
} as const satisfies Partial<AroundQuestion>;

export const connectDefaults = { ...asked, ...inside, ask: "connect", maxHops: null } as const satisfies Partial<ConnectQuestion>;

export const commonDefaults = {
  ...asked,
  ...inside,
  ask: "common",
  atLeast: null,
  limit: 1000,
} as const satisfies Partial<CommonQuestion>;

export const bearingDefaults = {
  ...asked,
  ...inside,
  ...along,
  ask: "bearing",
  fromTypes: [],
  toTypes: [],
} as const satisfies Partial<BearingQuestion>;

export const patternDefaults = { ...asked, ask: "pattern", avoid: [], limit: 1000 } as const satisfies Partial<PatternQuestion>;
