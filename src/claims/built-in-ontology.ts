import { propertyId } from "../base/ids.ts";
import { builtInRelations } from "./built-in-relations.ts";
import { builtInTypes } from "./built-in-types.ts";
import type { EntityType, Ontology, Property, Relation } from "./ontology.ts";

const properties: readonly (readonly [id: string, label: string, unit: string])[] = [
  ["casualties", "casualties", "people"],
  ["killed", "killed", "people"],
  ["injured", "injured", "people"],
  ["count", "number", "people"],
  ["foreigners", "foreigners among them", "people"],
  ["date", "date", ""],
  ["office", "office", ""],
  ["concern", "concern", ""],
  ["assessment", "assessment", ""],
  ["background", "background", ""],
  ["identifier", "identifier", ""],
  ["website", "website", ""],
  ["address", "address", ""],
];

/** What a case adds to an ontology. */
export interface OntologyAdditions {
  readonly types?: Iterable<EntityType>;
  readonly relations?: Iterable<Relation>;
  readonly properties?: Iterable<Property>;
}

/** The ontology every case starts from (design, section 6). */
export const builtInOntology: Ontology = {
  types: byId(builtInTypes),
  relations: byId(builtInRelations),
  properties: byId(properties.map(([id, label, unit]) => ({ id: propertyId(id), label, unit }))),
};

/** `base` with the additions; an addition under a known id takes its place. `base` stays as it was. */
export function extendOntology(base: Ontology, additions: OntologyAdditions): Ontology {
  return {
    types: new Map([...base.types, ...byId(additions.types ?? [])]),
    relations: new Map([...base.relations, ...byId(additions.relations ?? [])]),
    properties: new Map([...base.properties, ...byId(additions.properties ?? [])]),
  };
}

function byId<Thing extends { readonly id: string }>(things: Iterable<Thing>): Map<Thing["id"], Thing> {
  return new Map(Array.from(things, (thing) => [thing.id, thing]));
}
