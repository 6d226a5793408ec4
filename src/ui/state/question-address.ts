import { patternText } from "../../query/pattern-text.ts";
import type { PatternQuestion } from "../../query/question.ts";
import { type Ask, asks, type QuestionField } from "../../query/question-field.ts";
import { defaultOf, fieldsOf } from "../../query/question-fields.ts";
import type { Asked } from "./asked.ts";

export type Pairs = readonly (readonly [key: string, value: string])[];

/**
 * A question as pairs of the address, by the keys of the table: fields that are not at their default, ends
 * first, then in the order of `order`. `readQuestion` leads back to the same question.
 */
export function questionPairs(question: Asked, order: readonly string[] = []): Pairs {
  const { ask } = question;
  const rank = new Map(order.map((name, at) => [name, at]));
  const rankOf = ({ name, group }: QuestionField) => (group === "ends" ? -1 : (rank.get(name) ?? order.length));
  const fields = [...fieldsOf(ask)].sort((a, b) => rankOf(a) - rankOf(b));
  return [...(ask === "path" ? [] : [["ask", ask] as const]), ...fields.flatMap((field) => fieldPairs(question, field))];
}

function fieldPairs(question: Asked, { name, key, holds }: QuestionField): Pairs {
  if (key === null) return [];
  if (holds.is === "pattern") return [[key, textOfPattern(question)]];
  const value = question[name];
  if (value === undefined || value === null || isDefault(question.ask, name, value)) return [];
  if (holds.is === "flag") return value === true ? [[key, "1"]] : [];
  return [value].flat().map((one) => [key, String(one)] as const);
}

/** Entities by id, in the language of patterns, which the server reads. */
function textOfPattern({ pattern, nodes, edges }: Asked): string {
  if (typeof pattern === "string") return pattern;
  const drawn = { nodes, edges } as Pick<PatternQuestion, "nodes" | "edges">;
  return patternText(drawn, (id) => id);
}

function isDefault(ask: Ask, name: QuestionField["name"], value: unknown): boolean {
  return JSON.stringify(value) === JSON.stringify(defaultOf(ask, name));
}

/** Reads what `questionPairs` wrote; what it does not know, or what is out of range, is left out. Null where no question is asked. */
export function readQuestion(params: URLSearchParams): Asked | null {
  const ask = asks.find((one) => one === (params.get("ask") ?? "path"));
  if (ask === undefined) return null;
  const fields = new Map(fieldsOf(ask).flatMap((field) => (field.key === null ? [] : [[field.key, field] as const])));
  const read = [...new Set(params.keys())].flatMap((key) => {
    const field = fields.get(key);
    const value = field === undefined ? undefined : valueIn(field, params.getAll(key));
    return field === undefined || value === undefined ? [] : [[field.name, value] as const];
  });
  const asked: Asked = { ask, ...Object.fromEntries(read) };
  return saysEnough(asked) ? asked : null;
}

function saysEnough(asked: Asked): boolean {
  const some = (...names: string[]) => names.some((name) => asked[name] !== undefined);
  switch (asked.ask) {
    case "path":
    case "bearing":
      return some("from", "fromTypes") && some("to", "toTypes");
    case "around":
      return some("center");
    case "connect":
    case "common":
      return some("entities");
    case "pattern":
      return some("pattern");
  }
}

/** What the texts stand for; undefined for what the field cannot hold. */
function valueIn({ holds }: QuestionField, texts: readonly string[]): unknown {
  const [text = ""] = texts;
  switch (holds.is) {
    case "flag":
      return text === "1" ? true : undefined;
    case "whole":
      return isWhole(text, holds) ? Number(text) : undefined;
    case "choice":
      return holds.among.some(({ value }) => value === text) ? text : undefined;
    case "days":
      return /^\d{1,7}$/.test(text) ? Number(text) : undefined;
    case "pattern":
    case "date":
    case "interval":
    case "entity":
      return text === "" ? undefined : text;
    default: {
      const ids = texts.filter((id) => id !== "");
      return ids.length === 0 ? undefined : ids;
    }
  }
}

function isWhole(text: string, { least, most }: { readonly least: number; readonly most: number }): boolean {
  return /^\d{1,9}$/.test(text) && Number(text) >= least && Number(text) <= most;
}
