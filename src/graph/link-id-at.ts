import type { EntityId, LinkId, RelationId } from "../base/ids.ts";
import { linkIdOf } from "../claims/link.ts";
import type { BuiltSnapshot } from "./build-snapshot.ts";
import { idAt } from "./packed-ids.ts";

/** The id of a link: it follows from its ends and its relation. */
export function linkIdAt({ snapshot, names }: BuiltSnapshot, link: number): LinkId {
  const { linkFrom, linkTo, linkRelation } = snapshot;
  const [from, to] = [idAt(names.entities, linkFrom[link]!), idAt(names.entities, linkTo[link]!)];
  return linkIdOf(from as EntityId, names.relations[linkRelation[link]!] as RelationId, to as EntityId);
}
