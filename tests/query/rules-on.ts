import { type PathQuestion, pathDefaults, type Question } from "../../src/query/question.ts";
import { checkAnswer } from "./check-answer.ts";
import { rowsOf } from "./drawing.ts";
import type { Loose } from "./graph-of.ts";
import { type OraclePath, oracle } from "./oracle.ts";
import type { Packing } from "./oracle-disjoint.ts";

/** A drawing on which a rule is seen by hand: what is told is the oracle's answer, and the engine must give the same. */
export interface RulesOn {
  /** The paths, as "a b c"; several ends as "a b". */
  paths(from: string, to: string, more?: Loose<PathQuestion>): string[];
  /** The paths as they are told. */
  told(from: string, to: string, more?: Loose<PathQuestion>): readonly OraclePath[];
  /** How many disjoint paths within the limit, in how many hops. */
  packing(from: string, to: string, more?: Loose<PathQuestion>): Packing | undefined;
  /** Compares the engine's answer to another question with the oracle's. */
  ask(question: Question): void;
}

export function rulesOn(drawing: string): RulesOn {
  const words = drawing.split(/\s+/).filter(Boolean);
  const rows = rowsOf(words);
  const check = (question: Question): void => {
    checkAnswer({ drawing: words, question });
  };
  const answer = (from: string, to: string, more: Loose<PathQuestion> = {}) => {
    const ends = { from: from.split(" ").filter(Boolean), to: to.split(" ").filter(Boolean) };
    const question = { ...pathDefaults, ...ends, ...more } as unknown as PathQuestion;
    check(question);
    return { ...oracle(rows, question), limit: question.limit };
  };
  const told: RulesOn["told"] = (...asked) => {
    const { paths, limit } = answer(...asked);
    return paths.slice(0, limit);
  };
  return {
    told,
    packing: (...asked) => {
      const { packed, limit } = answer(...asked);
      return packed?.(limit);
    },
    paths: (from, to, more) => told(from, to, more).map(({ entities }) => entities.join(" ")),
    ask: check,
  };
}
