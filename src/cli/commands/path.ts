import { type Command, jsonOption } from "../command.ts";
import { pathLines } from "../path-text.ts";
import { printAnswer } from "../print-answer.ts";
import { askedOf, questionOptions } from "../question-options.ts";
import { caseArgument, withCase } from "../with-case.ts";

export const pathCommand: Command = {
  name: "path",
  summary: "find how two entities are linked, and on whose word",
  arguments: [caseArgument, { name: "FROM", about: "an entity" }, { name: "TO", about: "an entity" }],
  options: [...questionOptions("path"), jsonOption],
  examples: [
    "clew path data/moscow-2024.clew ISIS-K Ukraine",
    "clew path data/moscow-2024.clew ISIS-K Ukraine --standing stated",
  ],
  run: ({ args: [path = "", from = "", to = ""], options }) =>
    withCase(path, (opened) => {
      const answer = opened.path(askedOf("path", { from, to }, options));
      return printAnswer(options, { value: answer, lines: () => pathLines(opened, answer), empty: answer.count === 0 });
    }),
};
