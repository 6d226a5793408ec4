import { type EntityId, entityTypeId } from "../base/ids.ts";
import type { Entity } from "../claims/entity.ts";

/** What stands for an entity that claims name and no file declares. */
export function placeholder(id: EntityId): Entity {
  return { id, type: entityTypeId("thing"), name: id, aliases: [], description: "", placeholder: true };
}

/** Of a claim that names entities which are nowhere. */
export function danglingMessage(missing: ReadonlySet<EntityId>, { strict }: { readonly strict: boolean }): string {
  const done = strict ? "the claim is dropped" : `a placeholder stands for ${missing.size === 1 ? "it" : "each"}`;
  return `wanted an entity that is declared, got ${[...missing].map((id) => id.slice(0, 80)).join(" and ")}; ${done}`;
}
