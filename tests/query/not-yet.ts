import type { Question } from "../../src/query/question.ts";
import { type Variant, variantOf } from "./random-questions.ts";
import { optionsOf } from "./tally.ts";

/** Variants that the engine has no search for yet, and options of paths that it does not heed yet: they are not compared. */
export const variantsNotYet: readonly Variant[] = [];
export const optionsNotYet: readonly string[] = [];
/** Options of which an empty answer says yet that they cut. */
const explained: readonly string[] = [
  ...[
    "standing",
    "includeDenied",
    "maxHops",
    "direction forward",
    "direction backward",
    "relations",
    "notSources",
    "avoid",
    "via",
  ],
  ...["several from", "several to", "limit"],
];

export function isNotYet(question: Question): boolean {
  if (variantsNotYet.includes(variantOf(question))) return true;
  return (
    (question.ask === "path" || question.ask === "bearing") &&
    optionsOf(question).some((option) => optionsNotYet.includes(option))
  );
}

export function isExplained(question: Question): boolean {
  return optionsOf(question).every((option) => explained.includes(option));
}
