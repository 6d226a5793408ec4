import assert from "node:assert/strict";
import { BadInput } from "../../src/base/problem.ts";
import type { Answer } from "../../src/query/answer.ts";
import type { Budget } from "../../src/query/meter.ts";
import type { Question } from "../../src/query/question.ts";
import type { Ask, QuestionOf } from "../../src/query/run.ts";
import { checkDressed } from "./check-dressed.ts";
import { checkAround, checkBearing, checkCommon, checkConnect, checkPattern } from "./check-networks.ts";
import { checkPaths } from "./check-paths.ts";
import { type DrawnRows, rowsOf } from "./drawing.ts";
import { drawnGraph } from "./graph-of.ts";
import { patternContradictionOf } from "./oracle-pattern.ts";
import { badDateOf, contradictionOf } from "./oracle-sides.ts";
import type { AskedDrawing } from "./random-questions.ts";
import type { Outcome } from "./tally.ts";

/** Asks the engine and compares the whole answer with what the oracle finds. Throws where they differ; says what came of it. */
export function checkAnswer({ drawing, question }: AskedDrawing): Outcome {
  const rows = rowsOf(drawing);
  const contradiction = refusalOf(rows, question);
  if (contradiction !== null) {
    assert.throws(() => drawnGraph(rows).ask(question as QuestionOf<Ask>), BadInput, `wanted a refusal: ${contradiction}`);
    return "refused";
  }
  const { ask } = drawnGraph(rows);
  const answerOnce = () => ({ ...(ask(question as QuestionOf<Ask>, tickingBudget()) as Answer), elapsedMs: 0 });
  const answer = answerOnce();
  assert.deepEqual(answer.question, question);
  checkKind(rows, answer);
  checkDressed(rows, answer);
  assert.equal(JSON.stringify(answerOnce()), JSON.stringify(answer), "R5: the same question, asked again");
  return isEmpty(answer) ? "empty" : "answered";
}

/** A millisecond a look: time runs out after the same work on every machine, and on a small graph long after the answer. */
function tickingBudget(): Budget {
  let ms = 0;
  return { clock: () => ms++ };
}

/** R13, R46: why the question is refused; null when it is sound. */
function refusalOf(rows: DrawnRows, question: Question): string | null {
  switch (question.ask) {
    case "path":
    case "bearing":
      return contradictionOf(rows, question);
    case "pattern":
      return patternContradictionOf(rows, question) ?? badDateOf(question);
    case "around":
      return question.avoid.includes(question.center) ? "the centre avoided" : badDateOf(question);
    case "connect":
    case "common":
      return question.entities.some((id) => question.avoid.includes(id)) ? "an entity named and avoided" : badDateOf(question);
  }
}

function checkKind(rows: DrawnRows, answer: Answer): void {
  if ("paths" in answer) checkPaths(rows, answer.question, answer);
  else if ("perHop" in answer) checkAround(rows, answer);
  else if ("fragments" in answer) checkConnect(rows, answer);
  else if ("common" in answer) checkCommon(rows, answer);
  else if ("linked" in answer) checkBearing(rows, answer);
  else checkPattern(rows, answer);
}

function isEmpty(answer: Answer): boolean {
  if ("perHop" in answer) return answer.perHop.length === 1;
  if ("fragments" in answer) return answer.fragments.length === answer.question.entities.length;
  if ("linked" in answer) return !answer.linked;
  return answer.count === 0;
}
