import { entityId } from "../base/ids.ts";
import { BadInput } from "../base/problem.ts";
import type { Entity } from "../claims/entity.ts";
import type { CaseStore } from "../store/case-store.ts";
import { spaceOf, worldSpace } from "./id-space.ts";

/**
 * The entity that a text names: by id; as `id@space`; by its id as a file of another space has it; by exact name or alias, case and accents
 * ignored; or as `type:name`. A merged entity gives the one that stands for it. Throws BadInput, kind `ambiguous` with
 * all that match, or `not-found` with the nearest names. An id is always that entity's own; but where a text was `typed` that
 * is also written so in files of other spaces, all of them are offered.
 */
export function findEntity(store: CaseStore, text: string, how: "as-given" | "typed" = "as-given"): Entity {
  if (text === "" || !text.isWellFormed()) throw new BadInput(`entity: wanted an id or a name, got ${shorten(text)}`);
  const byId = store.entity(entityId(text));
  if (byId !== undefined && how === "as-given") return standIn(store, byId);
  const named = store.entitiesNamed(text);
  const found = distinct(store, candidatesFor(store, text, { byId, named }));
  const [only] = found;
  if (only === undefined) throw notFound(store, text);
  if (found.length > 1) throw ambiguous(text, found);
  return only;
}

function candidatesFor(
  store: CaseStore,
  text: string,
  { byId, named }: { readonly byId: Entity | undefined; readonly named: readonly Entity[] },
): readonly Entity[] {
  const written = named.filter((entity) => entity.written === text);
  if (byId !== undefined) return [byId, ...written];
  const inSpace = entityInSpace(store, text);
  if (inSpace !== null) return [inSpace];
  if (written.length > 0) return written;
  return named.length > 0 ? named : namedWithType(store, text);
}

/** `7@company-register`: the entity that is written 7 in that space, where it has the id here too. */
function entityInSpace(store: CaseStore, text: string): Entity | null {
  const at = text.lastIndexOf("@");
  const entity = at < 1 ? undefined : store.entity(entityId(text.slice(0, at)));
  return entity !== undefined && spaceOf(entity) === text.slice(at + 1) ? entity : null;
}

function namedWithType(store: CaseStore, text: string): Entity[] {
  const colon = text.indexOf(":");
  if (colon < 1) return [];
  const type = text.slice(0, colon).toLowerCase();
  return store.entitiesNamed(text.slice(colon + 1)).filter((entity) => entity.type.toLowerCase() === type);
}

function distinct(store: CaseStore, entities: readonly Entity[]): Entity[] {
  return [...new Map(entities.map((entity) => standIn(store, entity)).map((entity) => [entity.id, entity])).values()];
}

function standIn(store: CaseStore, entity: Entity): Entity {
  const head = store.representative(entity.id);
  return (head === entity.id ? undefined : store.entity(head)) ?? entity;
}

function ambiguous(text: string, found: readonly Entity[]): BadInput {
  const lines = found
    .slice(0, 10)
    .map(({ id, type, name, space }) => `${type}:${shorten(name)} (id ${shorten(idToSay(text, { id, space }))})`);
  const more = found.length > 10 ? `, and ${found.length - 10} more` : "";
  return new BadInput(`entity: ${shorten(text)} names ${found.length}: ${lines.join(", ")}${more}`, {
    kind: "ambiguous",
    candidates: found.map(({ id }) => id),
  });
}

/** What names it and no other: its id, with its space where others are written so. */
function idToSay(text: string, { id, space }: Pick<Entity, "id"> & { readonly space: string | undefined }): string {
  return id === text ? `${id}@${space ?? worldSpace}` : id;
}

function notFound(store: CaseStore, text: string): BadInput {
  const colon = text.indexOf(":");
  const words = [text, text.slice(colon + 1), ...text.split(/\s+/u)].filter((part) => part.length > 2);
  const hits = new Map(words.flatMap((part) => store.search(part, { limit: 3 })).map(({ entity }) => [entity.id, entity]));
  const near = [...hits.values()].slice(0, 3);
  const hint = near.length === 0 ? "" : `; near: ${near.map(({ type, name }) => `${name} (${type})`).join(", ")}`;
  return new BadInput(`entity: wanted an id or a name in ${store.name}, got ${shorten(text)}${hint}`, {
    kind: "not-found",
    candidates: near.map(({ id }) => id),
  });
}

/** Quoted, on one line, at most 80 characters. */
export function shorten(text: string): string {
  const line = JSON.stringify(text);
  return line.length > 80 ? `${line.slice(0, 79)}…"` : line;
}
