/** A value of a property: nulls are left out, lists hold texts. */
export type CypherValue = string | number | boolean | null | readonly string[];

/** `{name: 'Ada', born: 1815}`; keys are ours, and plain words. Nulls are left out. */
export function cypherMap(values: readonly (readonly [key: string, value: CypherValue])[]): string {
  return `{${values.flatMap(([key, value]) => (value === null ? [] : `${key}: ${cypherLiteral(value)}`)).join(", ")}}`;
}

/** A value as it stands in a statement of one line. Whole numbers that 64 bits may not hold are written with an exponent. */
export function cypherLiteral(value: Exclude<CypherValue, null>): string {
  if (typeof value === "string") return cypherText(value);
  if (typeof value === "object") return `[${value.map(cypherText).join(", ")}]`;
  if (typeof value === "boolean") return String(value);
  if (!Number.isFinite(value)) return cypherText(String(value));
  const text = Math.abs(value) > Number.MAX_SAFE_INTEGER ? value.toExponential() : String(value);
  return text.replace("e+", "e");
}

/**
 * A text in single quotes, without line ends. A backslash is followed by no `u` of the text: some engines read `\u0027` before they look
 * for quotes, however many backslashes stand before it.
 */
function cypherText(text: string): string {
  const escaped = text
    .toWellFormed()
    .replaceAll("\u0000", "\uFFFD")
    .replaceAll(/[\\'\n\r\t\b\f\u0085\u2028\u2029]/g, (char) => escapes.get(char) ?? char);
  return `'${escaped}'`;
}

const escapes = new Map([
  ["\\", "\\\\"],
  ["'", "\\'"],
  ["\n", "\\n"],
  ["\r", "\\r"],
  ["\t", "\\t"],
  ["\b", "\\b"],
  ["\f", "\\f"],
]);

/** The type of a relationship: `affiliate-of` as `AFFILIATE_OF`. Letters of any script, digits and `_` alone, so that no name ends it. */
export function cypherType(relation: string): string {
  return quoted(words(relation).join("_").toUpperCase(), "LINKED");
}

/** The label of a node: `armed-group` as `ArmedGroup`. */
export function cypherLabel(type: string): string {
  return quoted(
    words(type)
      .map((word) => word.slice(0, 1).toUpperCase() + word.slice(1))
      .join(""),
    "Thing",
  );
}

function words(name: string): string[] {
  return name
    .toWellFormed()
    .slice(0, 100)
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((word) => word !== "");
}

function quoted(name: string, otherwise: string): string {
  return `\`${name || otherwise}\``;
}
