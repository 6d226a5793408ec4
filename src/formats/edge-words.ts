import type { GraphAttribute } from "./graph-records.ts";

/** What an edge is called: its relation, a note beside it, and the attributes that are neither. */
export interface EdgeWords {
  readonly relation: string;
  readonly note: string;
  readonly attributes: readonly GraphAttribute[];
}

const relationKeys = ["relation", "relationtype", "relation_type", "relationship", "labele", "interaction", "type", "kind"];
const labelKeys = ["label", "edge label", "name"];

/**
 * An attribute that is called so names the relation, and then the label is a note; else the label does. `given` is what the format
 * itself has for the relation, `label` for the label; "" for nothing.
 */
export function edgeWords(given: string, label: string, attributes: readonly GraphAttribute[]): EdgeWords {
  const named = given === "" ? firstText(attributes, relationKeys) : null;
  const said = label === "" ? firstText(attributes, labelKeys) : null;
  const [relation, words] = [given || (named?.value ?? ""), label || (said?.value ?? "")];
  const taken = [named?.key, said?.key];
  return {
    relation: relation || words,
    note: relation === "" ? "" : words,
    attributes: attributes.filter(({ key, during }) => during !== null || !taken.includes(key)),
  };
}

function firstText(
  attributes: readonly GraphAttribute[],
  keys: readonly string[],
): { readonly key: string; readonly value: string } | null {
  for (const wanted of keys) {
    const found = attributes.find(({ key, value, during }) => key.toLowerCase() === wanted && value !== "" && during === null);
    if (found !== undefined && typeof found.value === "string") return { key: found.key, value: found.value };
  }
  return null;
}
