import { type EntityTypeId, entityTypeId, type RelationId, relationId } from "../base/ids.ts";
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
  const { relations } = store.ontology();
  return known("relation", text, {
    ontology: new Map([...relations].map(([id, { label }]) => [id, [label]])),
    used: () => Object.keys(store.stats().relations).map(relationId),
  });
}

/** A type of the ontology or of the case, by id, label or plural. Throws BadInput that lists near ones. */
export function knownType(store: CaseStore, text: string): EntityTypeId {
  const { types } = store.ontology();
  return known("type", text, {
    ontology: new Map([...types].map(([id, { label, plural }]) => [id, [label, plural]])),
    used: () => Object.keys(store.stats().entityTypes).map(entityTypeId),
  });
}

interface Vocabulary<Id extends string> {
  /** By id, other words for it. */
  readonly ontology: ReadonlyMap<Id, readonly string[]>;
  /** Ids that records of the case use; it may take a walk through the case. */
  readonly used: () => readonly Id[];
}

function known<Id extends string>(what: string, text: string, { ontology, used }: Vocabulary<Id>): Id {
  for (const id of ontology.keys()) if (id === text) return id;
  const ids = new Set([...ontology.keys(), ...used()]);
  for (const id of ids) if (id === text) return id;
  const wanted = plain(text);
  for (const id of ids) if ([id, ...(ontology.get(id) ?? [])].some((word) => plain(word) === wanted)) return id;
  const near = nearest(ids, text, (id) => id);
  const listed = near.length > 0 ? near : [...ids].slice(0, 5);
  const hint = `${near.length > 0 ? "near" : "for example"}: ${listed.map((id) => (id.length > 80 ? shorten(id) : id)).join(", ")}`;
  throw new BadInput(`${what}: wanted one that the case knows, got ${shorten(text)}; ${hint}`, { candidates: listed });
}
