import { hopsInWords, listInWords, nameInWords, titleInWords } from "./in-words.ts";
import type { Lookup } from "./lookup.ts";
import { patternText } from "./pattern-text.ts";
import type { Question } from "./question.ts";
import type { QuestionField } from "./question-field.ts";
import { defaultOf, fieldsOf } from "./question-fields.ts";

/** What a question in words is put together with. */
export type QuestionLookup = Pick<Lookup, "entity" | "relationLabel" | "sourceTitle">;

/** What the head of the line says, and what no reader asks about. */
const saidInHead: ReadonlySet<QuestionField["name"]> = new Set(["kind", "k", "by", "hops", "budgetMs"]);

/** A question as one line: "Shortest paths from Ada to Bolt, at most 4 hops, without the claims of “Briefing”". Budgets are left out. */
export function questionInWords(question: Question, lookup: QuestionLookup): string {
  const rest = fieldsOf(question.ask)
    .filter(({ name, group }) => group !== "ends" && !saidInHead.has(name))
    .map((field) => ({ field, value: (question as unknown as Readonly<Record<string, unknown>>)[field.name] }))
    .filter(({ field, value }) => JSON.stringify(value) !== JSON.stringify(defaultOf(question.ask, field.name)))
    .map(({ field, value }) => phraseOf(field, value, lookup));
  const line = [headOf(question, lookup), ...rest].join(", ");
  return `${line.charAt(0).toUpperCase()}${line.slice(1)}`;
}

/** The phrase of one field with its value in it; ids under their names. */
export function phraseOf({ phrase, holds }: QuestionField, value: unknown, lookup: QuestionLookup): string {
  const choices = holds.is === "choice" ? holds.among : [];
  const said = [value].flat().map((each) => {
    const text = String(each);
    return choices.find((choice) => choice.value === text)?.words ?? nameOf(holds.is, text, lookup);
  });
  return phrase.replace("…", () => listInWords(said));
}

function nameOf(is: QuestionField["holds"]["is"], text: string, lookup: QuestionLookup): string {
  switch (is) {
    case "entity":
    case "entities":
      return nameInWords(lookup.entity(text as Parameters<QuestionLookup["entity"]>[0]).name);
    case "relations":
      return `“${nameInWords(lookup.relationLabel(text as Parameters<QuestionLookup["relationLabel"]>[0]))}”`;
    case "sources":
      return titleInWords(lookup.sourceTitle(text as Parameters<QuestionLookup["sourceTitle"]>[0]));
    case "days":
      return `${text} ${text === "1" ? "day" : "days"}`;
    default:
      return nameInWords(text);
  }
}

function headOf(question: Question, lookup: QuestionLookup): string {
  const names = (ids: readonly Parameters<QuestionLookup["entity"]>[0][]) => ids.map((id) => nameInWords(lookup.entity(id).name));
  switch (question.ask) {
    case "path":
      return `${kindInWords(question)} ${sidesInWords(question, names)}`;
    case "bearing":
      return `what the link ${sidesInWords(question, names)} rests on`;
    case "around":
      return `what lies within ${hopsInWords(question.hops)} of ${names([question.center])[0]}`;
    case "connect":
      return `the network that joins ${listInWords(names(question.entities))}`;
    case "common":
      return `what ${listInWords(names(question.entities))} have in common`;
    case "pattern":
      return `what fits ${patternText(question, (id) => nameInWords(lookup.entity(id).name))}`;
  }
}

type Of<Ask extends Question["ask"]> = Extract<Question, { readonly ask: Ask }>;
type Named = (ids: Of<"path">["from"]) => string[];

function kindInWords({ kind, k, by }: Of<"path">): string {
  const first = by === "hops" ? "shortest" : "lightest";
  if (kind === "k-shortest") return k === 1 ? `the ${first} path` : `the ${k} ${first} paths`;
  const field = fieldsOf("path").find(({ name }) => name === "kind");
  const among = field?.holds.is === "choice" ? field.holds.among : [];
  return among.find(({ value }) => value === kind)?.words ?? kind;
}

function sidesInWords({ from, fromTypes, to, toTypes }: Of<"path" | "bearing">, names: Named): string {
  const side = (ids: Of<"path">["from"], types: readonly string[]) =>
    listInWords([...names(ids), ...types.map((type) => `any ${nameInWords(type)}`)]);
  return `from ${side(from, fromTypes)} to ${side(to, toTypes)}`;
}
