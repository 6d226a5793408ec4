import { entityTypeId } from "../../base/ids.ts";
import type { AttributeClaim } from "../../claims/claim.ts";
import { isKindOf, type Ontology } from "../../claims/ontology.ts";
import type { Source } from "../../claims/source.ts";
import type { JsonObject } from "../json-value.ts";
import { ownValueFields } from "../own-values.ts";
import { fieldsOf, type StixThing } from "./case-as-objects.ts";
import { type FieldSet, later } from "./field-set.ts";
import { stixObservables } from "./object-fields.ts";
import { clewExtension, clewSourceName, thingExtension, thingType } from "./own.ts";
import { typeOfObject } from "./types.ts";

export interface StixWriting {
  readonly ontology: Ontology;
  readonly source: (id: Source["id"]) => Source | undefined;
  /** The id in STIX of an entity. */
  readonly idOf: (id: StixThing["entity"]["id"]) => string;
  /** ISO 8601, UTC: when objects that do not say so were made. */
  readonly at: string;
}

/** An entity as an object of STIX 2.1; what STIX has no place for stands in Clew's extension. */
export function stixObject(thing: StixThing, writing: StixWriting): object {
  const { entity, type, id, refs } = thing;
  const found = fieldsOf(thing);
  const read = typeOfObject({ ...found.set.fields(), type } as unknown as JsonObject, writing.ontology).id;
  const added = addFields(found.set, thing, writing.ontology);
  for (const ref of refs) found.set.add("object_refs", writing.idOf(ref));
  const fields = found.set.fields();
  const isTimed = !stixObservables.has(type);
  const ownId = id === entity.id ? [] : [{ source_name: clewSourceName, external_id: entity.id }];
  const outside = [...ownId, ...found.references.map((claim) => referenceOf(claim, writing.source))];
  const own = [
    ...(isTimed ? [] : [["id", entity.id]]),
    ...(read === entity.type ? [] : [["type", entity.type]]),
    ...(added.length === 0 ? [] : [["added", added]]),
    ...ownWords(thing, found),
  ];
  const isThing = type === thingType ? { [thingExtension]: { extension_type: "new-sdo" } } : {};
  return {
    ...{ type, spec_version: "2.1", id },
    ...(isTimed ? madeBy(thing, found, writing) : {}),
    ...fields,
    ...(outside.length === 0 || !isTimed ? {} : { external_references: outside }),
    extensions: { ...isThing, [clewExtension]: { extension_type: "property-extension", ...Object.fromEntries(own) } },
  };
}

/** Who made it, and when, as a value says, else at the time of writing. */
function madeBy({ creator, type }: StixThing, { times }: ReturnType<typeof fieldsOf>, { idOf, at }: StixWriting): object {
  const created = times.get("created") ?? times.get("modified") ?? at;
  const modified = times.get("modified") ?? created;
  return {
    ...(creator === null ? {} : { created_by_ref: idOf(creator) }),
    created,
    ...(type === "marking-definition" ? {} : { modified: later(created, modified) }),
  };
}

/** Of what its fields do not say. */
function ownWords({ entity }: StixThing, found: ReturnType<typeof fieldsOf>): (readonly [string, unknown])[] {
  const { isNamed, isListed, isDescribed, times, rest } = found;
  return [
    ...(isNamed ? [] : [["name", entity.name] as const]),
    ...(isListed ? [] : [["aliases", entity.aliases] as const]),
    ...(isDescribed ? [] : [["description", entity.description] as const]),
    ...(entity.placeholder ? [["placeholder", true] as const] : []),
    ...(times.size === 0 ? [] : [["dated", true] as const]),
    ...(rest.length === 0 ? [] : [["values", rest.map((claim) => ownValueFields(claim, ""))] as const]),
  ];
}

/** What STIX wants to be there, or a reader needs to tell what it is, and no claim says; by name, so that reading leaves it out again. */
function addFields(set: FieldSet, { entity, type }: StixThing, ontology: Ontology): string[] {
  const isKind = (kind: string) => isKindOf(ontology, entity.type, entityTypeId(kind));
  const wanted: (readonly [string, string | boolean])[] = [];
  if (type === "malware") wanted.push(["is_family", false]);
  if (type === "identity") {
    const found = (["person", "organization", "group"] as const).find(isKind);
    if (found !== undefined) wanted.push(["identity_class", found === "person" ? "individual" : found]);
  }
  const isPlaced = ["region", "country", "latitude"].some((name) => set.has(name));
  if (type === "location" && !isPlaced) wanted.push([isKind("country") ? "country" : "region", entity.name]);
  return wanted.filter(([name, value]) => !set.has(name) && set.add(name, value)).map(([name]) => name);
}

function referenceOf({ property, value, source: id }: AttributeClaim, source: StixWriting["source"]): object {
  const found = source(id);
  return {
    source_name: found?.publisher ?? found?.title ?? id,
    description: found?.title ?? id,
    ...(found?.url == null ? {} : { url: found.url }),
    ...(property === "external_id" ? { external_id: String(value) } : {}),
  };
}
