import type { Case } from "../case/open-case.ts";
import type { Answer } from "../query/answer.ts";
import { aroundLines } from "./around-text.ts";
import { bearingLines } from "./bearing-text.ts";
import { commonLines } from "./common-text.ts";
import { connectLines } from "./connect-text.ts";
import { matchLines } from "./match-text.ts";
import { pathLines } from "./path-text.ts";

/** An answer to read, of whatever kind: what it comes to first, then what that rests on. */
export function answerLines(opened: Case, answer: Answer): Iterable<string> {
  if ("paths" in answer) return pathLines(opened, answer);
  if ("perHop" in answer) return aroundLines(opened, answer);
  if ("fragments" in answer) return connectLines(opened, answer);
  if ("common" in answer) return commonLines(opened, answer);
  return "linked" in answer ? bearingLines(opened, answer) : matchLines(opened, answer);
}

/** Whether a sound question found nothing: then the exit code is 1. */
export function isEmptyAnswer(answer: Answer): boolean {
  if ("perHop" in answer) return answer.hops > 0 && answer.entities.length <= 1;
  if ("fragments" in answer) return answer.links.length === 0;
  return "linked" in answer ? !answer.linked : answer.count === 0;
}
