import type { Case } from "../case/open-case.ts";
import type { AroundAnswer } from "../query/answer.ts";
import { endedLines, skippedLines } from "./ended-text.ts";
import { linkLine, namesOf } from "./step-text.ts";
import { bold } from "./terminal.ts";

/** How many were reached after how many hops, then the links between them. */
export function* aroundLines(opened: Case, answer: AroundAnswer): Iterable<string> {
  const nameOf = namesOf(opened, answer.entities);
  const reached = answer.perHop.slice(1).map((count, at) => `${count} after ${at + 1} ${at === 0 ? "hop" : "hops"}`);
  yield bold(`${nameOf(answer.center)}: ${reached.length === 0 ? "nothing" : reached.join(", ")}`);
  for (const link of answer.links) yield `  ${linkLine(opened, link, nameOf)}`;
  yield* endedLines(answer);
  yield* skippedLines(answer.skipped);
}
