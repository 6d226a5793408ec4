import type { ClaimAttributes, Credibility } from "../../claims/claim.ts";
import { gradeOfPercent } from "../grade-of-percent.ts";
import { dayOfTime, spanOf } from "../iso-days.ts";
import { fieldOf, isJsonList, isJsonObject, type JsonObject, type JsonValue, textAt } from "../json-value.ts";

/** Fields that have a place of their own in every object. */
const frameKeys = new Set(["type", "id", "spec_version", "created_by_ref", "external_references"]);

/** The identity whose words an object is; null for none, and for a creator that is no identity. */
export function speakerOf(object: JsonObject): string | null {
  const creator = textAt(object, "created_by_ref");
  return creator.startsWith("identity--") ? creator : null;
}

/** Admiralty grade of the confidence of an object. */
export function gradeOf(object: JsonObject): Credibility | null {
  const confidence = fieldOf(object, "confidence");
  return typeof confidence === "number" ? gradeOfPercent(confidence) : null;
}

/** When it held, by two fields; and when it was said. */
export function datesOf(object: JsonObject, start: string, end: string) {
  const day = (key: string) => dayOfTime(textAt(object, key));
  return { during: spanOf(day(start), day(end)), said: day("created") };
}

/** A reason when the object was taken back. */
export function takenBack(object: JsonObject, file: string): string | null {
  if (fieldOf(object, "revoked") === true) return `revoked in ${file}`;
  return fieldOf(object, "x_mitre_deprecated") === true ? `deprecated in ${file}` : null;
}

/** All other fields as pairs, in their order: a list gives one for each value, an object its JSON, so that it is carried through as it is. */
export function attributesOf(object: JsonObject, taken: ReadonlySet<string>): ClaimAttributes {
  return Object.entries(object)
    .filter(
      ([key, value]) => key !== "" && !frameKeys.has(key) && !taken.has(key) && !(defaultsToFalse.has(key) && value === false),
    )
    .flatMap(([key, value]) => (isJsonList(value) ? value : [value]).flatMap((each) => pairOf(key, each)));
}

const defaultsToFalse = new Set(["revoked", "x_mitre_deprecated"]);

function pairOf(key: string, value: JsonValue): (readonly [string, string | number | boolean])[] {
  if (value === null || value === "") return [];
  if (key === "kill_chain_phases" && isJsonObject(value))
    return [[key, `${textAt(value, "kill_chain_name")}: ${textAt(value, "phase_name")}`]];
  if (typeof value === "object") return [[key, JSON.stringify(value)]];
  return [[key, typeof value === "number" && !Number.isFinite(value) ? String(value) : value]];
}

/**
 * The relation that a field is which refers to another object: `sample_refs` is `sample`. Null for all else: markings are carried through as they
 * are, and a relationship is a claim, which no link can end at.
 */
export function relationOfKey(key: string, value: string | number | boolean): string | null {
  const name = /^(.+)_refs?$/.exec(key)?.[1];
  const isPlain = name === undefined || key === "object_marking_refs" || key.endsWith("modified_by_ref");
  return isPlain || /^(relationship|sighting)--/.test(String(value)) ? null : name.replaceAll("_", "-");
}
