import type { CaseStats } from "../../store/case-store.ts";
import { type Command, jsonOption } from "../command.ts";
import { printAnswer } from "../print-answer.ts";
import { bold, shown } from "../terminal.ts";
import { caseArgument, knownOption, withKnownCase } from "../with-case.ts";

export const statsCommand: Command = {
  name: "stats",
  summary: "count what a case holds",
  arguments: [caseArgument],
  options: [knownOption, jsonOption],
  examples: ["clew stats data/moscow-2024.clew"],
  run: ({ args: [path = ""], options }) =>
    withKnownCase(path, options, (opened) => {
      const stats = opened.stats();
      return printAnswer(options, { value: stats, lines: () => statsLines(opened.name, stats), empty: false });
    }),
};

function* statsLines(name: string, { entityTypes, relations, standings, ...counts }: CaseStats): Iterable<string> {
  yield bold(shown(name));
  for (const [what, count] of Object.entries(counts)) yield `  ${String(count).padStart(8)}  ${words(what)}`;
  for (const [title, tally] of Object.entries({ "entity types": entityTypes, relations, standings })) {
    yield bold(title);
    const rows = Object.entries(tally).sort((a, b) => b[1] - a[1]);
    for (const [each, count] of rows) yield `  ${String(count).padStart(8)}  ${shown(each)}`;
  }
}

function words(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}
