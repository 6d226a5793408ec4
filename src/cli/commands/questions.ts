import type { SavedQuestionView } from "../../case/views.ts";
import { type Command, jsonOption } from "../command.ts";
import { printAnswer } from "../print-answer.ts";
import { bold, dim, shown } from "../terminal.ts";
import { caseArgument, changeCase, withCase } from "../with-case.ts";

export const questionsCommand: Command = {
  name: "questions",
  summary: "list the saved questions of a case",
  arguments: [caseArgument],
  options: [{ name: "forget", value: "NAME", about: "forget this one first, by name or id" }, jsonOption],
  examples: ["clew questions mine.clew"],
  run: async ({ args: [path = ""], options }) => {
    const forget = options.text("forget");
    if (forget !== undefined) await changeCase(path, (opened) => opened.forgetQuestion(forget));
    return withCase(path, (opened) => {
      const questions = opened.questions();
      const none = questions.length === 0;
      const remark = `${shown(opened.name)} has no saved question; --save NAME keeps one.`;
      const lines = () => (none ? [remark] : questions.map(line));
      return printAnswer(options, { value: { questions }, lines, empty: none && forget === undefined });
    });
  },
};

function line({ id, name, words, refused }: SavedQuestionView): string {
  return `${bold(shown(name))}  ${shown(words ?? refused ?? "", 500)}  ${dim(shown(id))}`;
}
