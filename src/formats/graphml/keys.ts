import type { GraphAttribute } from "../graph-records.ts";
import { numberOrText } from "../values.ts";
import type { XmlElement } from "../xml-elements.ts";

/** What a `data` element may be about, as the file declares it. */
export interface GraphmlKey {
  readonly id: string;
  readonly for: string;
  readonly name: string;
  /** In small letters. */
  readonly type: string;
  readonly default: string | null;
}

export function keyOf(attributes: XmlElement["attributes"]): GraphmlKey {
  const id = attributes.get("id") ?? "";
  return {
    id,
    for: (attributes.get("for") ?? "all").toLowerCase(),
    name: attributes.get("attr.name") || id,
    type: (attributes.get("attr.type") ?? "string").toLowerCase(),
    default: null,
  };
}

const numeric = new Set(["int", "long", "float", "double", "integer", "short", "byte"]);

export function valueIn({ type }: Pick<GraphmlKey, "type">, text: string): GraphAttribute["value"] {
  const trimmed = text.trim();
  if (type === "boolean" && /^(true|false|1|0)$/i.test(trimmed)) return /^(true|1)$/i.test(trimmed);
  return numeric.has(type) ? numberOrText(trimmed) : text;
}
