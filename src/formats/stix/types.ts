import { entityTypeId } from "../../base/ids.ts";
import { type EntityType, type Ontology, typeOf } from "../../claims/ontology.ts";
import { type JsonObject, textAt } from "../json-value.ts";
import { wordsOf } from "../thing-records.ts";

const identities = new Map([
  ["individual", "person"],
  ["organization", "organization"],
  ["group", "group"],
  ["class", "group"],
]);
/** Types of STIX that are kinds of one that every case has. */
const kinds = new Map([
  ["report", "document"],
  ["note", "document"],
  ["opinion", "document"],
  ["incident", "event"],
]);
const withinCountry = ["city", "administrative_area", "street_address", "latitude", "postal_code"];

/** The type of an object, and its declaration where it is STIX's own and the case does not have it. */
export function typeOfObject(
  object: JsonObject,
  ontology: Ontology,
): { readonly id: string; readonly declared: EntityType | null } {
  const type = textAt(object, "type");
  if (type === "location")
    return {
      id: textAt(object, "country") !== "" && withinCountry.every((key) => !(key in object)) ? "country" : "place",
      declared: null,
    };
  const identity = type === "identity" ? identities.get(textAt(object, "identity_class")) : undefined;
  if (identity !== undefined) return { id: identity, declared: null };
  const id = entityTypeId(type);
  if (ontology.types.has(id) || !/^[a-z][a-z0-9-]{2,60}$/.test(type)) return { id, declared: null };
  const parent = ontology.types.get(entityTypeId(kinds.get(type) ?? "thing"));
  const { icon, shape, color } = parent ?? typeOf(ontology, id);
  const words = wordsOf(type.replace(/^x-mitre-/, ""));
  const label = words.charAt(0).toUpperCase() + words.slice(1);
  const plural = /[^aeou]y$/.test(label) ? `${label.slice(0, -1)}ies` : /(data|[^u]s|ware)$/.test(label) ? label : `${label}s`;
  return { id, declared: { id, parent: parent?.id ?? null, label, plural, icon, shape, color, ftm: null, stix: type } };
}
