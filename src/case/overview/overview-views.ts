import type { EntityId, EntityTypeId, RelationId, SourceId } from "../../base/ids.ts";
import type { Link } from "../../claims/link.ts";
import type { Standing } from "../../claims/standing.ts";
import type { NamedEntity } from "../views.ts";

/** `clew overview CASE --json`, `GET /api/overview`: the shape of a case that is too large to be drawn. */
export interface OverviewView {
  readonly revision: number;
  readonly entities: number;
  readonly links: number;
  /** Claims behind links. */
  readonly claims: number;
  /** Entities without a link. */
  readonly isolated: number;
  /** Most first, ties by id. */
  readonly types: readonly { readonly type: EntityTypeId; readonly entities: number }[];
  readonly relations: readonly { readonly relation: RelationId; readonly links: number }[];
  /** All five, strongest first. */
  readonly standings: readonly StandingCount[];
  /** The most linked, and of each type the most linked few: most links first, ties by id. */
  readonly hubs: readonly HubView[];
  readonly time: {
    /** Claims behind links by when they held, by when they were said, by when their source was published; null where none is dated. */
    readonly held: TimeView | null;
    readonly said: TimeView | null;
    readonly published: TimeView | null;
  };
  readonly sources: {
    readonly count: number;
    /** Those with the most claims. */
    readonly largest: readonly { readonly id: SourceId; readonly title: string; readonly claims: number }[];
  };
  /** Null while they are being worked out. */
  readonly communities: CommunitiesView | null;
}

export interface StandingCount {
  readonly standing: Standing;
  readonly links: number;
}

export interface HubView extends NamedEntity {
  readonly links: number;
}

export interface TimeView {
  /** How long a stretch is. */
  readonly step: "month" | "year" | "5 years" | "10 years" | "50 years" | "100 years";
  /** In order; `when` is a date or an interval (`2014`, `2010/2014`, `2014-03`). A claim counts in each stretch in which it held. */
  readonly stretches: readonly { readonly when: string; readonly claims: number }[];
  readonly before: number;
  readonly after: number;
}

export interface CommunitiesView {
  /** Of the case as they were worked out, when that was, and how many revisions came since. */
  readonly revision: number;
  readonly at: string;
  readonly changesSince: number;
  /** All of at least two entities. */
  readonly count: number;
  /** Entities in communities that are not among the largest. */
  readonly entitiesOff: number;
  readonly largest: readonly CommunityView[];
  /** Links between two of the largest, most links first. */
  readonly bundles: readonly BundleView[];
}

export interface CommunityView {
  /** Its most linked entity, by which it is asked for. */
  readonly id: EntityId;
  readonly entities: number;
  /** Links inside it. */
  readonly links: number;
  /** Its most linked few. */
  readonly members: readonly NamedEntity[];
  /** Its most frequent few. */
  readonly types: readonly { readonly type: EntityTypeId; readonly entities: number }[];
}

export interface BundleView {
  readonly a: EntityId;
  readonly b: EntityId;
  readonly links: number;
  readonly standings: readonly StandingCount[];
}

/** `GET /api/part`: as much of a large case as can be drawn. */
export interface PartView {
  readonly revision: number;
  /** Entities that could be shown; `entities` are the first of them. */
  readonly total: number;
  /** `around`: the entity, then its neighbours, most linked first. Of a community its most linked; of a time those with the most claims. */
  readonly entities: readonly (NamedEntity & { readonly degree: number })[];
  /** Every link between two of them, in order of id. */
  readonly links: readonly Link[];
}

/** `GET /api/entities`: some of a list. */
export interface EntityList {
  readonly revision: number;
  readonly total: number;
  /** Most linked first, ties by id. */
  readonly entities: readonly (NamedEntity & { readonly degree: number })[];
}
