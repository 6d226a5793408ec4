import type { FieldName, QuestionField } from "../../query/question-field.ts";
import { type Held, namesIn, nothingHeld } from "./held.ts";

/** A condition that was added to a question: a text (a number, a date, a choice's value), or things that were chosen. */
export interface Chip {
  readonly name: FieldName;
  readonly text: string;
  readonly held: Held;
}

/** Where a chip begins, so that adding it asks something at once where there is a sensible value. */
const starts: Partial<Record<FieldName, string>> = {
  k: "5",
  by: "weight",
  apart: "links",
  maxHops: "4",
  hops: "1",
  atLeast: "2",
  limit: "20",
  budgetMs: "30000",
  maxDegree: "20",
  direction: "forward",
  origins: "2",
  reliability: "B",
  credibility: "2",
  undated: "out",
  sourcesAlong: "same",
  timeOrder: "forward",
  maxGap: "365",
};

export function newChip(name: FieldName): Chip {
  return { name, text: starts[name] ?? "", held: nothingHeld };
}

/** What a chip asks for: a value that the server takes, or undefined while it is empty or makes no sense. */
export function valueOfChip(
  { text, held }: Chip,
  { holds }: QuestionField,
): string | number | boolean | readonly string[] | undefined {
  switch (holds.is) {
    case "flag":
      return true;
    case "whole":
      return wholeIn(text);
    case "choice":
      return holds.among.some(({ value }) => value === text) ? text : undefined;
    case "entity":
      return namesIn(held, "entity")[0];
    case "entities":
      return filled(namesIn(held, "entity"));
    case "sources":
    case "claims":
    case "relations":
    case "families":
    case "types":
      return filled(namesIn(held, "value"));
    case "days":
      return wholeIn(text) ?? (text.trim() === "" ? undefined : text.trim());
    case "date":
    case "interval":
    case "pattern":
      return text.trim() === "" ? undefined : text.trim();
  }
}

function wholeIn(text: string): number | undefined {
  const plain = text.trim();
  return /^\d{1,9}$/.test(plain) ? Number(plain) : undefined;
}

function filled(names: readonly string[]): readonly string[] | undefined {
  return names.length === 0 ? undefined : names;
}

/** Why what was typed will not do, in a line; null while it will, or while there is nothing. Dates are read elsewhere. */
export function chipProblem({ text }: Chip, { holds }: QuestionField): string | null {
  const typed = text.trim();
  if (typed === "") return null;
  if (holds.is === "days") return /^\d{1,6}[dwmy]?$/.test(typed) ? null : "Days, or 30d, 4w, 6m, 1y.";
  if (holds.is !== "whole") return null;
  const given = wholeIn(typed);
  const most = holds.served ?? holds.most;
  if (given === undefined) return `A whole number from ${holds.least}.`;
  if (given >= holds.least && given <= most) return null;
  return `From ${holds.least.toLocaleString("en")} to ${most.toLocaleString("en")}.`;
}
