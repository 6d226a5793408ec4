import fc from "fast-check";
import { families } from "../../../src/claims/ontology.ts";
import { type Ask, asks, type QuestionField } from "../../../src/query/question-field.ts";
import { defaultOf, fieldsOf } from "../../../src/query/question-fields.ts";
import type { Asked } from "../../../src/ui/state/asked.ts";

/** Any id, also one that names a property of every object. */
export const anyId = fc.oneof(
  fc.string({ unit: "binary", minLength: 1 }).filter((text) => text.isWellFormed()),
  fc.constantFrom("__proto__", "constructor", "a&b=c#d", "🧶"),
);
const ids = fc.uniqueArray(anyId, { minLength: 1, maxLength: 3 });

/** A value of the field that is not its default. */
function anyValue({ holds }: QuestionField): fc.Arbitrary<unknown> {
  switch (holds.is) {
    case "flag":
      return fc.constant(true);
    case "whole":
      return fc.integer({ min: holds.least, max: holds.served ?? Math.min(holds.most, 600_000) });
    case "choice":
      return fc.constantFrom(...holds.among.map(({ value }) => value));
    case "days":
      return fc.nat(4000);
    case "date":
      return fc.constantFrom("2024", "2024-03", "2024-03-22", "~2014");
    case "interval":
      return fc.constantFrom("2018/2020", "2019/..", "../2020", "2024-03");
    case "entity":
      return anyId;
    case "families":
      return fc.uniqueArray(fc.constantFrom(...families), { minLength: 1, maxLength: 3 });
    default:
      return ids;
  }
}

const ends: Readonly<Record<Exclude<Ask, "pattern">, readonly string[]>> = {
  path: ["from", "to"],
  bearing: ["from", "to"],
  around: ["center"],
  connect: ["entities"],
  common: ["entities"],
};

/** A whole question of the kind, as the server gives it back, with some fields away from their defaults. */
function questionOf(ask: Exclude<Ask, "pattern">): fc.Arbitrary<Asked> {
  const fields = fieldsOf(ask).filter(({ key }) => key !== null);
  const start = fields.map(({ name }) => [name, defaultOf(ask, name)] as const).filter(([, value]) => value !== undefined);
  const record = Object.fromEntries(fields.map((field) => [field.name, anyValue(field)]));
  const two = fc.uniqueArray(anyId, { minLength: 2, maxLength: 3 });
  return fc
    .record(
      { ...record, ...(ends[ask].includes("entities") ? { entities: two } : {}) },
      { requiredKeys: [...ends[ask]] as "entities"[] },
    )
    .map((given) => ({ ask, ...Object.fromEntries(start), ...given }));
}

export const anyQuestion = fc.oneof(...asks.filter((ask) => ask !== "pattern").map(questionOf));
