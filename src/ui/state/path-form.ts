import type { AskedPath } from "../../case/asked-question.ts";
import type { Standing } from "../../claims/standing.ts";
import type { Direction } from "../../graph/conditions.ts";
import type { PathQuestion } from "../../query/question.ts";

/** One end of a question: what the box shows, and the id once an entity was chosen. */
export interface PathEnd {
  readonly text: string;
  readonly id: string | null;
}

/** The question as the reader fills it in. */
export interface PathForm {
  readonly from: PathEnd;
  readonly to: PathEnd;
  /** At least this standing; null for any but denied. */
  readonly standing: Standing | null;
  readonly maxHops: number | null;
  readonly direction: Direction;
  readonly relation: string | null;
  readonly via: PathEnd | null;
  readonly avoid: PathEnd | null;
  readonly notSource: string | null;
  readonly includeDenied: boolean;
  /** Conditions whose controls are shown, in the order in which they were added. */
  readonly conditions: readonly Condition[];
}

export const conditions = ["maxHops", "direction", "relation", "via", "avoid", "notSource", "includeDenied"] as const;
export type Condition = (typeof conditions)[number];

export const conditionLabels: Readonly<Record<Condition, string>> = {
  maxHops: "at most … hops",
  direction: "direction",
  relation: "only this relation",
  via: "through …",
  avoid: "not through …",
  notSource: "without a source",
  includeDenied: "denied links too",
};

export const noEnd: PathEnd = { text: "", id: null };

export const emptyForm: PathForm = {
  from: noEnd,
  to: noEnd,
  standing: null,
  maxHops: null,
  direction: "any",
  relation: null,
  via: null,
  avoid: null,
  notSource: null,
  includeDenied: false,
  conditions: [],
};

/** The form with the condition shown, at a value that already asks something where there is one. */
export function addCondition(form: PathForm, condition: Condition): PathForm {
  if (form.conditions.includes(condition)) return form;
  const start: Partial<PathForm> =
    condition === "maxHops" ? { maxHops: 4 } : condition === "includeDenied" ? { includeDenied: true } : {};
  return { ...form, ...start, conditions: [...form.conditions, condition] };
}

export function removeCondition(form: PathForm, condition: Condition): PathForm {
  return { ...form, [condition]: emptyForm[condition], conditions: form.conditions.filter((one) => one !== condition) };
}

/** What goes to the server, or null while an end is missing. Names that were typed and not chosen go as they are. */
export function askedPath(form: PathForm): AskedPath | null {
  const [from, to] = [nameOf(form.from), nameOf(form.to)];
  if (from === null || to === null) return null;
  const via = nameOf(form.via);
  const avoid = nameOf(form.avoid);
  return {
    from: [from],
    to: [to],
    ...(form.standing === null ? {} : { standing: form.standing }),
    ...(form.maxHops === null ? {} : { maxHops: form.maxHops }),
    ...(form.direction === "any" ? {} : { direction: form.direction }),
    ...(form.relation === null ? {} : { relations: [form.relation] }),
    ...(via === null ? {} : { via: [via] }),
    ...(avoid === null ? {} : { avoid: [avoid] }),
    ...(form.notSource === null ? {} : { notSources: [form.notSource] }),
    ...(form.includeDenied ? { includeDenied: true } : {}),
  };
}

function nameOf(end: PathEnd | null): string | null {
  const name = end?.id ?? end?.text.trim() ?? "";
  return name === "" ? null : name;
}

/** The form that asks what an answered question asked. `name` gives what an entity is called. */
export function formOf(question: PathQuestion, name: (id: string) => string): PathForm {
  const end = (id: string | undefined): PathEnd | null => (id === undefined ? null : { text: name(id), id });
  const form: PathForm = {
    from: end(question.from[0]) ?? noEnd,
    to: end(question.to[0]) ?? noEnd,
    standing: question.standing,
    maxHops: question.maxHops,
    direction: question.direction,
    relation: question.relations[0] ?? null,
    via: end(question.via[0]),
    avoid: end(question.avoid[0]),
    notSource: question.notSources[0] ?? null,
    includeDenied: question.includeDenied,
    conditions: [],
  };
  return { ...form, conditions: conditions.filter((one) => form[one] !== emptyForm[one]) };
}

/** "ISIS-K → Ukraine", "ISIS-K -> Ukraine": the two names, or null when the text asks no path. */
export function parseArrow(text: string): { readonly from: string; readonly to: string } | null {
  const [from, to, ...rest] = text.split(/\s*(?:→|->|=>)\s*/u);
  if (from === undefined || to === undefined || rest.length > 0) return null;
  return from.trim() === "" || to.trim() === "" ? null : { from: from.trim(), to: to.trim() };
}
