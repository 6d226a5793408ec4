import type { GraphAttribute } from "./graph-records.ts";

/** What an attribute without dates says, as text; "" when it is not there. */
export function textOf(attributes: readonly GraphAttribute[], key: string): string {
  const found = attributes.find((each) => each.key === key && each.during === null)?.value;
  return found === undefined ? "" : String(found);
}

/** Of the columns that Clew writes for a node, in every format of nodes and edges: what an entity has for it. */
export function ownNodeColumns(attributes: readonly GraphAttribute[]) {
  const description = textOf(attributes, "description");
  const aliases = aliasesIn(textOf(attributes, "aliases"));
  const taken = new Set(["description", "placeholder", ...(aliases === null ? [] : ["aliases"])]);
  const placeholder = textOf(attributes, "placeholder") === "true";
  return { text: { description, aliases: aliases ?? [], placeholder }, rest: attributes.filter(({ key }) => !taken.has(key)) };
}

/** A list of texts as JSON, as Clew writes it; null for anything else. */
function aliasesIn(text: string): string[] | null {
  try {
    const found: unknown = text === "" ? [] : JSON.parse(text);
    return Array.isArray(found) && found.every((each) => typeof each === "string") ? found : null;
  } catch {
    return null;
  }
}

/** Columns of the edges that Clew writes, but weight: a link has them anew from its claims. */
export const ownEdgeColumns: ReadonlySet<string> = new Set([
  "label",
  "relation",
  "standing",
  "claims",
  "origins",
  "symmetric",
  "note",
]);
