import type { QuestionField } from "../../query/question-field.ts";
import type { Chip } from "./chip.ts";
import { kept } from "./held.ts";
import { count, dateWords, shortName } from "./words.ts";

/** A chip in a few words: "at most 4 hops", "not through Russia". */
export function chipInWords(chip: Chip, { label, holds }: QuestionField): string {
  return label.replace("…", () => valueInWords(chip, holds) || "…");
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
