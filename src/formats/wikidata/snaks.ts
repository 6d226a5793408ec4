import { parsePartialInterval } from "../../base/partial-interval.ts";
import { fieldOf, type JsonObject, type JsonValue, listAt, objectAt, textAt, textIn } from "../json-value.ts";

/** What a snak says: an item, or a value with a word beside it (a language, a unit). */
export type SnakValue =
  | { readonly kind: "item"; readonly id: string }
  | { readonly kind: "value"; readonly value: string | number; readonly note: string }
  /** It is said to have none, or one that nobody knows. */
  | { readonly kind: "none" | "unknown" };

/** Null for a snak of a shape that Wikibase does not write. */
export function snakValue(snak: JsonValue | undefined): SnakValue | null {
  const type = textAt(snak, "snaktype");
  if (type === "novalue") return { kind: "none" };
  if (type === "somevalue") return { kind: "unknown" };
  const data = objectAt(snak, "datavalue");
  const value = fieldOf(data, "value");
  if (value === undefined || value === null) return null;
  switch (textAt(data, "type")) {
    case "wikibase-entityid":
      return entityOf(value);
    case "time":
      return plain(timeText(value) ?? textAt(value, "time"));
    case "quantity":
      return quantityOf(value);
    case "monolingualtext":
      return plain(textAt(value, "text"), textAt(value, "language"));
    case "globecoordinate":
      return plain(`${textAt(value, "latitude")},${textAt(value, "longitude")}`);
    default:
      return plain(typeof value === "object" ? JSON.stringify(value) : textIn(value));
  }
}

function plain(value: string | number, note = ""): SnakValue | null {
  return value === "" ? null : { kind: "value", value, note };
}

/** Items are things; properties, lexemes and the like are their ids. */
function entityOf(value: JsonValue): SnakValue | null {
  const number = textAt(value, "numeric-id");
  const id = textAt(value, "id") || (number === "" ? "" : `${textAt(value, "entity-type") === "property" ? "P" : "Q"}${number}`);
  const isItem = textAt(value, "entity-type") === "item" || /^Q\d+$/.test(id);
  return isItem && id !== "" ? { kind: "item", id } : plain(id);
}

function quantityOf(value: JsonValue): SnakValue | null {
  const amount = textAt(value, "amount");
  const number = Number(amount);
  const unit = textAt(value, "unit").replace(/^.*\/entity\//, "");
  const bounds = ["lowerBound", "upperBound"].map((key) => textAt(value, key).replace(/^\+/, "")).filter((bound) => bound !== "");
  const note = [unit === "1" ? "" : unit, bounds.length === 2 ? `${bounds[0]} to ${bounds[1]}` : ""];
  const exact = amount !== "" && Number.isFinite(number) && Math.abs(number) <= Number.MAX_SAFE_INTEGER;
  return plain(exact ? number : amount, note.filter((text) => text !== "").join(", "));
}

/**
 * A time of Wikibase as EDTF, as exact as its precision says: day (11), month (10), year (9), decade (8: `195X`), century (7: `19XX`); null for what is
 * vaguer, or no such date. A century of Wikibase's ends with its hundredth year (2000 is of the 20th).
 */
export function timeText(value: JsonValue | undefined): string | null {
  const found = /^([+-])(\d{4,})-(\d{2})-(\d{2})T/.exec(textAt(value, "time"));
  const precision = fieldOf(value, "precision");
  if (found === null || typeof precision !== "number") return null;
  const [, sign, digits = "", month = "", day = ""] = found;
  const number = Number(digits);
  if (number > 9999 || (sign === "-" && precision < 9)) return null;
  // Wikibase has no year 0: 1 BCE is -0001 there and 0000 here.
  const year = sign === "-" ? yearText(1 - number) : yearText(number);
  const texts = new Map([
    [11, `${year}-${month}-${day}`],
    [10, `${year}-${month}`],
    [9, year],
    [8, `${year.slice(0, 3)}X`],
    [7, `${yearText(Math.max(number - 1, 0)).slice(0, 2)}XX`],
  ]);
  const text = texts.get(Math.min(precision, 11));
  return text === undefined || parsePartialInterval(text) === undefined ? null : text;
}

function yearText(year: number): string {
  return year < 0 ? `-${String(-year).padStart(4, "0")}` : String(year).padStart(4, "0");
}

/** The first time that a property of the snaks gives. */
export function timeIn(snaks: JsonObject | undefined, property: string): string | null {
  for (const snak of listAt(snaks, property)) {
    const text = timeText(fieldOf(objectAt(snak, "datavalue"), "value"));
    if (text !== null) return text;
  }
  return null;
}

/** The values of a property of the snaks, as text: an item is its id. */
export function textsIn(snaks: JsonObject | undefined, property: string): string[] {
  return listAt(snaks, property).flatMap((snak) => {
    const value = snakValue(snak);
    if (value?.kind === "item") return [value.id];
    return value?.kind === "value" ? [String(value.value)] : [];
  });
}
