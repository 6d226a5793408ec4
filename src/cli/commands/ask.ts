import { type Command, jsonOption } from "../command.ts";
import { printAnswer } from "../print-answer.ts";
import { caseArgument, withCase } from "../with-case.ts";

export const askCommand: Command = {
  name: "ask",
  summary: "ask a saved question again",
  arguments: [caseArgument, { name: "NAME", about: "name or id of a saved question; clew questions lists them" }],
  options: [jsonOption],
  examples: ['clew ask mine.clew "Who paid whom"'],
  run: async ({ args: [path = "", name = ""], options }) => {
    const { answerLines, isEmptyAnswer } = await import("../answer-text.ts");
    return withCase(path, (opened) => {
      const answer = opened.askSaved(name);
      return printAnswer(options, { value: answer, lines: () => answerLines(opened, answer), empty: isEmptyAnswer(answer) });
    });
  },
};
