import type { EntityId, EntityTypeId } from "../base/ids.ts";
import type { LinkEnds } from "../claims/link.ts";
import type { GraphClaimRow, GraphSourceRow } from "./build-snapshot.ts";

/** What has changed in a case since a snapshot of it was made: as it is now, whatever lay between. */
export interface GraphPatch {
  /** Links whose claims, or what is known of them, may be others. Each once. */
  readonly links: readonly TouchedLink[];
  /** Entities that may have come, gone, or changed their type. Each once. */
  readonly entities: readonly TouchedEntity[];
  /** Sources whose grade may be another. */
  readonly sources: readonly GraphSourceRow[];
}

export interface TouchedLink {
  readonly ends: LinkEnds;
  /** In force, by id; none: the link is no more. */
  readonly claims: readonly GraphClaimRow[];
}

export interface TouchedEntity {
  readonly id: EntityId;
  /** Null: it is no node. */
  readonly type: EntityTypeId | null;
}
