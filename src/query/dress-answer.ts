import type { AroundAnswer, BearingAnswer, CommonAnswer, ConnectAnswer, PathAnswer, PatternAnswer } from "./answer.ts";
import { dressAround } from "./dress-around.ts";
import { dressBearing, dressCommon, dressConnect, dressPattern } from "./dress-networks.ts";
import type { Dressing } from "./dress-parts.ts";
import { dressPaths } from "./dress-paths.ts";
import { rememberedLookup } from "./remembered-lookup.ts";
import type { Ask, FoundByAsk, QuestionOf } from "./run.ts";

export interface AnswerByAsk {
  readonly path: PathAnswer;
  readonly around: AroundAnswer;
  readonly connect: ConnectAnswer;
  readonly common: CommonAnswer;
  readonly bearing: BearingAnswer;
  readonly pattern: PatternAnswer;
}

type Dress<A extends Ask> = (question: QuestionOf<A>, found: FoundByAsk[A], dressing: Dressing) => AnswerByAsk[A];

const dresses: { readonly [A in Ask]: Dress<A> } = {
  path: dressPaths,
  around: dressAround,
  connect: dressConnect,
  common: dressCommon,
  bearing: dressBearing,
  pattern: dressPattern,
};

/** What `run` found, with names, words and verdicts: the JSON of the command line, of HTTP and of the library call. */
export function dressAnswer<A extends Ask>(question: QuestionOf<A>, found: FoundByAsk[A], dressing: Dressing): AnswerByAsk[A] {
  const dress: Dress<A> = dresses[question.ask];
  return dress(question, found, { ...dressing, lookup: rememberedLookup(dressing.lookup) });
}
