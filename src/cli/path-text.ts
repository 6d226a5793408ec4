import type { Case } from "../case/open-case.ts";
import type { AnswerPath, PathAnswer } from "../query/answer.ts";
import { endedLines, skippedLines } from "./ended-text.ts";
import { stepLines } from "./step-text.ts";
import { bold, dim, shown } from "./terminal.ts";

/** An answer to read: the verdict first, then each hop with its words. */
export function* pathLines(opened: Case, answer: PathAnswer): Iterable<string> {
  for (const path of answer.paths) yield* onePath(opened, path);
  if (answer.count === 0) yield bold(noPath(answer));
  else {
    if (answer.count > 1) yield dim(`${answer.count} paths.`);
    yield* endedLines(answer);
  }
  yield* skippedLines(answer.skipped);
  if (answer.why === null) return;
  for (const cut of answer.why.cut) yield `  ${shown(cut)}`;
  if (answer.why.loosen.length > 0) yield "What would give one:";
  for (const { text, hops } of answer.why.loosen) yield `  ${shown(text)}  ${dim(hopsText(hops))}`;
}

function noPath(answer: PathAnswer): string {
  switch (answer.stop) {
    case "max-hops":
      return `No path within ${answer.question.maxHops} hops; with more hops there may be one.`;
    case "budget":
      return `Stopped after ${answer.question.budgetMs} ms: whether there is a path is not known.`;
    case "cancelled":
      return "Cancelled: whether there is a path is not known.";
    default:
      return "No path.";
  }
}

function* onePath(opened: Case, path: AnswerPath): Iterable<string> {
  yield bold(shown(path.sentence, 2000));
  const figures = figuresOf(opened, path);
  if (figures.length > 0) yield dim(figures.join(", "));
  for (const [at, step] of path.steps.entries()) yield* stepLines(opened, [path.entities[at], path.entities[at + 1]], step.links);
  yield "";
}

/** What the question measured beside hops. */
function figuresOf(opened: Case, { hops, weight, arrival, source }: AnswerPath): string[] {
  return [
    ...(weight === null ? [] : [hopsText(hops), `weight ${Number(weight.toPrecision(6))}`]),
    ...(arrival === null ? [] : [`arrives ${arrival}`]),
    ...(source === null ? [] : [`all of it on ${shown(opened.sourceLine(source).title, 80)}`]),
  ];
}

function hopsText(hops: number): string {
  return `${hops} ${hops === 1 ? "hop" : "hops"}`;
}
