import * as fc from "fast-check";
import { askedAsText } from "./asked-as-text.ts";
import { checkAnswer } from "./check-answer.ts";
import { type Variant, variants } from "./random-questions.ts";
import type { Tally } from "./tally.ts";

export interface Round {
  readonly seed: number;
  readonly runs: number;
  readonly tally: Tally;
}

/**
 * Asks random questions of one variant and compares each answer with the oracle's. Null when all agree; else the smallest
 * case found on which they do not, as an entry for kept-seeds.ts, and how they differ.
 */
export function disagreement(variant: Variant, { seed, runs, tally }: Round): string | null {
  const property = fc.property(fc.noBias(variants[variant]), (asked) => tally.add(asked.question, checkAnswer(asked)));
  const { failed, counterexample, errorInstance, numRuns } = fc.check(property, { seed, numRuns: runs });
  if (!failed || counterexample === null) return null;
  const reason = errorInstance instanceof Error ? errorInstance.message : String(errorInstance);
  return [`${variant}, seed ${seed}, question ${numRuns}:`, askedAsText(counterexample[0]), reason].join("\n");
}
