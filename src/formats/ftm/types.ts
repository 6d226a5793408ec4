import { entityTypeId } from "../../base/ids.ts";
import type { EntityType, Ontology } from "../../claims/ontology.ts";
import { typeOf } from "../../claims/ontology.ts";
import { ftmSchemata } from "./schemata.ts";

/** Schemata that are types of every case. */
const builtIn = new Map([
  ["Person", "person"],
  ["Organization", "organization"],
  ["Company", "company"],
  ["PublicBody", "public-body"],
  ["Event", "event"],
  ["Document", "document"],
  ["Asset", "asset"],
  ["Thing", "thing"],
]);

/** Of schemata that are no kind of these: what they are. */
const parents = new Map([
  ["Address", "place"],
  ["Territory", "place"],
  ["CourtCase", "event"],
]);

/** The type of entities of a schema, and its declaration where no case has it: a kind of what FollowTheMoney says, in its looks. */
export function typeOfSchema(schema: string, ontology: Ontology): { readonly id: string; readonly declared: EntityType | null } {
  const own = builtIn.get(schema);
  if (own !== undefined) return { id: own, declared: null };
  const known = ftmSchemata.get(schema);
  const id = entityTypeId(schema);
  if (known === undefined || ontology.types.has(id)) return { id, declared: null };
  const kind = parents.get(schema) ?? known.kinds.map((each) => builtIn.get(each)).find((each) => each !== undefined) ?? "thing";
  const parent = ontology.types.get(entityTypeId(kind));
  const { icon, shape, color } = parent ?? typeOf(ontology, id);
  const { label, plural } = known;
  return { id, declared: { id, parent: parent?.id ?? null, label, plural, icon, shape, color, ftm: schema, stix: null } };
}
