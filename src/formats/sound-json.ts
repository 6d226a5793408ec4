import { isJsonList, type JsonObject, type JsonValue } from "./json-value.ts";

/** Whether all texts of a value that was read within the limits of JsonItems are Unicode, its keys among them: ids are made of them. */
export function isSoundJson(value: JsonValue): boolean {
  if (typeof value === "string") return value.isWellFormed();
  if (typeof value !== "object" || value === null) return true;
  if (isJsonList(value)) return value.every(isSoundJson);
  for (const key of Object.keys(value)) if (!key.isWellFormed() || !isSoundJson((value as JsonObject)[key]!)) return false;
  return true;
}

export const brokenText = { kind: "broken-text", message: "wanted well-formed Unicode, got half of a surrogate pair" };
