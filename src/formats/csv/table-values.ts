import { readTableDate } from "./table-dates.ts";
import type { AttributeKind, TableMapping } from "./table-mapping.ts";

/** The value of a cell whose column holds values of that kind; null when it is none. Cells are not empty. */
export function readTableValue(
  text: string,
  holds: AttributeKind,
  { decimal, dates }: Pick<TableMapping, "decimal" | "dates">,
): string | number | boolean | null {
  switch (holds) {
    case "text":
      return text;
    case "number":
      return readTableNumber(text, decimal);
    case "date":
      return readTableDate(text, dates);
    case "truth":
      return truths.get(text.toLowerCase()) ?? null;
  }
}

const truths = new Map([
  ...["true", "yes", "y", "1", "ja", "oui", "si", "sí", "sim", "да", "wahr", "vrai"].map((word) => [word, true] as const),
  ...["false", "no", "n", "0", "nein", "non", "não", "nee", "нет", "falsch", "faux"].map((word) => [word, false] as const),
]);

/** Code units that a number is made of without thousands: digits, sign, point, exponent. */
function isPlainNumber(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit >= 48 && unit <= 57) continue;
    if (unit !== 46 && unit !== 45 && unit !== 43 && unit !== 101 && unit !== 69) return false;
  }
  return true;
}

/**
 * A number as people write it: `1234.5`, `1,234.5`, with a decimal comma `1234,5`, `1.234,5` and `1 234,5`. Null for all else, and for
 * what is beyond a double.
 */
export function readTableNumber(text: string, decimal: "." | ","): number | null {
  if (text === "") return null;
  const plain = decimal === "." && isPlainNumber(text) ? text : withoutThousands(text, decimal);
  const number = plain === null ? Number.NaN : Number(plain);
  return Number.isFinite(number) ? number : null;
}

function withoutThousands(text: string, decimal: "." | ","): string | null {
  const pattern =
    decimal === "." ? /^[-+]?\d{1,3}([,' \u00a0\u202f]\d{3})*(\.\d+)?$/ : /^[-+]?(\d+|\d{1,3}([.' \u00a0\u202f]\d{3})+)(,\d+)?$/;
  if (!pattern.test(text)) return null;
  const bare = text.replaceAll(decimal === "." ? /[,' \u00a0\u202f]/g : /[.' \u00a0\u202f]/g, "");
  return decimal === "," ? bare.replace(",", ".") : bare;
}

/** Whether a number would be another text when written again: `007`, `+1`, `1.50`, a telephone. */
export function isWrittenAsNumber(text: string): boolean {
  return !/^[-+]?0\d|^\+/.test(text) && text.length <= 15;
}
