import { type Command, jsonOption } from "../command.ts";
import { printAnswer } from "../print-answer.ts";
import { shown } from "../terminal.ts";
import { caseArgument, withCase } from "../with-case.ts";

export const checkCommand: Command = {
  name: "check",
  summary: "check the file, its ids, and that every quote stands in its source",
  arguments: [caseArgument],
  options: [jsonOption],
  examples: ["clew check data/moscow-2024.clew"],
  run: ({ args: [path = ""], options }) =>
    withCase(path, async (opened) => {
      const problems = opened.check();
      const hash = problems.some(({ kind }) => kind === "integrity") ? null : opened.hash();
      const sum = hash === null ? [] : [`hash ${hash.records}  history ${hash.history}`];
      const sound = problems.length === 0;
      const lines = problems.map(({ where, message }) => `${shown(where)}: ${shown(message)}`);
      await printAnswer(options, {
        value: { sound, problems, hash },
        lines: () => [...(sound ? [`${shown(opened.name)}: sound`] : lines), ...sum],
        empty: false,
      });
      return sound ? 0 : 1;
    }),
};
