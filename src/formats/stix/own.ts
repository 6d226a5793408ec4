import { uuid5 } from "../../base/uuid5.ts";
import { fieldOf, type JsonObject, listAt, objectAt, textAt, textsAt } from "../json-value.ts";

/** Namespace of the ids that are made of ids that are none of STIX. */
const namespace = "6b0c7f0e-52c4-5f0b-9a53-2f8a3d6a4c11";

/** What Clew adds to objects, and its own kind of object, are extensions of STIX 2.1 (section 7.3). */
export const clewExtension = `extension-definition--${uuid5(namespace, "what Clew knows of an object")}`;
export const thingExtension = `extension-definition--${uuid5(namespace, "a thing that STIX has no type for")}`;
export const clewIdentity = `identity--${uuid5(namespace, "Clew")}`;
export const thingType = "clew-thing";
/** Of the external reference that has the id of an object elsewhere. */
export const clewSourceName = "clew";

const uuid = /^([a-z][a-z0-9-]+)--[0-9a-f]{8}-[0-9a-f]{4}-[1-5][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** The type in an id of STIX; null for any other id. */
export function typeInId(id: string): string | null {
  return uuid.exec(id)?.[1] ?? null;
}

/** An id of that type: the id itself where it is one, else one that is made of it, the same always. */
export function stixIdOf(type: string, id: string): string {
  return typeInId(id) === type ? id : `${type}--${uuid5(namespace, id)}`;
}

/** An object that Clew wrote, as it was before: what was added for STIX is taken away. */
export interface OwnObject {
  readonly object: JsonObject;
  /** Undefined for an object of anybody else. */
  readonly own: JsonObject | undefined;
  readonly id: string;
}

export function withoutOwn(object: JsonObject): OwnObject {
  const own = objectAt(objectAt(object, "extensions"), clewExtension);
  const id = textAt(object, "id");
  if (own === undefined) return { object, own, id };
  const references = listAt(object, "external_references");
  const before = references.find((each) => textAt(each, "source_name") === clewSourceName);
  const added = new Set([
    "extensions",
    ...textsAt(own, "added"),
    ...(fieldOf(own, "dated") === true ? [] : ["created", "modified"]),
  ]);
  const kept = Object.entries(object).filter(([key]) => !added.has(key));
  const rest = Object.fromEntries([...kept, ["external_references", references.filter((each) => each !== before)]]) as JsonObject;
  return { object: rest, own, id: textAt(before, "external_id") || textAt(own, "id") || id };
}

/** What every bundle of Clew's has that uses its extensions: they are no part of the case. */
export function isOwnFrame(id: string): boolean {
  return id === clewIdentity || id === clewExtension || id === thingExtension;
}
