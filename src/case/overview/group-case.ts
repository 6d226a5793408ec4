import type { EntityId, EntityTypeId } from "../../base/ids.ts";
import type { BuiltSnapshot } from "../../graph/build-snapshot.ts";
import { communitiesOf } from "../../graph/communities.ts";
import { mapCommunities } from "../../graph/map-communities.ts";
import { idAt } from "../../graph/packed-ids.ts";

/** The communities of a case, by ids: names may change without it. */
export interface GroupedCase {
  readonly revision: number;
  /** When they were worked out, ISO 8601, UTC. */
  readonly at: string;
  /** Entities and links of the case then. */
  readonly entities: number;
  readonly links: number;
  readonly count: number;
  readonly entitiesOff: number;
  readonly largest: readonly {
    readonly size: number;
    readonly links: number;
    /** Most linked first. */
    readonly members: readonly EntityId[];
    readonly types: readonly (readonly [type: EntityTypeId, entities: number])[];
  }[];
  /** By places in `largest`. */
  readonly bundles: readonly {
    readonly a: number;
    readonly b: number;
    readonly links: number;
    readonly standings: readonly number[];
  }[];
}

interface GroupOptions {
  readonly revision: number;
  readonly at: string;
  readonly cancelled: () => boolean;
}

/** What a canvas shows well, with names that do not collide. */
const mostCommunities = 40;
/** Of each as many as are put on the canvas at once at most. */
export const mostMembers = 500;

/** Null once it was cancelled. Cost: `communitiesOf`. */
export function groupCase({ snapshot, names }: BuiltSnapshot, { revision, at, cancelled }: GroupOptions): GroupedCase | null {
  const communities = communitiesOf(snapshot, cancelled);
  if (communities === null) return null;
  const map = mapCommunities(snapshot, communities, { most: mostCommunities, members: mostMembers });
  return {
    revision,
    at,
    entities: snapshot.nodes,
    links: snapshot.links,
    count: map.count,
    entitiesOff: map.entitiesOff,
    largest: map.largest.map(({ size, inside, members, types }) => ({
      size,
      links: inside,
      members: members.map((node) => idAt(names.entities, node) as EntityId),
      types: types.map(([type, entities]) => [names.types[type] as EntityTypeId, entities] as const),
    })),
    bundles: map.bundles,
  };
}
