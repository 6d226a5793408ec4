import type { JsonValue } from "./json-value.ts";

/** Whether all texts of a value that was read within the limits of JsonItems are Unicode, its keys among them: ids are made of them. */
export function isSoundJson(value: JsonValue): boolean {
  if (typeof value === "string") return value.isWellFormed();
  if (typeof value !== "object" || value === null) return true;
  return Object.entries(value).every(([key, inner]) => key.isWellFormed() && isSoundJson(inner));
}

export const brokenText = { kind: "broken-text", message: "wanted well-formed Unicode, got half of a surrogate pair" };
