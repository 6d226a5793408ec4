import type { Case } from "../case/open-case.ts";
import type { ConnectAnswer } from "../query/answer.ts";
import { endedLines, skippedLines } from "./ended-text.ts";
import { linkLines, namesOf } from "./step-text.ts";
import { bold, dim, shown } from "./terminal.ts";

/** How many are joined, by what, and the links of the network with their words. */
export function* connectLines(opened: Case, answer: ConnectAnswer): Iterable<string> {
  const nameOf = namesOf(opened, answer.entities);
  yield bold(shown(answer.sentence, 2000));
  if (answer.added.length > 0) yield `Added: ${answer.added.map(nameOf).join(", ")}`;
  if (answer.fragments.length > 1) {
    yield "Not joined with one another:";
    for (const part of answer.fragments) yield `  ${part.map(nameOf).join(", ")}`;
  }
  yield* linkLines(opened, answer.links, nameOf);
  if (!answer.fewest && answer.added.length > 0) yield dim("Whether fewer would do is not known.");
  yield* endedLines(answer);
  yield* skippedLines(answer.skipped);
}
