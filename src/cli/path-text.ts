import type { Case } from "../case/open-case.ts";
import { relationOf } from "../claims/ontology.ts";
import type { AnswerLink, AnswerPath, PathAnswer } from "../query/answer.ts";
import { claimText } from "./link-text.ts";
import { bold, colored, dim, lineForms, shown } from "./terminal.ts";

/** An answer to read: the verdict first, then each hop with its words. */
export function* pathLines(opened: Case, answer: PathAnswer): Iterable<string> {
  for (const path of answer.paths) yield* onePath(opened, path);
  if (answer.count === 0) yield bold(noPath(answer));
  else if (answer.count > 1 || !answer.complete) yield dim(`${answer.count} paths. ${stopped(answer)}`.trim());
  if (answer.why === null) return;
  for (const cut of answer.why.cut) yield `  ${shown(cut)}`;
  if (answer.why.loosen.length > 0) yield "What would give one:";
  for (const { text, hops } of answer.why.loosen) yield `  ${shown(text)}  ${dim(`${hops} ${hops === 1 ? "hop" : "hops"}`)}`;
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

function stopped({ stop, question }: PathAnswer): string {
  if (stop === "limit") return `There are more: --limit ${question.limit} was reached.`;
  return stop === "budget" ? `There may be more: stopped after ${question.budgetMs} ms.` : "";
}

function* onePath(opened: Case, path: AnswerPath): Iterable<string> {
  yield bold(shown(path.sentence, 2000));
  for (const [at, step] of path.steps.entries()) {
    const [from, to] = [path.entities[at], path.entities[at + 1]];
    for (const link of step.links) {
      yield `  ${shown(from?.name ?? "")} ${arrow(opened, link)} ${shown(to?.name ?? "")}  ${colored(link.standing)}`;
      for (const claim of link.claims) yield `      ${claimText(named(opened, claim))}`;
    }
  }
  yield "";
}

function arrow(opened: Case, { relation, along, standing }: AnswerLink): string {
  const { label, symmetric } = relationOf(opened.ontology, relation);
  const line = lineForms[standing];
  if (symmetric) return `${line} ${shown(label)} ${line}`;
  return along ? `${line} ${shown(label)} ${line}▶` : `◀${line} ${shown(label)} ${line}`;
}

function named(opened: Case, claim: AnswerLink["claims"][number]) {
  const { title, published } = opened.sourceLine(claim.source);
  const speakerName = claim.speaker === null ? null : opened.find(claim.speaker).name;
  return { ...claim, sourceTitle: title, sourcePublished: published, speakerName };
}
