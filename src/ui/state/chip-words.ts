import type { QuestionField } from "../../query/question-field.ts";
import type { Chip } from "./chip.ts";
import { kept } from "./held.ts";
import { count, dateWords, shortName } from "./words.ts";

/** A chip in a few words: "at most 4 hops", "not through Russia". */
export function chipInWords(chip: Chip, field: QuestionField): string {
  const { before, value, after } = chipParts(chip, field);
  return `${before}${value}${after}`;
}

/** Likewise, the value apart; "…" while there is none, nothing where the field takes none. */
export function chipParts(chip: Chip, { label, holds }: QuestionField) {
  const [before = "", after] = label.split("…");
  if (after === undefined) return { before, value: "", after: "" };
  const value = valueInWords(chip, holds) || "…";
  return { before, value, after: value === "1" ? ofOne(after) : after };
}

/** "hops" as they stand after "1". */
function ofOne(words: string): string {
  return words.replace(/^ entities\b/, " entity").replace(/^ (hop|link|origin|answer)s\b/, " $1");
}

/** The value of a condition in words, or nothing while there is none. */
export function valueInWords(chip: Chip, holds: QuestionField["holds"]): string {
  const text = chip.text.trim();
  switch (holds.is) {
    case "flag":
      return "";
    case "choice":
      return holds.among.find(({ value }) => value === chip.text)?.words ?? "";
    case "whole":
      return /^\d+$/.test(text) ? Number(text).toLocaleString("en") : text;
    case "days":
      return daysInWords(text);
    case "date":
    case "interval":
      return text.split("/").map(dateWords).join(" / ");
    default:
      return kept(chip.held)
        .picked.map((one) => shortName(one.text, 60))
        .join(", ");
  }
}

function daysInWords(text: string): string {
  const [, number, unit = "d"] = /^(\d+)([dwmy]?)$/.exec(text) ?? [];
  if (number === undefined) return text;
  return count(Number(number), { w: "week", m: "month", y: "year" }[unit] ?? "day");
}
