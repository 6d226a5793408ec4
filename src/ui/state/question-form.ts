import type { Standing } from "../../claims/standing.ts";
import type { PathKind } from "../../query/question.ts";
import type { Ask, FieldName, QuestionField } from "../../query/question-field.ts";
import { fieldsOf } from "../../query/question-fields.ts";
import { type Chip, newChip } from "./chip.ts";
import { type Held, heldEnds, heldPicks, isEmpty, kept, nothingHeld, type Picked } from "./held.ts";
import { emptyPattern, type PatternForm } from "./pattern-form.ts";

/** A question as the reader fills it in: what is asked, of whom, how firmly at least; the rest as chips, in the order in which they were added. */
export interface QuestionForm {
  readonly ask: Ask;
  readonly kind: PathKind;
  readonly from: Held;
  readonly to: Held;
  readonly center: Held;
  readonly entities: Held;
  readonly pattern: PatternForm;
  /** At least this standing; null for any but denied. */
  readonly standing: Standing | null;
  /** Also those that another kind of question would take; each is shown where it applies. */
  readonly chips: readonly Chip[];
}

export const emptyForm: QuestionForm = {
  ask: "path",
  kind: "shortest",
  from: nothingHeld,
  to: nothingHeld,
  center: nothingHeld,
  entities: nothingHeld,
  pattern: emptyPattern,
  standing: null,
  chips: [],
};

export type EndName = "from" | "to" | "center" | "entities";

/** The boxes of a question, in order. */
export const endsOf: Readonly<Record<Ask, readonly EndName[]>> = {
  path: ["from", "to"],
  around: ["center"],
  connect: ["entities"],
  common: ["entities"],
  bearing: ["from", "to"],
  pattern: [],
};

/** Chips that only one kind of path takes. */
const onlyFor: Partial<Record<FieldName, PathKind>> = { k: "k-shortest", by: "k-shortest", apart: "disjoint" };

/** Chips that come with a kind of path: it says little without them. */
const comesWith: Partial<Record<PathKind, FieldName>> = { "k-shortest": "k", simple: "maxHops", disjoint: "apart" };

/** A chip that means nothing without another. */
const needs: Partial<Record<FieldName, FieldName>> = { viaOrdered: "via", maxGap: "timeOrder" };

/** Fields that have a place of their own, or none. */
const notChips: ReadonlySet<FieldName> = new Set(["kind", "standing"]);

function applies({ ask, kind }: Pick<QuestionForm, "ask" | "kind">, name: FieldName): boolean {
  return onlyFor[name] === undefined || (ask === "path" && onlyFor[name] === kind);
}

/** Fields that a chip may be added for, in the order of the table. */
export function offeredFields(form: QuestionForm): readonly QuestionField[] {
  const there = new Set(form.chips.map(({ name }) => name));
  return fieldsOf(form.ask).filter(
    ({ name, group, key }) => group !== "ends" && key !== null && !notChips.has(name) && !there.has(name) && applies(form, name),
  );
}

/** The chips that this question takes. */
export function shownChips(form: QuestionForm): readonly { readonly chip: Chip; readonly field: QuestionField }[] {
  const fields = new Map(fieldsOf(form.ask).map((field) => [field.name, field]));
  return form.chips.flatMap((chip) => {
    const field = fields.get(chip.name);
    return field === undefined || !applies(form, chip.name) ? [] : [{ chip, field }];
  });
}

/** The chip behind the others, after the one that it needs. As it was when it is there already. */
export function addChip(form: QuestionForm, name: FieldName): QuestionForm {
  const missing = [needsOf(form, name), name].filter(
    (one): one is FieldName => one !== undefined && form.chips.every((chip) => chip.name !== one),
  );
  return missing.length === 0 ? form : { ...form, chips: [...form.chips, ...missing.map(newChip)] };
}

/** Arriving early goes by time already. */
function needsOf({ kind }: QuestionForm, name: FieldName): FieldName | undefined {
  return name === "maxGap" && kind === "earliest" ? undefined : needs[name];
}

export function setChip(form: QuestionForm, name: FieldName, part: Partial<Pick<Chip, "text" | "held">>): QuestionForm {
  return { ...form, chips: form.chips.map((chip) => (chip.name === name ? { ...chip, ...part } : chip)) };
}

/** Without the chip, and without those that mean nothing any more. */
export function removeChip(form: QuestionForm, name: FieldName): QuestionForm {
  return { ...form, chips: form.chips.filter((chip) => chip.name !== name && needsOf(form, chip.name) !== name) };
}

/** Another kind of path, with the chip that belongs to it. */
export function setKind(form: QuestionForm, kind: PathKind): QuestionForm {
  const chip = comesWith[kind];
  return chip === undefined ? { ...form, kind } : addChip({ ...form, kind }, chip);
}

/** Another question of the same entities: boxes that are empty take over what the others hold. */
export function switchAsk(form: QuestionForm, ask: Ask): QuestionForm {
  const named = entitiesNamed(form);
  const [from, to] = [kept(form.from).picked, kept(form.to).picked];
  const free = named.filter(({ id }) => ![...from, ...to].some((one) => one.id === id));
  switch (ask) {
    case "around":
      // How far is always said: it is what an answer is large or small by.
      return addChip({ ...form, ask, center: isEmpty(form.center) ? heldEnds(named.slice(0, 1)) : form.center }, "hops");
    case "connect":
    case "common":
      return { ...form, ask, entities: isEmpty(form.entities) ? heldPicks(named) : form.entities };
    case "path":
    case "bearing": {
      const first = from.length === 0 ? free.slice(0, 1) : from;
      const second = to.length === 0 ? free.filter((one) => !first.includes(one)).slice(0, 1) : to;
      return { ...form, ask, from: heldEnds(first), to: heldEnds(second) };
    }
    case "pattern":
      return { ...form, ask };
  }
}

/** Every entity that a box names, each once. */
function entitiesNamed({ from, to, center, entities }: QuestionForm): readonly Picked[] {
  const all = [from, to, center, entities].flatMap((held) => kept(held).picked).filter(({ is }) => is === "entity");
  return all.filter((one, at) => all.findIndex(({ id }) => id === one.id) === at);
}
