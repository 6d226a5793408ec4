import type { QuestionField } from "../../query/question-field.ts";
import { type Chip, chipProblem } from "./chip.ts";
import type { Problems } from "./page-state.ts";
import { type QuestionForm, shownChips } from "./question-form.ts";

/** Why conditions of the form can't be asked as they stand, each in a line; empty when all can. */
export async function formProblems(form: QuestionForm): Promise<Problems> {
  const found = await Promise.all(
    shownChips(form).map(async ({ chip, field }) => [chip.name, await problemOf(chip, field)] as const),
  );
  return Object.fromEntries(found.filter(([, problem]) => problem !== null));
}

/** The reader of dates comes when the first date is typed: the page opens without it. */
async function problemOf(chip: Chip, field: QuestionField): Promise<string | null> {
  const { is } = field.holds;
  if ((is !== "date" && is !== "interval") || chip.text.trim() === "") return chipProblem(chip, field);
  const { dateProblem } = await import("./date-problem.ts");
  return dateProblem(chip.text.trim(), is);
}
