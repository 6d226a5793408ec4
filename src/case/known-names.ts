import type { EntityTypeId, RelationId } from "../base/ids.ts";
import { BadInput } from "../base/problem.ts";
import { type Family, families } from "../claims/ontology.ts";
import { type Standing, standings } from "../claims/standing.ts";
import type { CaseStore } from "../store/case-store.ts";
import { shorten } from "./find-entity.ts";
import { nearest, plain } from "./nearest.ts";
import { oneOf } from "./one-of.ts";

/** Throws BadInput that lists the scale. */
export function knownStanding(text: string): Standing {
  return oneOf<Standing>("standing", text, standings);
}

/** A family of relations by name, case ignored. Throws BadInput that lists them. */
export function knownFamily(text: string): Family {
  const wanted = plain(text);
  return families.find((family) => family === wanted) ?? oneOf<Family>("family", text, families);
}

/** A relation of the ontology or of the case, by id or label. Throws BadInput that lists near ones. */
export function knownRelation(store: CaseStore, text: string): RelationId {
  return known("relation", text, relationWords(store));
}

/** A type of the ontology or of the case, by id, label or plural. Throws BadInput that lists near ones. */
export function knownType(store: CaseStore, text: string): EntityTypeId {
  return known("type", text, typeWords(store));
}

/** Ids, and the words that name them. */
export interface Vocabulary<Id extends string> {
  readonly ids: Iterable<Id>;
  /** Null for a text that names none. */
  readonly find: (text: string) => Id | null;
}

export function relationWords(store: CaseStore): Vocabulary<RelationId> {
  const { relations } = store.ontology();
  return vocabulary(new Map([...relations].map(([id, { label }]) => [id, [label]])), () => store.wordsUsed().relations);
}

export function typeWords(store: CaseStore): Vocabulary<EntityTypeId> {
  const { types } = store.ontology();
  return vocabulary(new Map([...types].map(([id, { label, plural }]) => [id, [label, plural]])), () => store.wordsUsed().types);
}

/** `used`: what records of the case use beside the ontology. It may take a walk through the case, so it is asked late. */
function vocabulary<Id extends string>(ontology: ReadonlyMap<Id, readonly string[]>, used: () => readonly Id[]): Vocabulary<Id> {
  let all: ReadonlySet<Id> | null = null;
  const ids = () => {
    all ??= new Set([...ontology.keys(), ...used()]);
    return all;
  };
  const isCalled = (id: Id, wanted: string) => [id, ...(ontology.get(id) ?? [])].some((word) => plain(word) === wanted);
  const find = (text: string): Id | null => {
    const id = text as Id;
    if (ontology.has(id) || ids().has(id)) return id;
    const wanted = plain(text);
    return [...ids()].find((each) => isCalled(each, wanted)) ?? null;
  };
  return { ids: { [Symbol.iterator]: () => ids().values() }, find };
}

function known<Id extends string>(what: string, text: string, { ids, find }: Vocabulary<Id>): Id {
  const found = find(text);
  if (found !== null) return found;
  const near = nearest(ids, text, (id) => id);
  const listed = near.length > 0 ? near : [...ids].slice(0, 5);
  const hint = `${near.length > 0 ? "near" : "for example"}: ${listed.map((id) => (id.length > 80 ? shorten(id) : id)).join(", ")}`;
  throw new BadInput(`${what}: wanted one that the case knows, got ${shorten(text)}; ${hint}`, { candidates: listed });
}
