import {
  isJsonList,
  isJsonObject,
  type JsonObject,
  type JsonValue,
  listAt,
  objectAt,
  textAt,
  textIn,
  textsAt,
} from "../json-value.ts";
import type { BodsStatement } from "./statement.ts";

/** What a statement says of a thing. */
export interface ThingDetails {
  readonly type: string;
  readonly names: readonly string[];
  readonly description: string;
  readonly values: readonly (readonly [property: string, value: string | number | boolean])[];
}

const entityTypes = new Map([
  ["registeredEntity", "organization"],
  ["legalEntity", "organization"],
  ["arrangement", "organization"],
  ["stateBody", "public-body"],
  ["state", "country"],
]);

const named = new Set(["name", "names", "alternateNames", "entityType", "personType"]);

/** Names, type and values of an entity or a person; each identifier, address and nationality is a value. */
export function detailsOf({ kind, details }: Pick<BodsStatement, "kind" | "details">): ThingDetails {
  const entityType = textAt(objectAt(details, "entityType"), "type") || textAt(details, "entityType");
  const given = listAt(details, "names").map(fullName);
  const names = [textAt(details, "name"), ...given, ...textsAt(details, "alternateNames")].filter((name) => name.trim() !== "");
  const unspecified = ["unspecifiedPersonDetails", "unspecifiedEntityDetails"].map((key) => objectAt(details, key));
  const type = kind === "person" ? textAt(details, "personType") : entityType;
  return {
    type: kind === "person" ? "person" : (entityTypes.get(entityType) ?? "organization"),
    names,
    description: unspecified.map((each) => textAt(each, "description")).find((text) => text !== "") ?? "",
    values: [
      ...(type === "" ? [] : [[kind === "person" ? "personType" : "entityType", type] as const]),
      ...textsAt(objectAt(details, "entityType"), "subtype").map((subtype) => ["entitySubtype", subtype] as const),
      ...pairsOf(details, named),
    ],
  };
}

/** Other fields as pairs: a list gives one for each value; what is no plain value in words where it has them, else as its JSON. */
export function pairsOf(details: JsonObject, taken: ReadonlySet<string>): (readonly [string, string | number | boolean])[] {
  return Object.entries(details)
    .filter(([key]) => key !== "" && !taken.has(key))
    .flatMap(([key, value]) => (isJsonList(value) ? value : [value]).flatMap((each) => pairOf(key, each)));
}

const properties = new Map([
  ["identifiers", "identifier"],
  ["addresses", "address"],
  ["nationalities", "nationality"],
  ["taxResidencies", "taxResidency"],
]);

function pairOf(key: string, value: JsonValue): (readonly [string, string | number | boolean])[] {
  if (value === null || value === "" || (key === "isComponent" && value === false)) return [];
  const property = properties.get(key) ?? key;
  if (isJsonObject(value)) return [[property, wordsIn(key, value)]];
  if (isJsonList(value)) return [[property, JSON.stringify(value)]];
  return [[property, typeof value === "number" && !Number.isFinite(value) ? String(value) : value]];
}

/** The fields that come first where an object is told in words; the others follow in brackets. */
const first = new Map([
  ["identifiers", ["scheme", "id"]],
  ["addresses", ["address", "postCode", "country"]],
  ["nationalities", ["name", "code"]],
  ["taxResidencies", ["name", "code"]],
  ["jurisdiction", ["name", "code"]],
  ["incorporatedInJurisdiction", ["name", "code"]],
  ["placeOfBirth", ["address", "postCode", "country"]],
  ["placeOfResidence", ["address", "postCode", "country"]],
]);

/** What is known, and plain, in words; all else as its JSON. */
function wordsIn(key: string, value: JsonObject): string {
  const keys = first.get(key);
  const texts = new Map(Object.entries(value).map(([name, each]) => [name, textIn(each) || textAt(each, "name")]));
  if (keys === undefined || [...texts.values()].includes("")) return JSON.stringify(value);
  const words = keys.flatMap((name) => texts.get(name) ?? []).join(key === "identifiers" ? " " : ", ");
  const others = [...texts].filter(([name]) => !keys.includes(name)).map(([, text]) => text);
  if (words === "") return JSON.stringify(value);
  return others.length === 0 ? words : `${words} (${others.join(", ")})`;
}

function fullName(name: JsonValue): string {
  const parts = ["givenName", "patronymicName", "familyName"].map((key) => textAt(name, key)).filter((part) => part !== "");
  return textAt(name, "fullName") || parts.join(" ");
}
