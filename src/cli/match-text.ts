import type { Case } from "../case/open-case.ts";
import type { PatternAnswer } from "../query/answer.ts";
import { endedLines } from "./ended-text.ts";
import { stepLines } from "./step-text.ts";
import { bold, colored, dim, shown } from "./terminal.ts";

/** Every way to fill the pattern: who stands where, then each edge with its words. */
export function* matchLines(opened: Case, answer: PatternAnswer): Iterable<string> {
  const { nodes, edges } = answer.question;
  if (answer.count === 0) yield bold("Nothing fits the pattern.");
  for (const { entities, steps, standing } of answer.matches) {
    const filled = entities.map(({ name }, at) => `${shown(nodes[at]?.name ?? "", 40)}: ${shown(name)}`);
    yield `${bold(filled.join(", "))}  ${colored(standing)}`;
    for (const [at, { links }] of steps.entries()) {
      const edge = edges[at]!;
      yield* stepLines(opened, [entities[edge.from], entities[edge.to]], links);
    }
    yield "";
  }
  if (answer.count > 1) yield dim(`${answer.count} matches.`);
  yield* endedLines(answer);
}
