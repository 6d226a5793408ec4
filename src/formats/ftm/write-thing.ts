import type { AttributeClaim } from "../../claims/claim.ts";
import type { Entity } from "../../claims/entity.ts";
import type { Ontology } from "../../claims/ontology.ts";
import { isPlainValue, ownValueFields } from "../own-values.ts";
import { EntityOut } from "./entity-out.ts";
import { schemaOfType } from "./schema-of.ts";
import { typeOfSchema } from "./types.ts";

export interface ThingWriting {
  readonly ontology: Ontology;
  readonly nameOf: (id: Entity["id"]) => string;
}

/** An entity with the values that its own claims give it. A value that the schema has no place for, or that is not plainly asserted, becomes a note in words. */
export function thingLine(entity: Entity, claims: readonly AttributeClaim[], { ontology, nameOf }: ThingWriting): string {
  const schema = schemaOfType(entity.type, ontology);
  const out = new EntityOut(entity.id, schema);
  const isNamed = out.add("name", entity.name);
  for (const alias of entity.aliases) out.add("alias", alias);
  const isDescribed = entity.description === "" || out.addToFirst(["summary", "description"], entity.description);
  const values = claims.filter((claim) => !isPlainValue(claim) || !out.add(claim.property, claim.value));
  const noted = values.map((claim) => ({ claim, words: wordsOfValue(claim, nameOf) }));
  for (const { words } of noted) out.addToFirst(["notes", "description"], words);
  const { type, placeholder } = entity;
  return out.line({
    ...(typeOfSchema(schema.name, ontology).id === type ? {} : { type }),
    ...(isNamed ? {} : { name: entity.name }),
    ...(isDescribed ? {} : { description: entity.description }),
    ...(placeholder ? { placeholder } : {}),
    ...(values.length === 0 ? {} : { values: noted.map(({ claim, words }) => ownValueFields(claim, words)) }),
  });
}

/** "alleged by Ukraine: casualties: about 133 (2024-03)"; what somebody only said is said to be. */
function wordsOfValue(claim: AttributeClaim, nameOf: ThingWriting["nameOf"]): string {
  const { property, value, approximate, stance, speaker, during } = claim;
  const verb = stance === "denies" ? "denied" : stance === "alleges" ? "alleged" : speaker === null ? "" : "said";
  const by = speaker === null ? "" : ` by ${nameOf(speaker)}`;
  const how = verb === "" ? "" : `${verb}${by}: `;
  return `${how}${property}: ${approximate ? "about " : ""}${value}${during === null ? "" : ` (${during})`}`;
}
