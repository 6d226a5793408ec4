import { BadInput } from "../base/problem.ts";
import type { Case } from "../case/open-case.ts";
import type { Ask } from "../query/question-field.ts";
import { type Command, type CommandArgument, jsonOption } from "./command.ts";
import { printAnswer } from "./print-answer.ts";
import { askedOf, questionOptions } from "./question-options.ts";
import { caseArgument, changeCase, knownOption, withKnownCase } from "./with-case.ts";

interface QuestionCommand {
  readonly ask: Ask;
  readonly summary: string;
  readonly arguments: readonly CommandArgument[];
  /** What the arguments after the case name. */
  readonly named: (args: readonly string[]) => Readonly<Record<string, unknown>>;
  readonly examples: readonly string[];
}

/** Throws BadInput that lists the entities where an end was typed that files of several spaces mean something by; any other fault is the question's. */
function offerAlike(opened: Case, ends: readonly unknown[]): void {
  for (const end of ends) {
    try {
      if (typeof end === "string") opened.find(end, "typed");
    } catch (error) {
      if (error instanceof BadInput && error.kind === "ambiguous") throw error;
      if (!(error instanceof BadInput)) throw error;
    }
  }
}

const saveOption = { name: "save", value: "NAME", about: "keep the question under this name; clew ask asks it again" };

/** A command that asks one question of the graph: its options are the fields of the question. */
export function questionCommand({ ask, summary, arguments: its, named, examples }: QuestionCommand): Command {
  return {
    name: ask,
    summary,
    arguments: [caseArgument, ...its],
    options: [...questionOptions(ask), saveOption, knownOption, jsonOption],
    examples,
    run: async ({ args: [path = "", ...args], options }) => {
      const asked = askedOf<Ask>(ask, named(args), options);
      const save = options.text("save");
      if (save !== undefined) await changeCase(path, (opened) => opened.saveQuestion({ name: save, asked }));
      const { answerLines, isEmptyAnswer } = await import("./answer-text.ts");
      return withKnownCase(path, options, (opened) => {
        offerAlike(opened, Object.values(named(args)).flat());
        const answer = opened.ask<Ask>(asked);
        return printAnswer(options, { value: answer, lines: () => answerLines(opened, answer), empty: isEmptyAnswer(answer) });
      });
    },
  };
}
