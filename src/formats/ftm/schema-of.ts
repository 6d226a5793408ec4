import type { EntityTypeId, RelationId } from "../../base/ids.ts";
import { kindsOf, type Ontology } from "../../claims/ontology.ts";
import { type FtmSchema, ftmSchemata } from "./schemata.ts";

/** What FollowTheMoney has no schema for, and what comes nearest. */
const nearest = new Map([
  ["country", "LegalEntity"],
  ["group", "LegalEntity"],
  ["place", "Address"],
]);

/** The schema that entities of a type are written as: one that is called so, else that of the nearest kind that has one; Thing in the end. */
export function schemaOfType(type: EntityTypeId, ontology: Ontology): FtmSchema {
  for (const kind of kindsOf(ontology, type)) {
    const named = ftmSchemata.get(ontology.types.get(kind)?.ftm ?? nearest.get(kind) ?? kind);
    if (named !== undefined) return named;
  }
  return ftmSchemata.get("Thing")!;
}

/** The link schema that a relation is, where it is one: by the case's own table, else by ours. */
export function schemaOfRelation(relation: RelationId, ontology: Ontology): FtmSchema | null {
  const known = ontology.relations.get(relation)?.ftm ?? null;
  const schema = (known === null ? undefined : ftmSchemata.get(known)) ?? byRelation.get(relation);
  return schema?.edge == null ? null : schema;
}

const byRelation = new Map(
  [...ftmSchemata.values()].flatMap((schema) => (schema.edge === null ? [] : [[schema.edge.relation, schema] as const])),
);
