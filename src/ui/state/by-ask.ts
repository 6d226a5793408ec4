import type {
  Answer,
  AroundAnswer,
  BearingAnswer,
  CommonAnswer,
  ConnectAnswer,
  PathAnswer,
  PatternAnswer,
} from "../../query/answer.ts";

/** What to make of an answer, for each kind of question. */
export interface ByAsk<T> {
  readonly path: (answer: PathAnswer) => T;
  readonly around: (answer: AroundAnswer) => T;
  readonly connect: (answer: ConnectAnswer) => T;
  readonly common: (answer: CommonAnswer) => T;
  readonly bearing: (answer: BearingAnswer) => T;
  readonly pattern: (answer: PatternAnswer) => T;
}

/** An answer says in its question which kind it is; the one place that goes by that. */
export function byAsk<T>(answer: Answer, cases: ByAsk<T>): T {
  switch (answer.question.ask) {
    case "path":
      return cases.path(answer as PathAnswer);
    case "around":
      return cases.around(answer as AroundAnswer);
    case "connect":
      return cases.connect(answer as ConnectAnswer);
    case "common":
      return cases.common(answer as CommonAnswer);
    case "bearing":
      return cases.bearing(answer as BearingAnswer);
    case "pattern":
      return cases.pattern(answer as PatternAnswer);
  }
}

/** The answer when it is one of paths. */
export function asPaths(answer: Answer): PathAnswer | null {
  return answer.question.ask === "path" ? (answer as PathAnswer) : null;
}
