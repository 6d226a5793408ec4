import type { RedactionReport } from "../../store/case-store.ts";
import { type Command, jsonOption } from "../command.ts";
import { printAnswer } from "../print-answer.ts";
import { shown } from "../terminal.ts";
import { caseArgument, changeCase } from "../with-case.ts";

export const redactCommand: Command = {
  name: "redact",
  summary: "take entities, sources or claims out of the file for good",
  arguments: [caseArgument, { name: "WHAT", about: "an entity, a source or a claim, by id, name or title", count: "some" }],
  options: [
    { name: "reason", value: "TEXT", about: "why; the history keeps it" },
    { name: "yes", about: "do it; without it the command says what would go" },
    jsonOption,
  ],
  examples: ['clew redact mine.clew "Ada Löw" --reason "asked to be taken out"'],
  run: ({ args: [path = "", ...what], options }) =>
    changeCase(path, (opened) => {
      const mode = options.flag("yes") ? "carry-out" : "plan";
      const report = opened.redact(what, options.text("reason") ?? "", mode);
      const lines = () => redactionLines(report, mode);
      return printAnswer(options, { value: { done: mode === "carry-out", ...report }, lines, empty: mode === "plan" });
    }),
};

function* redactionLines(report: RedactionReport, mode: "plan" | "carry-out"): Iterable<string> {
  const { entities, sources, claims, judgements, charts, questions, names, namesKept, texts, records, changes } = report;
  const counted = {
    entities,
    sources,
    claims,
    judgements,
    "saved questions": questions,
    charts,
    "changes of the history": changes,
  };
  for (const [what, count] of Object.entries(counted)) if (count > 0) yield `  ${String(count).padStart(8)}  ${what}`;
  if (names > 0) yield `${names} names, blotted out in ${texts} texts of sources and ${records} other records`;
  if (namesKept > 0) yield `${namesKept} names left where they stand: others are called so, or they are too short to tell`;
  for (const where of report.idsLeft) yield `the id holds a name and stays: ${shown(where)}`;
  yield mode === "carry-out"
    ? "Taken out of the file. Copies and backups made before still hold it."
    : "Nothing is done yet: --yes takes it out for good, and no undo brings it back.";
}
