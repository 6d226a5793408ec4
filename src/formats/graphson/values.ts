import { fieldOf, hasKeys, isJsonList, isJsonObject, type JsonObject, type JsonValue, objectAt } from "../json-value.ts";
import { spellText } from "../spell-text.ts";

/** What stands within `{"@type": …, "@value": …}`, or the value itself (untyped GraphSON). Dates are texts, maps stay lists of keys and values. */
export function unwrapped(value: JsonValue | undefined): JsonValue {
  if (!hasKeys(value, "@type", "@value")) return value ?? null;
  const inner = fieldOf(value, "@value") ?? null;
  const type = fieldOf(value, "@type");
  if ((type === "g:Date" || type === "g:Timestamp") && typeof inner === "number" && Math.abs(inner) < 8.64e15)
    return new Date(inner).toISOString();
  return isJsonList(inner) ? inner.map(unwrapped) : inner;
}

export interface GraphsonProperty {
  readonly key: string;
  readonly value: JsonValue;
  readonly during: string | null;
  /** Whether it has properties of its own that are not when it held. */
  readonly hasMore: boolean;
}

/** The properties of a vertex or an edge, each value of its own: typed or not, one or a list of them. */
export function* propertiesOf(element: JsonObject): Generator<GraphsonProperty> {
  for (const [key, written] of Object.entries(objectAt(element, "properties") ?? {}))
    for (const each of isJsonList(written) ? written : [written]) {
      const property = unwrapped(each);
      if (!isJsonObject(property) || !hasKeys(property, "value")) {
        yield { key, value: property, during: null, hasMore: false };
        continue;
      }
      const more = objectAt(property, "properties") ?? {};
      const during = spellText(timeIn(more, "startTime"), timeIn(more, "endTime"));
      const hasMore = Object.keys(more).some((name) => during === null || !["startTime", "endTime"].includes(name));
      yield { key, value: unwrapped(fieldOf(property, "value")), during, hasMore };
    }
}

function timeIn(properties: JsonObject, key: string): string {
  const value = unwrapped(fieldOf(properties, key));
  const inner = unwrapped(isJsonObject(value) ? fieldOf(value, "value") : value);
  return typeof inner === "object" ? "" : String(inner);
}
