import { fieldOf, isJsonList, isJsonObject, type JsonObject, type JsonValue, objectAt, textAt, textsAt } from "../json-value.ts";

/** A value of a property: a text, or the id of another entity. */
export interface FtmValue {
  readonly value: string | number | boolean;
  readonly isEntity: boolean;
}

/** An entity as FollowTheMoney writes it, with what OpenSanctions and Clew add beside its properties. */
export interface FtmEntity {
  readonly id: string;
  readonly schema: string;
  readonly properties: ReadonlyMap<string, readonly FtmValue[]>;
  /** Entities that stand within it, in place of their ids. */
  readonly nested: readonly JsonObject[];
  readonly caption: string;
  readonly datasets: readonly string[];
  readonly referents: readonly string[];
  readonly firstSeen: string;
  /** What else was seen when, and whether it is what a list is about: kept as attributes. */
  readonly seen: readonly (readonly [key: string, value: string | boolean])[];
  /** What Clew wrote for itself. */
  readonly own: JsonObject | undefined;
  /** Other keys that it has. */
  readonly others: readonly string[];
}

/** Of what Clew writes beside the properties. A key `clew` would make a file look like Clew JSON lines. */
export const ownKey = "x-clew";

const knownKeys = new Set([
  ...["id", "schema", "properties", "caption", "datasets", "dataset", "referents"],
  ...["first_seen", "last_seen", "last_change", "target", ownKey],
]);

/** Whether an entity may have it beside its properties, in files that are exported. */
export function isFtmKey(key: string): boolean {
  return knownKeys.has(key);
}

/** Null for what has no id or no schema, or properties that are no object. */
export function parseFtmEntity(given: JsonValue): FtmEntity | null {
  const [id, schema] = [textAt(given, "id"), textAt(given, "schema")];
  if (!isJsonObject(given) || id === "" || schema === "") return null;
  const properties = objectAt(given, "properties");
  if (properties === undefined && fieldOf(given, "properties") !== undefined) return null;
  const nested: JsonObject[] = [];
  const values = new Map<string, FtmValue[]>();
  for (const [name, value] of Object.entries(properties ?? {})) {
    const found = (isJsonList(value) ? value : [value]).flatMap((each) => valueIn(each, nested));
    if (name !== "" && found.length > 0) values.set(name, found);
  }
  const seen = ["first_seen", "last_seen", "last_change"].map((key) => [key, textAt(given, key)] as const);
  return {
    id,
    schema,
    properties: values,
    nested,
    caption: textAt(given, "caption"),
    datasets: [...new Set([...textsAt(given, "datasets"), ...textsAt(given, "dataset")])],
    referents: textsAt(given, "referents").filter((each) => each !== id),
    firstSeen: textAt(given, "first_seen"),
    seen: [
      ...seen.filter(([, value]) => value !== ""),
      ...(fieldOf(given, "target") === true ? [["target", true] as const] : []),
    ],
    own: objectAt(given, ownKey),
    others: Object.keys(given).filter((key) => !knownKeys.has(key)),
  };
}

function valueIn(value: JsonValue, nested: JsonObject[]): FtmValue[] {
  if (isJsonObject(value)) {
    const id = textAt(value, "id");
    if (id !== "" && textAt(value, "schema") !== "") nested.push(value);
    return id === "" ? [] : [{ value: id, isEntity: true }];
  }
  if (typeof value === "number" && !Number.isFinite(value)) return [{ value: String(value), isEntity: false }];
  return value === null || value === "" || isJsonList(value) ? [] : [{ value, isEntity: false }];
}
