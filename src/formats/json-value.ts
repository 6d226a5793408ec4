/**
 * A value of a JSON file. Read objects with the functions below or with `Object.entries`: they have keys of their own alone, and `__proto__`,
 * `constructor` and `toString` are keys like any other. A whole number that no double holds exactly is its digits, as text.
 */
export type JsonValue = null | boolean | number | string | readonly JsonValue[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: JsonValue;
}

export function isJsonObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !isJsonList(value);
}

export function isJsonList(value: JsonValue | undefined): value is readonly JsonValue[] {
  return Array.isArray(value);
}

/** What an object has under a key of its own; undefined for none, and for what is no object. */
export function fieldOf(value: JsonValue | undefined, key: string): JsonValue | undefined {
  return isJsonObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

/** The object there; undefined for anything else. */
export function objectAt(value: JsonValue | undefined, key: string): JsonObject | undefined {
  const found = fieldOf(value, key);
  return isJsonObject(found) ? found : undefined;
}

/** The list there; [] for anything else. */
export function listAt(value: JsonValue | undefined, key: string): readonly JsonValue[] {
  const found = fieldOf(value, key);
  return isJsonList(found) ? found : [];
}

/** A text or number as text: what names and ids are. "" for anything else. */
export function textIn(value: JsonValue | undefined): string {
  return typeof value === "string" ? value : typeof value === "number" ? String(value) : "";
}

/** Likewise under a key. */
export function textAt(value: JsonValue | undefined, key: string): string {
  return textIn(fieldOf(value, key));
}

/** The texts of a list, or the one text that stands in its place; what is neither text nor number is left out. */
export function textsAt(value: JsonValue | undefined, key: string): string[] {
  const found = fieldOf(value, key);
  return (isJsonList(found) ? found : [found]).map(textIn).filter((text) => text !== "");
}

/** The first item of a list, or the first value of an object; undefined for none. */
export function firstIn(value: JsonValue | undefined): JsonValue | undefined {
  if (isJsonList(value)) return value[0];
  return isJsonObject(value) ? Object.values(value)[0] : undefined;
}

/** Whether an object has all these keys. */
export function hasKeys(value: JsonValue | undefined, ...keys: readonly string[]): value is JsonObject {
  return isJsonObject(value) && keys.every((key) => Object.hasOwn(value, key));
}
