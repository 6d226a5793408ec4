import type { SaveReport } from "../../store/sqlite/salvage/doctor-case.ts";
import { showingCheck } from "../check-progress.ts";
import { type Command, jsonOption } from "../command.ts";
import { printAnswer } from "../print-answer.ts";
import { shown } from "../terminal.ts";
import { caseArgument } from "../with-case.ts";

export const doctorCommand: Command = {
  name: "doctor",
  summary: "say whether a case file is sound, and save what can be read of one that is not",
  arguments: [caseArgument],
  options: [{ name: "save", value: "FILE", about: "a new case with everything that can be read" }, jsonOption],
  examples: ["clew doctor mine.clew", "clew doctor mine.clew --save saved.clew"],
  run: async ({ args: [path = ""], options }) => {
    const { examineCase, saveCase } = await import("../../store/sqlite/salvage/doctor-case.ts");
    const problems = showingCheck(process.stderr, (onStep) => examineCase(path, onStep));
    const target = options.text("save");
    const save = target === undefined ? null : saveCase(path, target);
    const sound = problems.length === 0;
    function* lines(): Iterable<string> {
      if (sound) yield `${shown(path)}: sound`;
      for (const { where, message } of problems) yield `${shown(where)}: ${shown(message)}`;
      if (save !== null) yield* savedLines(save, target ?? "");
      else if (!sound) yield "clew doctor CASE --save FILE saves what can be read.";
    }
    return printAnswer(options, { value: { sound, problems, save }, lines, empty: !sound && save === null });
  },
};

function* savedLines({ saved, lost, problems }: SaveReport, target: string): Iterable<string> {
  const counts = Object.entries(saved).map(([what, count]) => `${count} ${what === "entries" ? "entries of the history" : what}`);
  yield `saved in ${shown(target)}: ${counts.join(", ")}`;
  const lacking = {
    "entities that others name; placeholders stand for them": lost.entities,
    "sources that claims name; their ids stand for them": lost.sources,
    "texts of sources that claims cite": lost.texts,
    "claims that others repeat": lost.claims,
    "entries of the history": lost.entries,
  };
  for (const [what, ids] of Object.entries(lacking))
    if (ids.length > 0) yield `lost: ${ids.length} ${what}: ${shown(ids.slice(0, 10).join(", "))}${ids.length > 10 ? " …" : ""}`;
  if (lost.imported > 0) yield `lost: ${lost.imported} claims of imports, which the history told by their place alone`;
  yield problems.length === 0
    ? "the saved case is sound"
    : `the saved case has ${problems.length} problems; clew check lists them`;
}
