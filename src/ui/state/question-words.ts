import type { PathKind } from "../../query/question.ts";
import type { QuestionField } from "../../query/question-field.ts";
import { type Chip, valueOfChip } from "./chip.ts";
import { type Held, kept } from "./held.ts";
import { letterOf, type PatternForm } from "./pattern-form.ts";
import { type QuestionForm, shownChips } from "./question-form.ts";
import { count, dateWords, shortName } from "./words.ts";

/** The question in a sentence, "…" where something is missing: what is asked, of whom, then the conditions in their order. */
export function questionInWords(form: QuestionForm): string {
  const chips = shownChips(form).filter(({ chip, field }) => valueOfChip(chip, field) !== undefined);
  const said = new Set(saidInOpening(form));
  const conditions = [
    ...(form.standing === null ? [] : [`every link at least ${form.standing}`]),
    ...chips.filter(({ chip }) => !said.has(chip.name)).map(({ chip, field }) => phraseOf(chip, field)),
  ];
  return `${[openingOf(form), ...conditions].join(", ")}.`;
}

/** A chip in a few words: "at most 4 hops", "not through Russia". */
export function chipInWords(chip: Chip, { label, holds }: QuestionField): string {
  return label.replace("…", valueInWords(chip, holds) || "…");
}

function phraseOf(chip: Chip, { phrase, holds }: QuestionField): string {
  return phrase.replace("…", valueInWords(chip, holds)).replace(/\b1 (hop|link|origin|entitie|answer)s\b/, "1 $1");
}

/** The value of a condition in words, or nothing while there is none. */
export function valueInWords(chip: Chip, holds: QuestionField["holds"]): string {
  switch (holds.is) {
    case "flag":
      return "";
    case "choice":
      return holds.among.find(({ value }) => value === chip.text)?.words ?? "";
    case "whole":
      return /^\d+$/.test(chip.text.trim()) ? Number(chip.text).toLocaleString("en") : chip.text.trim();
    case "days":
      return daysInWords(chip.text.trim());
    case "date":
    case "interval":
      return chip.text.trim().split("/").map(dateWords).join(" / ");
    default:
      return listed(chip.held, "or");
  }
}

function daysInWords(text: string): string {
  const [, number, unit = "d"] = /^(\d+)([dwmy]?)$/.exec(text) ?? [];
  if (number === undefined) return text;
  return count(Number(number), { w: "week", m: "month", y: "year" }[unit] ?? "day");
}

const kinds: Readonly<Record<Exclude<PathKind, "k-shortest">, string>> = {
  shortest: "The shortest paths",
  simple: "Every path",
  cheapest: "The lightest paths",
  strongest: "The strongest paths",
  disjoint: "Paths apart from one another",
  earliest: "The earliest paths",
};

/** Conditions that the opening says already. */
function saidInOpening({ ask, kind }: QuestionForm): readonly Chip["name"][] {
  if (ask === "around") return ["hops"];
  if (ask === "common") return ["atLeast"];
  return ask === "path" && kind === "k-shortest" ? ["k"] : [];
}

function openingOf(form: QuestionForm): string {
  const text = (name: Chip["name"]) => form.chips.find((chip) => chip.name === name)?.text.trim();
  const between = `from ${listed(form.from, "or") || "…"} to ${listed(form.to, "or") || "…"}`;
  switch (form.ask) {
    case "path":
      return `${form.kind === "k-shortest" ? `The ${text("k") ?? "5"} shortest paths` : kinds[form.kind]} ${between}`;
    case "bearing":
      return `What every path ${between} rests on`;
    case "around":
      return `What lies within ${count(Number(text("hops") || 1), "hop")} of ${listed(form.center, "and") || "…"}`;
    case "connect":
      return `What connects ${listed(form.entities, "and") || "…"}`;
    case "common": {
      const least = text("atLeast");
      const whom = least === undefined ? "" : `at least ${least} of `;
      return `What ${whom}${listed(form.entities, "and") || "…"} have in common`;
    }
    case "pattern":
      return `Wherever ${patternInWords(form.pattern)}`;
  }
}

/** "A, B or C": names of what a box holds. */
function listed(held: Held, last: "and" | "or"): string {
  const names = kept(held).picked.map(({ text }) => shortName(text, 60));
  return names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} ${last} ${names.at(-1)}`;
}

function patternInWords({ nodes, edges }: PatternForm): string {
  const again = (at: number) => edges.filter(({ from, to }) => from === at || to === at).length > 1;
  const whoIs = (at: number) => {
    const who = nodes[at];
    const said = who === undefined ? "" : listed(who, "or");
    return said === "" || again(at) ? `${said === "" ? "anything" : said} (${letterOf(at)})` : said;
  };
  return edges
    .map(({ from, to, relations, direction }) => {
      const verb = relations.map(({ text }) => text).join(" or ") || "linked to";
      const [one, other] = direction === "backward" ? [to, from] : [from, to];
      return `${whoIs(one)} ${verb} ${whoIs(other)}`;
    })
    .join(", ");
}
