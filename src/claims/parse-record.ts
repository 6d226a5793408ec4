import * as z from "zod/mini";
import {
  chartId,
  claimId,
  entityId,
  entityTypeId,
  judgementId,
  propertyId,
  questionId,
  relationId,
  sourceId,
} from "../base/ids.ts";
import { parsePartialDate } from "../base/partial-date.ts";
import { parsePartialInterval } from "../base/partial-interval.ts";
import { BadInput } from "../base/problem.ts";
import { valueAt } from "../base/value-at.ts";
import type { Chart } from "./chart.ts";
import type { Claim } from "./claim.ts";
import { stances } from "./claim.ts";
import type { Entity } from "./entity.ts";
import type { Judgement } from "./judgement.ts";
import { verdicts } from "./judgement.ts";
import type { SavedQuestion } from "./saved-question.ts";
import { soundClaim } from "./sound-claim.ts";
import type { Source } from "./source.ts";
import { reliabilities } from "./source.ts";

/** zod tries `new Function` otherwise, which the page's policy forbids and reports. */
z.config({ jitless: true });

// The `error` of every schema below says what is wanted there; `parse` makes the sentence.
const text = z.string({ error: "a text" }).check(z.refine((given) => given.isWellFormed(), "well-formed Unicode"));
const word = z.string({ error: "a text" }).check(
  z.minLength(1, "a text of at least one character"),
  z.refine((given) => given.isWellFormed(), "well-formed Unicode"),
);
const isoTime = text.check(
  z.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/, "a time in ISO 8601, UTC, such as 2024-03-24T09:30:00Z"),
);
const date = text.check(
  z.refine((given) => parsePartialDate(given) !== undefined, "a partial date such as 2024, 2024-03, 2024-03-24 or ~2024"),
);
const interval = text.check(
  z.refine((given) => parsePartialInterval(given) !== undefined, "a partial date or interval such as 2024-03 or 2019/.."),
);
const flag = z.boolean({ error: "true or false" });
const count = z.int({ error: "a whole number" }).check(z.nonnegative("a whole number from 0"));
const coordinate = z.number({ error: "a finite number" });
const value = z.union([text, z.number(), flag], { error: "a text, a finite number, true or false" });

function id<T>(door: (text: string) => T) {
  return z.pipe(word, z.transform(door));
}

function record<Shape extends z.core.$ZodLooseShape>(shape: Shape) {
  return z.strictObject(shape, { error: "an object" });
}

function listOf<Item extends z.core.SomeType>(item: Item) {
  return z.array(item, { error: "a list" });
}

function oneOf<const Values extends readonly string[]>(values: Values) {
  return z.enum(values, { error: `one of ${values.join(", ")}` });
}

const entity = record({
  id: id(entityId),
  type: id(entityTypeId),
  name: word,
  aliases: listOf(word),
  description: text,
  placeholder: flag,
  space: z.exactOptional(word),
  written: z.exactOptional(word),
});

const source = record({
  id: id(sourceId),
  title: word,
  publisher: z.nullable(text),
  author: z.nullable(text),
  url: z.nullable(text),
  published: z.nullable(date),
  retrieved: z.nullable(date),
  text: z.nullable(text),
  sha256: z.nullable(text.check(z.regex(/^[0-9a-f]{64}$/, "64 lower-case hexadecimal digits"))),
  reliability: z.nullable(oneOf(reliabilities)),
  derivedFrom: z.nullable(id(sourceId)),
  ids: z.exactOptional(word),
});

const quote = record({ kind: z.literal("quote"), quote: word, start: count, end: count }).check(
  z.refine(({ quote: words, start, end }) => end - start === words.length, "an end as far from the start as the quote is long"),
);
const citation = z.discriminatedUnion(
  "kind",
  [quote, record({ kind: z.literal("row"), row: count }), record({ kind: z.literal("page"), page: word, quote: text })],
  { error: "quote, row or page" },
);

const origin = z.discriminatedUnion(
  "kind",
  [
    record({ kind: z.literal("hand") }),
    record({ kind: z.literal("imported"), file: text, row: z.nullable(count) }),
    record({ kind: z.literal("suggested") }),
  ],
  { error: "hand, imported or suggested" },
);

const anyClaim = {
  id: id(claimId),
  subject: id(entityId),
  stance: oneOf(stances),
  speaker: z.nullable(id(entityId)),
  source: id(sourceId),
  citation: z.nullable(citation),
  during: z.nullable(interval),
  said: z.nullable(date),
  about: z.nullable(id(entityId)),
  note: text,
  credibility: z.nullable(z.literal([1, 2, 3, 4, 5, 6], { error: "a whole number from 1 to 6" })),
  relays: z.nullable(id(claimId)),
  origin,
  recordedBy: text,
  recordedAt: isoTime,
};
const linkClaim = record({
  ...anyClaim,
  kind: z.literal("link"),
  relation: id(relationId),
  object: id(entityId),
  attributes: listOf(z.tuple([text, value], { error: "a pair of name and value" })),
});
const attributeClaim = record({
  ...anyClaim,
  kind: z.literal("attribute"),
  property: id(propertyId),
  value,
  approximate: flag,
});
const claim = z
  .discriminatedUnion("kind", [linkClaim, attributeClaim], { error: "link or attribute" })
  .check(z.refine((given) => given.relays !== given.id, { error: "another claim than itself", path: ["relays"] }));

const judgement = record({
  id: id(judgementId),
  a: id(entityId),
  b: id(entityId),
  verdict: oneOf(verdicts),
  reason: text,
  by: text,
  at: isoTime,
}).check(z.refine(({ a, b }) => a !== b, { error: "another entity than a", path: ["b"] }));

const chartNode = record({ entity: id(entityId), x: coordinate, y: coordinate, pinned: flag });
const chart = record({ id: id(chartId), name: word, nodes: listOf(chartNode) }).check(
  z.refine(({ nodes }) => new Set(nodes.map((node) => node.entity)).size === nodes.length, {
    error: "every entity once",
    path: ["nodes"],
  }),
);

const scalar = z.union([text, z.number(), flag, z.null()], { error: "a text, a finite number, true, false or null" });
const askedRecord = z.record(text, z.union([scalar, z.array(scalar)]), { error: "an object" });
const askedValue = z.union([scalar, z.array(z.union([scalar, askedRecord]))], { error: "plain values, or lists of them" });
/** Fields are looked at when the question is asked: here it is plain JSON, no deeper than a question can be. */
const question = record({
  id: id(questionId),
  name: word,
  ask: word,
  asked: z.record(word, askedValue, { error: "an object" }),
});

/** The shapes of the records, for whoever goes through their fields. */
export const recordSchemas = { entity, source, claim, judgement, chart, question } as const;

/**
 * The checked door for records from files, scripts and the page: every field there, none unknown, ids
 * through their own doors, dates that are dates. Throws BadInput in one line: which field, what was
 * wanted, what came. Names and quotes are not looked up here: that takes a case.
 */
export function parseEntity(given: unknown): Entity {
  return parse(entity, "entity", given);
}

export function parseSource(given: unknown): Source {
  return parse(source, "source", given);
}

export function parseClaim(given: unknown): Claim {
  return soundClaim(given) ?? parse(claim, "claim", given);
}

export function parseJudgement(given: unknown): Judgement {
  return parse(judgement, "judgement", given);
}

export function parseChart(given: unknown): Chart {
  return parse(chart, "chart", given);
}

export function parseSavedQuestion(given: unknown): SavedQuestion {
  return parse(question, "question", given);
}

function parse<Schema extends z.core.$ZodType>(schema: Schema, what: string, given: unknown): z.output<Schema> {
  const result = z.safeParse(schema, given);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  if (issue === undefined) throw new Error(`a refused ${what} names at least one fault`);
  const field = [what, ...issue.path.map(String)].join(".");
  if (issue.code === "unrecognized_keys") throw new BadInput(`${field}: no field is called ${shown(issue.keys[0])}`);
  throw new BadInput(`${field}: wanted ${issue.message}, got ${shown(valueAt(given, issue.path))}`);
}

/** A value in at most 80 characters of one line. */
function shown(given: unknown): string {
  if (given === undefined) return "nothing";
  const json = JSON.stringify(given) ?? String(given);
  return json.length > 80 ? `${json.slice(0, 80)}…` : json;
}
