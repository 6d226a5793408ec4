import type { Ask } from "../../query/question-field.ts";
import { valueOfChip } from "./chip.ts";
import { namesIn } from "./held.ts";
import { askedPattern, patternProblem } from "./pattern-form.ts";
import { type QuestionForm, shownChips } from "./question-form.ts";

/** A question as it goes to the server: what is left out keeps its default. Fields in the order in which the reader gave them. */
export interface Asked {
  readonly ask: Ask;
  readonly [field: string]: unknown;
}

/** What the form asks, or null while it says too little. Names that were typed and not chosen go as they are. */
export function askedOf(form: QuestionForm): Asked | null {
  const ends = askedEnds(form);
  if (ends === null) return null;
  const chips = shownChips(form).flatMap(({ chip, field }) => {
    const value = valueOfChip(chip, field);
    return value === undefined ? [] : [[chip.name, value] as const];
  });
  return {
    ask: form.ask,
    ...ends,
    ...(form.ask === "path" && form.kind !== "shortest" ? { kind: form.kind } : {}),
    ...(form.standing === null ? {} : { standing: form.standing }),
    ...Object.fromEntries(chips),
  };
}

function askedEnds(form: QuestionForm): Readonly<Record<string, unknown>> | null {
  switch (form.ask) {
    case "path":
    case "bearing": {
      const [from, to] = [sideOf(form, "from"), sideOf(form, "to")];
      return from === null || to === null ? null : { ...from, ...to };
    }
    case "around": {
      const [center] = namesIn(form.center, "entity");
      return center === undefined ? null : { center };
    }
    case "connect":
    case "common": {
      const entities = namesIn(form.entities, "entity");
      return entities.length < 2 ? null : { entities };
    }
    case "pattern":
      return patternProblem(form.pattern) === null ? askedPattern(form.pattern) : null;
  }
}

function sideOf(form: QuestionForm, name: "from" | "to"): Readonly<Record<string, unknown>> | null {
  const [entities, types] = [namesIn(form[name], "entity"), namesIn(form[name], "type")];
  if (entities.length + types.length === 0) return null;
  return { [name]: entities, ...(types.length === 0 ? {} : { [`${name}Types`]: types }) };
}
