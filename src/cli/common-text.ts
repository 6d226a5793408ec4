import type { Case } from "../case/open-case.ts";
import type { CommonAnswer } from "../query/answer.ts";
import { endedLines, skippedLines } from "./ended-text.ts";
import { linkLines, namesOf } from "./step-text.ts";
import { bold, dim, shown } from "./terminal.ts";

/** Each entity in common with how many it reaches, and the links to them with their words. */
export function* commonLines(opened: Case, answer: CommonAnswer): Iterable<string> {
  const named = answer.question.entities.length;
  if (answer.count === 0) yield bold("Nothing in common.");
  for (const entity of answer.common) {
    const nameOf = namesOf(opened, [entity, ...entity.ties.map((tie) => tie.entity)]);
    yield `${bold(shown(entity.name))}  ${shown(entity.type)}  ${dim(`${entity.reaches} of ${named}`)}`;
    for (const { links } of entity.ties) yield* linkLines(opened, links, nameOf);
    yield "";
  }
  if (answer.count > 1) yield dim(`${answer.count} in common.`);
  yield* endedLines(answer);
  yield* skippedLines(answer.skipped);
}
