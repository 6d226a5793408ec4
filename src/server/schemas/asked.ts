import { z } from "@hono/zod-openapi";
import { directions } from "../../graph/conditions.ts";
import { type Ask, asks, type QuestionField } from "../../query/question-field.ts";
import { defaultOf, fieldsOf } from "../../query/question-fields.ts";
import { body, flag, oneOf, text, whole, word, words } from "./fields.ts";

const nameOrNames = z.union([word, words], { error: "an id or a name, or a list of them" });
const days = z.union([whole(0), word], { error: "days, as 30, 30d, 4w, 6m or 1y" });

/** The fields of a question as they come in, made from the table: all by id or name, all but what it is about may be left out. */
function shapeOf(ask: Ask): Record<string, z.ZodType> {
  const fields = fieldsOf(ask).map((field) => [field.name, fieldOf(ask, field)] as const);
  return { ...Object.fromEntries(fields), ...(ask === "pattern" ? patternParts : {}) };
}

/** "PathQuestion". */
export function questionName(ask: Ask): string {
  return `${ask.charAt(0).toUpperCase()}${ask.slice(1)}Question`;
}

const patternParts = {
  nodes: z
    .array(body({ name: word, entity: z.nullable(word).optional(), types: words.optional() }), { error: "a list of nodes" })
    .optional(),
  edges: z
    .array(body({ from: whole(0), to: whole(0), relations: words.optional(), direction: oneOf(directions).optional() }), {
      error: "a list of edges",
    })
    .optional(),
};

/** Questions share most of their fields, and so their schemas: a server starts with hundreds of them. */
const made = new Map<QuestionField, z.ZodType>();

function fieldOf(ask: Ask, field: QuestionField): z.ZodType {
  const known = made.get(field) ?? newField(defaultOf(ask, field.name), field);
  made.set(field, known);
  return known;
}

function newField(left: unknown, { name, holds, help }: QuestionField): z.ZodType {
  const schema = takenBy({ name, holds }).openapi({ description: help });
  if (left === undefined && name !== "pattern") return schema;
  return (left === null ? z.nullable(schema) : schema).optional();
}

function takenBy({ name, holds }: Pick<QuestionField, "name" | "holds">): z.ZodType {
  switch (holds.is) {
    case "whole":
      return whole(holds.least, holds.served ?? holds.most);
    case "choice":
      return oneOf(holds.among.map(({ value }) => value));
    case "flag":
      return flag;
    case "days":
      return days;
    case "entity":
    case "date":
    case "interval":
    case "pattern":
      return word;
    default:
      return name === "from" || name === "to" ? nameOrNames : words;
  }
}

/** Bodies of the routes. */
export const askedQuestions = Object.fromEntries(
  asks.map((ask) => [ask, body({ ask: z.literal(ask, { error: ask }).optional(), ...shapeOf(ask) }).openapi(questionName(ask))]),
) as unknown as Readonly<Record<Ask, z.ZodType>>;

const [first, ...others] = asks.map((ask) => body({ ask: z.literal(ask), ...shapeOf(ask) }));

/** Any question; `ask` says which, and must be there. */
const anyQuestion = z.discriminatedUnion("ask", [first!, ...others], { error: asks.join(", ") }).openapi("AnyQuestion");

/** A question to keep. */
export const questionDraft = body({ id: word.optional(), name: word, asked: anyQuestion }).openapi("QuestionDraft");

export const askedExport = body({
  format: word,
  part: text.optional(),
  formulas: z.enum(["guarded", "exact"], { error: "guarded or exact" }).optional(),
  scope: z
    .discriminatedUnion(
      "kind",
      [
        body({ kind: z.literal("case") }),
        body({ kind: z.literal("entities"), entities: words }),
        body({ kind: z.literal("around"), entity: word, hops: whole(0).optional() }),
        body({ kind: z.literal("path"), question: askedQuestions.path }),
        body({ kind: z.literal("answer"), question: anyQuestion }),
        body({ kind: z.literal("chart"), chart: word }),
      ],
      { error: "case, entities, around, path, answer or chart" },
    )
    .optional(),
}).openapi("ExportQuestion");
