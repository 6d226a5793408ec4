import { type Command, jsonOption } from "../command.ts";
import { printAnswer } from "../print-answer.ts";
import { shown } from "../terminal.ts";
import { caseArgument, changeCase } from "../with-case.ts";

export const compactCommand: Command = {
  name: "compact",
  summary: "give back the room of what was removed from a case",
  arguments: [caseArgument],
  options: [jsonOption],
  examples: ["clew compact mine.clew"],
  run: ({ args: [path = ""], options }) =>
    changeCase(path, (opened) => {
      const { before, after } = opened.compact();
      const lines = () => [`${shown(opened.name)}: ${before} bytes before, ${after} after`];
      return printAnswer(options, { value: { before, after }, lines, empty: false });
    }),
};
