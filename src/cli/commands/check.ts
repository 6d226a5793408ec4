import type { Case } from "../../case/open-case.ts";
import { type ShowStep, showingCheck } from "../check-progress.ts";
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
      const { problems, hash } = showingCheck(process.stderr, (onStep) => examined(opened, onStep));
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

/** What is wrong, and, where the file can be read, its sums. */
function examined(opened: Case, onStep: ShowStep) {
  const problems = opened.check(onStep);
  if (problems.some(({ kind }) => kind === "integrity")) return { problems, hash: null };
  onStep("sums");
  return { problems, hash: opened.hash() };
}
