/** The first attribute `weight` that is a number above 0, written as one or as text; null for none. */
export function weightOf(attributes: unknown): number | null {
  if (!Array.isArray(attributes)) return null;
  for (const [key, value] of attributes as readonly (readonly [unknown, unknown])[]) {
    if (key !== "weight" || value === "" || typeof value === "boolean" || value === null) continue;
    const weight = Number(value);
    if (weight > 0 && Number.isFinite(weight)) return weight;
  }
  return null;
}
