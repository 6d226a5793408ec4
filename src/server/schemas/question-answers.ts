import { z } from "@hono/zod-openapi";
import { directions } from "../../graph/conditions.ts";
import type { Ask, FieldHolds, QuestionField } from "../../query/question-field.ts";
import { defaultOf, fieldsOf } from "../../query/question-fields.ts";
import { count, id, list, namedEntity, record, stance, standing, textOrNull } from "./answer-parts.ts";
import { questionName } from "./asked.ts";

/** What answers to questions of the graph are made of; the shapes are those of src/query/answer.ts. */
const stop = z.enum(["exhausted", "max-hops", "limit", "budget", "cancelled"]).openapi("Stop");

const claimShape = {
  id,
  source: id,
  speaker: textOrNull,
  stance,
  quote: textOrNull,
  said: textOrNull,
  during: textOrNull,
};
const claim = record(claimShape).openapi("AnswerClaim");
const linkShape = { id, relation: id, from: id, to: id, standing, claims: list(claim) };
const plainLink = record(linkShape).openapi("PlainLink");
const step = record({ links: list(record({ ...linkShape, along: z.boolean() }).openapi("AnswerLink")) }).openapi("AnswerStep");
const skipped = z.nullable(record({ count, entities: list(namedEntity) }));

const ended = { complete: z.boolean(), stop, visited: record({ entities: count, links: count }), elapsedMs: z.number() };

/** A whole question, as every answer brings it along: made from the table of fields. */
function wholeQuestion(ask: Ask) {
  const fields = fieldsOf(ask)
    .filter(({ name }) => name !== "pattern")
    .map((field) => [field.name, fieldOf(ask, field)] as const);
  const shape: Record<string, z.ZodType> = Object.fromEntries(fields);
  const question = record({ ask: z.literal(ask), ...shape, ...(ask === "pattern" ? patternParts : {}) });
  return question.openapi(`Whole${questionName(ask)}`);
}

const made = new Map<QuestionField, z.ZodType>();

/** Made once, and shared by the questions that have the field. */
function fieldOf(ask: Ask, field: QuestionField): z.ZodType {
  const { name, holds } = field;
  const known = made.get(field) ?? (defaultOf(ask, name) === null ? z.nullable(held(holds)) : held(holds));
  made.set(field, known);
  return known;
}

const patternParts = {
  nodes: list(record({ name: z.string(), entity: textOrNull, types: list(id) })),
  edges: list(record({ from: count, to: count, relations: list(id), direction: z.enum(directions) })),
};

function held(holds: FieldHolds): z.ZodType {
  switch (holds.is) {
    case "whole":
    case "days":
      return count;
    case "choice":
      return z.enum(holds.among.map(({ value }) => value));
    case "flag":
      return z.boolean();
    case "entity":
    case "date":
    case "interval":
    case "pattern":
      return z.string();
    default:
      return list(id);
  }
}

const pathQuestion = wholeQuestion("path");

const path = record({
  question: pathQuestion,
  ...ended,
  count,
  linkSequences: z.union([count, z.string()]),
  skipped,
  why: z.nullable(
    record({ cut: list(z.string()), loosen: list(record({ text: z.string(), question: pathQuestion, hops: count })) }),
  ),
  paths: list(
    record({
      hops: count,
      weight: z.nullable(z.number()),
      arrival: textOrNull,
      source: textOrNull,
      standing,
      origins: count,
      sentence: z.string(),
      entities: list(namedEntity),
      steps: list(step),
    }),
  ),
}).openapi("PathAnswer");

const around = record({
  question: wholeQuestion("around"),
  ...ended,
  center: id,
  hops: count,
  skipped,
  perHop: list(count),
  entities: list(namedEntity),
  links: list(plainLink),
}).openapi("AroundAnswer");

const connect = record({
  question: wholeQuestion("connect"),
  ...ended,
  skipped,
  sentence: z.string(),
  fewest: z.boolean(),
  added: list(id),
  fragments: list(list(id)),
  standing: z.nullable(standing),
  entities: list(namedEntity),
  links: list(plainLink),
}).openapi("ConnectAnswer");

const common = record({
  question: wholeQuestion("common"),
  ...ended,
  skipped,
  count,
  common: list(
    record({
      ...namedEntity.shape,
      reaches: count,
      ties: list(record({ entity: namedEntity, links: list(plainLink) })),
    }),
  ),
}).openapi("CommonAnswer");

const bearing = record({
  question: wholeQuestion("bearing"),
  ...ended,
  linked: z.boolean(),
  sentence: z.string(),
  sources: list(record({ id, title: z.string() })),
  claims: list(record({ ...claimShape, link: plainLink })),
  links: list(plainLink),
  entities: list(namedEntity),
}).openapi("BearingAnswer");

const pattern = record({
  question: wholeQuestion("pattern"),
  ...ended,
  count,
  matches: list(record({ standing, entities: list(namedEntity), steps: list(step) })),
}).openapi("PatternAnswer");

export const questionAnswers: Readonly<Record<Ask, z.ZodType>> = { path, around, connect, common, bearing, pattern };
