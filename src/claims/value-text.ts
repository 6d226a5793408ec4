import type { AttributeClaim } from "./claim.ts";

/** "about 10,000": digits grouped as in English, whatever the machine speaks. */
export function valueText({ value, approximate }: Pick<AttributeClaim, "value" | "approximate">): string {
  const text = typeof value === "number" ? value.toLocaleString("en", { maximumFractionDigits: 20 }) : String(value);
  return `${approximate ? "about " : ""}${text}`;
}
