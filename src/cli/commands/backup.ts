import { type Command, jsonOption } from "../command.ts";
import { printAnswer } from "../print-answer.ts";
import { shown } from "../terminal.ts";
import { caseArgument, withCase } from "../with-case.ts";

export const backupCommand: Command = {
  name: "backup",
  summary: "copy a case to a new file, while others may write it",
  arguments: [caseArgument, { name: "FILE", about: "the copy; never one that is there" }],
  options: [jsonOption],
  examples: ["clew backup mine.clew /media/stick/mine-2024-04-01.clew"],
  run: ({ args: [path = "", target = ""], options }) =>
    withCase(path, async (opened) => {
      const made = await opened.backup(target);
      const lines = () => [
        `${shown(target)}: ${made.bytes} bytes, as of revision ${made.revision}, every page checked`,
        `hash ${made.hash.records}  history ${made.hash.history}`,
      ];
      return printAnswer(options, { value: made, lines, empty: false });
    }),
};
