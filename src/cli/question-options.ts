import { BadInput } from "../base/problem.ts";
import type { AskedQuestion } from "../case/asked-question.ts";
import { type Ask, asks, type FieldHolds, type QuestionField } from "../query/question-field.ts";
import { defaultOf, fieldsOf } from "../query/question-fields.ts";
import type { CallOptions, CommandOption } from "./command.ts";

/** The options of a question, as the table of fields has them. */
export function questionOptions(ask: Ask): CommandOption[] {
  return fieldsOf(ask).flatMap((field) => [...ownOption(field, defaultOf(ask, field.name)), ...switches(field)]);
}

/** The options of several questions, each once. */
export function optionsOf(asks: readonly Ask[]): CommandOption[] {
  const all = asks.flatMap(questionOptions);
  return [...new Map(all.map((option) => [option.name, option])).values()];
}

/** Throws BadInput for an option of other questions than `ask`; of any question, when it is null. */
export function refuseOptionsOfOthers(ask: Ask | null, options: CallOptions): void {
  const own = new Set(ask === null ? [] : questionOptions(ask).map(({ name }) => name));
  for (const { name } of optionsOf(asks))
    if (
      !own.has(name) &&
      (options.flag(name) || (options.list(name) ?? options.text(name) ?? options.number(name)) !== undefined)
    )
      throw new BadInput(
        `--${name}: wanted with a question that has it, got ${ask === null ? "none" : `a question of kind ${ask}`}`,
      );
}

/** What the options say; what they leave out is left out of the question. */
function askedFields(ask: Ask, options: CallOptions): Readonly<Record<string, unknown>> {
  const given = fieldsOf(ask).map((field) => [field.name, givenFor(field, options)] as const);
  return Object.fromEntries(given.filter(([, value]) => value !== undefined));
}

/** The question of a call: what its arguments name, and its options. The case checks all of it. */
export function askedOf<A extends Ask>(
  ask: A,
  named: Readonly<Record<string, unknown>>,
  options: CallOptions,
): Extract<AskedQuestion, { readonly ask: A }> {
  refuseOptionsOfOthers(ask, options);
  const fields = askedFields(ask, options);
  const sides = ["from", "to"].map((side) => [side, [named[side] ?? [], fields[side] ?? []].flat()] as const);
  const both = named.from === undefined ? {} : Object.fromEntries(sides);
  return { ...fields, ...named, ...both, ask } as unknown as Extract<AskedQuestion, { readonly ask: A }>;
}

function ownOption({ option, holds, help }: QuestionField, left: unknown): CommandOption[] {
  if (option === null) return [];
  if (holds.is === "flag") return [{ name: option, about: help }];
  return [{ name: option, value: placeOf(holds), ...takesOf(holds), about: `${help}${moreOf(holds, left)}` }];
}

function switches({ holds }: QuestionField): CommandOption[] {
  if (holds.is !== "choice") return [];
  return holds.among.flatMap(({ option, words }) => (option === undefined ? [] : [{ name: option, about: words }]));
}

const longest = 24;

function listOf(holds: FieldHolds): string | null {
  return holds.is === "choice" ? holds.among.map(({ value }) => value).join("|") : null;
}

/** What follows the option: the words themselves where they are short. */
function placeOf(holds: FieldHolds): string {
  switch (holds.is) {
    case "choice": {
      const list = listOf(holds) ?? "";
      return list.length <= longest ? list : "WORD";
    }
    case "whole":
      return holds.unit === "ms" ? "MS" : "N";
    case "entities":
    case "entity":
      return "E";
    case "sources":
      return "T";
    case "date":
      return "DATE";
    case "interval":
      return "FROM/TO";
    case "days":
      return "30d";
    default:
      return "A,B";
  }
}

function takesOf({ is }: FieldHolds): Pick<CommandOption, "takes"> {
  if (is === "whole") return { takes: "number" };
  if (is === "entities" || is === "sources") return { takes: "many" };
  return is === "relations" || is === "families" || is === "types" ? { takes: "list" } : {};
}

function moreOf(holds: FieldHolds, left: unknown): string {
  const list = listOf(holds);
  const words = list !== null && list.length > longest ? `: ${list.replaceAll("|", ", ")}` : "";
  if (holds.is === "entities" || holds.is === "sources") return "; may be repeated";
  return typeof left === "number" || typeof left === "string" ? `${words}; default ${left}` : words;
}

function givenFor({ option, holds }: QuestionField, options: CallOptions): unknown {
  if (option === null) return switchedOn(holds, options);
  if (holds.is === "flag") return options.flag(option) ? true : undefined;
  if (holds.is === "whole") return options.number(option);
  return takesOf(holds).takes === undefined ? options.text(option) : options.list(option);
}

function switchedOn(holds: FieldHolds, options: CallOptions): string | undefined {
  const choices = holds.is === "choice" ? holds.among : [];
  const on = choices.filter(({ option }) => option !== undefined && options.flag(option));
  if (on.length > 1) throw new BadInput(`wanted one of ${on.map(({ option }) => `--${option}`).join(", ")}, got ${on.length}`);
  return on[0]?.value;
}
