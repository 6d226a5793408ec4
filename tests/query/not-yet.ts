import type { Question } from "../../src/query/question.ts";
import { type Variant, variantOf } from "./random-questions.ts";
import { optionsOf } from "./tally.ts";

/** Variants that the engine has no search for yet, and options of paths that it does not heed yet: they are not compared. */
export const variantsNotYet: readonly Variant[] = [];
export const optionsNotYet: readonly string[] = [];

export function isNotYet(question: Question): boolean {
  if (variantsNotYet.includes(variantOf(question))) return true;
  return (
    (question.ask === "path" || question.ask === "bearing") &&
    optionsOf(question).some((option) => optionsNotYet.includes(option))
  );
}
