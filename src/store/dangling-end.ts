import { type EntityId, entityTypeId } from "../base/ids.ts";
import type { Entity } from "../claims/entity.ts";

/** The ids of a file whose records come in, as they are in the case. */
export interface IdsInFile {
  /** The space that they are of; null for `world`, and where they are the case's own. */
  readonly space: string | null;
  /** Who made the ids of its claims: the reader, of what they say and where it stands, or whoever wrote the file. */
  readonly claims: "made" | "written";
  /** An entity's id as it is written there. */
  readonly written: (id: EntityId) => string;
}

/** What stands for an entity that claims name and no file declares. */
export function placeholder(id: EntityId, { space, written: writtenOf }: IdsInFile): Entity {
  const written = writtenOf(id);
  return {
    ...{ id, type: entityTypeId("thing"), name: written, aliases: [], description: "", placeholder: true },
    ...(space === null ? {} : { space }),
    ...(written === id ? {} : { written }),
  };
}

/** Of a claim that names entities which are nowhere. */
export function danglingMessage(missing: ReadonlySet<EntityId>, { strict, ids }: DanglingIn): string {
  const done = strict ? "the claim is dropped" : `a placeholder stands for ${missing.size === 1 ? "it" : "each"}`;
  return `wanted an entity that is declared, got ${[...missing].map((id) => ids.written(id).slice(0, 80)).join(" and ")}; ${done}`;
}

interface DanglingIn {
  readonly strict: boolean;
  readonly ids: IdsInFile;
}
