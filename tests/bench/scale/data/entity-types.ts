import type { CaseSize } from "./case-size.ts";
import { countries } from "./countries.ts";
import { about, Draws } from "./draws.ts";

/** Types of the built-in ontology, and which share of the entities has them. Countries come first and are counted. */
const shares = [
  ["country", 0],
  ["person", 0.46],
  ["company", 0.17],
  ["organization", 0.05],
  ["public-body", 0.02],
  ["armed-group", 0.01],
  ["media", 0.01],
  ["city", 0.02],
  ["facility", 0.02],
  ["place", 0.01],
  ["event", 0.03],
  ["attack", 0.02],
  ["trial", 0.02],
  ["meeting", 0.02],
  ["group", 0.01],
  ["document", 0.07],
  ["asset", 0.055],
  ["thing", 0.005],
] as const;

export type EntityType = (typeof shares)[number][0];
export const entityTypes: readonly EntityType[] = shares.map(([type]) => type);

/** Entities that stand for the end of a link that no file declared. */
export const placeholderType: EntityType = "thing";

export function countriesOf({ entities }: CaseSize): number {
  return Math.min(countries.length, Math.floor(entities / 50));
}

/** Index into `entityTypes` of each entity; a twin has the type of the entity that it is another record of. */
export function drawnTypes(size: CaseSize): Uint8Array {
  const draws = new Draws(size.seed);
  const types = new Uint8Array(size.entities);
  for (let entity = countriesOf(size); entity < size.entities; entity++) {
    const twin = twinOf(size, entity, draws);
    types[entity] = twin === null ? drawnType(draws.key(about.entityType, entity)) : types[twin]!;
  }
  return types;
}

function drawnType(draws: Draws): number {
  let left = draws.unit();
  const type = shares.findIndex(([, share]) => {
    left -= share;
    return left < 0;
  });
  return type === -1 ? 1 : type;
}

const TWINS = 0.002;
const TWIN_REACH = 15;

/** The entity, near by in the list, that this one is another record of; null for most. */
export function twinOf(size: CaseSize, entity: number, draws: Draws): number | null {
  if (!isTwin(size, entity, draws)) return null;
  const twin = entity - 1 - draws.below(TWIN_REACH);
  return isTwin(size, twin, draws) ? null : twin;
}

function isTwin(size: CaseSize, entity: number, draws: Draws): boolean {
  return entity > countriesOf(size) + TWIN_REACH && draws.key(about.twin, entity).chance(TWINS);
}
