import { entityTypeId, propertyId, relationId } from "../../base/ids.ts";
import { BadInput } from "../../base/problem.ts";
import type { EntityType, Property, Relation } from "../../claims/ontology.ts";
import { families, shapes } from "../../claims/ontology.ts";

type Fields = Readonly<Record<string, unknown>>;

/** A type, relation or property that a case adds. Throws BadInput that names the field. */
export function parseType(fields: Fields): EntityType {
  const color = typeof fields.color === "object" && fields.color !== null ? (fields.color as Fields) : {};
  const label = text(fields, "label");
  return {
    id: id(fields, "id", entityTypeId),
    parent: fields.parent === null ? null : id(fields, "parent", entityTypeId),
    label,
    plural: text(fields, "plural", label),
    icon: text(fields, "icon", "circle"),
    shape: oneOf(fields, "shape", shapes, "disc"),
    color: { light: text(color, "light", "#5F5B55"), dark: text(color, "dark", "#A8A39A") },
    ftm: textOrNull(fields, "ftm"),
    stix: textOrNull(fields, "stix"),
  };
}

export function parseRelation(fields: Fields): Relation {
  const label = text(fields, "label");
  return {
    id: id(fields, "id", relationId),
    family: oneOf(fields, "family", families, "other"),
    label,
    inverse: text(fields, "inverse", label),
    symmetric: fields.symmetric === true,
    subjects: ids(fields, "subjects"),
    objects: ids(fields, "objects"),
    ftm: textOrNull(fields, "ftm"),
    stix: textOrNull(fields, "stix"),
  };
}

export function parseProperty(fields: Fields): Property {
  return { id: id(fields, "id", propertyId), label: text(fields, "label"), unit: text(fields, "unit", "") };
}

function text(fields: Fields, key: string, missing?: string): string {
  const value = fields[key] ?? missing;
  if (typeof value !== "string") throw wanted("a text", key, fields[key]);
  return value;
}

function textOrNull(fields: Fields, key: string): string | null {
  return fields[key] === null || fields[key] === undefined ? null : text(fields, key);
}

function id<T>(fields: Fields, key: string, door: (text: string) => T): T {
  const value = fields[key];
  if (typeof value !== "string" || value === "" || !value.isWellFormed()) throw wanted("an id", key, value);
  return door(value);
}

function ids(fields: Fields, key: string): EntityType["id"][] {
  const value = fields[key] ?? [];
  if (!Array.isArray(value)) throw wanted("a list of ids", key, value);
  return value.map((each) => id({ [key]: each }, key, entityTypeId));
}

function oneOf<T extends string>(fields: Fields, key: string, allowed: readonly T[], missing: T): T {
  const value = fields[key] ?? missing;
  const found = allowed.find((each) => each === value);
  if (found === undefined) throw wanted(`one of ${allowed.join(", ")}`, key, value);
  return found;
}

function wanted(what: string, key: string, got: unknown): BadInput {
  return new BadInput(`${key}: wanted ${what}, got ${got === undefined ? "nothing" : JSON.stringify(got).slice(0, 80)}`);
}
