import { standings } from "../../claims/standing.ts";
import { pathKinds } from "../../query/question.ts";
import type { FieldName, QuestionField } from "../../query/question-field.ts";
import { defaultOf, fieldsOf } from "../../query/question-fields.ts";
import type { Asked } from "./asked.ts";
import { type Chip, newChip } from "./chip.ts";
import { type Held, heldEnds, heldPicks, nothingHeld, type Picked } from "./held.ts";
import type { Names } from "./names.ts";
import { emptyPattern, formOfPattern } from "./pattern-form.ts";
import { emptyForm, type QuestionForm } from "./question-form.ts";

/**
 * The form that asks what a question asks; a field at its default is no chip. Chips stand in the order of
 * `order`, those that it lacks behind, in the order of the table.
 */
export function formOf(question: Asked, names: Names, order: readonly string[] = Object.keys(question)): QuestionForm {
  const { ask } = question;
  const ends = (list: string, types: string): Held =>
    heldEnds([
      ...textsOf(question[types]).map((id) => ({ is: "type", id, text: `any ${names.type(id)}` }) as const),
      ...textsOf(question[list]).map((id) => ({ is: "entity", id, text: names.entity(id) }) as const),
    ]);
  const entities = textsOf(question.entities).map((id) => ({ is: "entity", id, text: names.entity(id) }) as const);
  return {
    ...emptyForm,
    ask,
    kind: pathKinds.find((kind) => kind === question.kind) ?? "shortest",
    from: ends("from", "fromTypes"),
    to: ends("to", "toTypes"),
    center: ends("center", ""),
    entities: entities.length === 0 ? nothingHeld : heldPicks(entities),
    pattern: ask === "pattern" ? patternOf(question, names) : emptyPattern,
    standing: standings.find((standing) => standing === question.standing) ?? null,
    chips: inOrder(
      fieldsOf(ask).flatMap((field) => chipOf(question, field, names)),
      order,
    ),
  };
}

function patternOf({ nodes, edges }: Asked, names: Names) {
  if (!Array.isArray(nodes) || !Array.isArray(edges)) return emptyPattern;
  return formOfPattern({ nodes, edges }, names);
}

function inOrder(chips: readonly Chip[], order: readonly string[]): readonly Chip[] {
  const rank = new Map(order.map((name, at) => [name, at]));
  const rankOf = ({ name }: Chip) => rank.get(name) ?? order.length;
  return [...chips].sort((a, b) => rankOf(a) - rankOf(b));
}

const noChips: ReadonlySet<FieldName> = new Set(["kind", "standing"]);

function chipOf(question: Asked, field: QuestionField, names: Names): Chip[] {
  const value = question[field.name];
  if (field.group === "ends" || noChips.has(field.name) || isDefault(question, field)) return [];
  if (typeof value === "number" || typeof value === "string") return [{ ...newChip(field.name), text: String(value) }];
  const is: Picked["is"] = field.holds.is === "entities" ? "entity" : "value";
  const picked = textsOf(value).map((id) => ({ is, id, text: nameOf(field, id, names) }));
  return [{ ...newChip(field.name), held: heldPicks(picked) }];
}

/** `k`, `apart` and `hops` are said where the question heeds them, whatever they are. */
function isDefault(question: Asked, { name }: QuestionField): boolean {
  const value = question[name];
  if (value === undefined) return true;
  if (name === "k") return question.kind !== "k-shortest";
  if (name === "apart") return question.kind !== "disjoint";
  if (name === "hops") return false;
  return JSON.stringify(value) === JSON.stringify(defaultOf(question.ask, name));
}

function nameOf({ holds }: QuestionField, id: string, names: Names): string {
  switch (holds.is) {
    case "entities":
      return names.entity(id);
    case "sources":
      return names.source(id);
    case "relations":
      return names.relation(id);
    case "types":
      return names.type(id);
    default:
      return id;
  }
}

function textsOf(value: unknown): readonly string[] {
  return [value].flat().filter((one) => typeof one === "string");
}
