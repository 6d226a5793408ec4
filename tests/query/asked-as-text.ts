import type { Question } from "../../src/query/question.ts";
import type { AskedDrawing } from "./random-questions.ts";
import { unasked } from "./tally.ts";

/** The case as an entry of kept-seeds.ts: the drawing, and what of the question is not as it is unasked. */
export function askedAsText({ drawing, question }: AskedDrawing): string {
  const defaults = unasked[question.ask];
  const said = Object.entries(question).filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(defaults[name]));
  const fields = said.map(([name, value]) => `${name}: ${JSON.stringify(value)}`);
  return `{ drawing: ${JSON.stringify(drawing.join(" "))}, question: { ask: "${question.ask}", ${fields.join(", ")} } },`;
}

export type SaidQuestion = { readonly ask: Question["ask"] } & Readonly<Record<string, unknown>>;

/** The case that such an entry stands for. */
export function keptCase({ drawing, question }: { readonly drawing: string; readonly question: SaidQuestion }): AskedDrawing {
  const words = drawing.split(" ").filter(Boolean);
  return { drawing: words, question: { ...unasked[question.ask], ...question } as unknown as Question };
}
