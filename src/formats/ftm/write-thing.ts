import type { AttributeClaim } from "../../claims/claim.ts";
import type { Entity } from "../../claims/entity.ts";
import type { Ontology } from "../../claims/ontology.ts";
import { isPlainValue, ownValueFields } from "../own-values.ts";
import { EntityOut } from "./entity-out.ts";
import { schemaOfType } from "./schema-of.ts";
import { typeOfSchema } from "./types.ts";

/** An entity with the values that its own claims give it. A value that the schema has no place for, or that is not plainly asserted, becomes a note in words. */
export function thingLine(entity: Entity, claims: readonly AttributeClaim[], ontology: Ontology): string {
  const schema = schemaOfType(entity.type, ontology);
  const out = new EntityOut(entity.id, schema);
  const isNamed = out.add("name", entity.name);
  for (const alias of entity.aliases) out.add("alias", alias);
  const isDescribed = entity.description === "" || out.addToFirst(["summary", "description"], entity.description);
  const values = claims.filter((claim) => !isPlainValue(claim) || !out.add(claim.property, claim.value));
  for (const claim of values) out.addToFirst(["notes", "description"], wordsOfValue(claim));
  const { type, placeholder } = entity;
  return out.line({
    ...(typeOfSchema(schema.name, ontology).id === type ? {} : { type }),
    ...(isNamed ? {} : { name: entity.name }),
    ...(isDescribed ? {} : { description: entity.description }),
    ...(placeholder ? { placeholder } : {}),
    ...(values.length === 0 ? {} : { values: values.map((claim) => ownValueFields(claim, wordsOfValue(claim))) }),
  });
}

/** "alleged: casualties: about 133 (2024-03)". */
function wordsOfValue({ property, value, approximate, stance, speaker, during }: AttributeClaim): string {
  const how = stance === "denies" ? "denied: " : stance === "alleges" || speaker !== null ? "alleged: " : "";
  return `${how}${property}: ${approximate ? "about " : ""}${value}${during === null ? "" : ` (${during})`}`;
}
