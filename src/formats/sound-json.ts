import type { JsonValue } from "./json-value.ts";

const limits = { depth: 64, values: 100_000, text: 16 * 1024 ** 2 };

/** Why a value of a file cannot be taken: too deep, too many values, or a text that is no Unicode; null for a sound one. Cost: one pass, no recursion. */
export function troubleIn(root: JsonValue): { readonly kind: string; readonly message: string } | null {
  const open: { readonly value: JsonValue; readonly depth: number }[] = [{ value: root, depth: 0 }];
  let values = 0;
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { value, depth } = next;
    if (++values > limits.values) return { kind: "too-many-values", message: `wanted at most ${limits.values} values, got more` };
    if (depth > limits.depth) return { kind: "too-deep", message: `wanted at most ${limits.depth} levels, got more` };
    if (typeof value === "string" && !value.isWellFormed()) return brokenText;
    if (typeof value !== "object" || value === null) continue;
    for (const [key, inner] of Object.entries(value)) {
      if (!key.isWellFormed()) return brokenText;
      open.push({ value: inner, depth: depth + 1 });
    }
  }
  return null;
}

const brokenText = { kind: "broken-text", message: "wanted well-formed Unicode, got half of a surrogate pair" };
