import type { EntityTypeId, PropertyId, RelationId } from "../base/ids.ts";

/** The types, relations and properties a case speaks in. Data: a case may add its own. */
export interface Ontology {
  readonly types: ReadonlyMap<EntityTypeId, EntityType>;
  readonly relations: ReadonlyMap<RelationId, Relation>;
  readonly properties: ReadonlyMap<PropertyId, Property>;
}

export interface EntityType {
  readonly id: EntityTypeId;
  /** The type it is a kind of; null for the roots. */
  readonly parent: EntityTypeId | null;
  readonly label: string;
  readonly plural: string;
  /** Name of an icon of the bundled set (lucide). */
  readonly icon: string;
  readonly shape: Shape;
  readonly color: { readonly light: string; readonly dark: string };
  /** FollowTheMoney schema, or null. */
  readonly ftm: string | null;
  /** STIX 2.1 object type, or null. */
  readonly stix: string | null;
}

export const shapes = ["disc", "square", "hexagon", "diamond"] as const;
export type Shape = (typeof shapes)[number];

export interface Relation {
  readonly id: RelationId;
  readonly family: Family;
  /** From subject to object: "charged". */
  readonly label: string;
  /** From object to subject: "charged by". */
  readonly inverse: string;
  readonly symmetric: boolean;
  /** Entity types allowed at the ends, subtypes included; empty for any. Breaking it is a reported problem, never a refusal. */
  readonly subjects: readonly EntityTypeId[];
  readonly objects: readonly EntityTypeId[];
  readonly ftm: string | null;
  readonly stix: string | null;
}

export const families = [
  "affiliation",
  "procedure",
  "custody",
  "action",
  "place",
  "support",
  "conflict",
  "recruitment",
  "speech",
  "property",
  "family",
  "other",
] as const;
export type Family = (typeof families)[number];

export interface Property {
  readonly id: PropertyId;
  readonly label: string;
  /** What the value counts or measures, "" when it is plain text. */
  readonly unit: string;
}

/** The type under that id; an imported type that the ontology lacks draws as a plain thing under its own name. */
export function typeOf(ontology: Ontology, id: EntityTypeId): EntityType {
  return (
    ontology.types.get(id) ?? {
      id,
      parent: null,
      label: id,
      plural: id,
      icon: "circle",
      shape: "disc",
      color: { light: "#5F5B55", dark: "#A8A39A" },
      ftm: "Thing",
      stix: null,
    }
  );
}

/** The relation under that id; an imported relation that the ontology lacks keeps its own name. */
export function relationOf(ontology: Ontology, id: RelationId): Relation {
  const known = ontology.relations.get(id);
  if (known !== undefined) return known;
  const words = id.replaceAll(/[-_]+/g, " ");
  return {
    id,
    family: "other",
    label: words,
    inverse: `${words} (from)`,
    symmetric: false,
    subjects: [],
    objects: [],
    ftm: null,
    stix: null,
  };
}

/** Whether `type` is `kind` or a kind of it. */
export function isKindOf(ontology: Ontology, type: EntityTypeId, kind: EntityTypeId): boolean {
  return kindsOf(ontology, type).includes(kind);
}

/** The type and every known type that is a kind of it. */
export function typesUnder(ontology: Ontology, kind: EntityTypeId): EntityTypeId[] {
  const under = [...ontology.types.keys()].filter((type) => type !== kind && isKindOf(ontology, type, kind));
  return [kind, ...under];
}

/** The type and every type that it is a kind of, nearest first. Safe against a parent loop. */
export function kindsOf(ontology: Ontology, type: EntityTypeId): EntityTypeId[] {
  const kinds = new Set<EntityTypeId>();
  for (let at: EntityTypeId | null = type; at !== null && !kinds.has(at); at = ontology.types.get(at)?.parent ?? null)
    kinds.add(at);
  return [...kinds];
}
