import type { NamedSnapshot } from "../graph/build-snapshot.ts";
import { runAround } from "./around.ts";
import { runBearing } from "./bearing.ts";
import { runCommon } from "./common.ts";
import { runConnect } from "./connect.ts";
import type { FoundPaths } from "./found.ts";
import type { FoundAround, FoundBearing, FoundCommon, FoundConnect, FoundPattern } from "./found-networks.ts";
import type { Budget } from "./meter.ts";
import { runPattern } from "./pattern.ts";
import type { Question } from "./question.ts";
import { runPaths } from "./run-paths.ts";

/** What is found, by what is asked. Plain data in indices of the snapshot: it moves between threads. */
export interface FoundByAsk {
  readonly path: FoundPaths;
  readonly around: FoundAround;
  readonly connect: FoundConnect;
  readonly common: FoundCommon;
  readonly bearing: FoundBearing;
  readonly pattern: FoundPattern;
}

export type Ask = keyof FoundByAsk;

/** The question that asks so; for several, any of them. */
export type QuestionOf<A extends Ask> = { readonly [K in A]: Extract<Question, { readonly ask: K }> & { readonly ask: K } }[A];

type Run<A extends Ask> = (question: QuestionOf<A>, graph: NamedSnapshot, budget: Budget) => FoundByAsk[A];

const runs: { readonly [A in Ask]: Run<A> } = {
  path: runPaths,
  around: runAround,
  connect: runConnect,
  common: runCommon,
  bearing: runBearing,
  pattern: runPattern,
};

/**
 * Answers any question on a snapshot, in indices (rules: SPEC.md); `dressAnswer` gives it names. The same question
 * on the same snapshot gives the same answer but for `elapsedMs`, unless time runs out. Throws BadInput for a question that
 * makes no sense.
 */
export function run<A extends Ask>(question: QuestionOf<A>, graph: NamedSnapshot, budget: Budget): FoundByAsk[A] {
  const runIt: Run<A> = runs[question.ask];
  return runIt(question, graph, budget);
}
