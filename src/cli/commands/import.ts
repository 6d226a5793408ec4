import { existsSync } from "node:fs";
import { resolve } from "node:path";
import type { ImportProgress } from "../../case/import-progress.ts";
import type { ImportReport } from "../../case/views.ts";
import { type Command, jsonOption } from "../command.ts";
import { printJson, printLine, shown } from "../terminal.ts";
import { caseArgument } from "../with-case.ts";

export const importCommand: Command = {
  name: "import",
  summary: "read files into a case; a case that is not there is made",
  arguments: [caseArgument, { name: "FILE", about: "a file to read, gzipped or not", count: "some" }],
  options: [
    { name: "format", value: "F", about: "read as this format (clew formats lists them)" },
    { name: "source", value: "TITLE", about: "title of the source that a file without sources becomes" },
    { name: "strict", about: "drop claims whose ends no file declares" },
    jsonOption,
  ],
  examples: ['clew import mine.clew links.csv --source "Company register, 2024"'],
  run: async ({ args: [path = "", ...files], options }) => {
    const report = await importInto(path, files, {
      ...optional("format", options.text("format")),
      ...optional("source", options.text("source")),
      strict: options.flag("strict"),
    });
    if (options.flag("json")) await printJson(report);
    else for (const line of reportLines(report)) await printLine(line);
    return 0;
  },
};

type Options = NonNullable<Parameters<typeof import("../../case/create-case.ts")["createCase"]>[2]>;

async function importInto(path: string, files: readonly string[], options: Options): Promise<ImportReport> {
  const by = process.env.CLEW_BY;
  const author = by === undefined || by === "" ? {} : { by };
  const text = `${path}.jsonl`;
  const isNamed = files.some((file) => resolve(file) === resolve(text));
  if (!existsSync(path) && (isNamed || !existsSync(text))) {
    const { createCase } = await import("../../case/create-case.ts");
    return createCase(path, files, { ...options, ...author, ...progressOn(process.stderr) });
  }
  const [{ ensureCase }, { openCase }] = await Promise.all([
    import("../../case/ensure-case.ts"),
    import("../../case/open-case.ts"),
  ]);
  await ensureCase(path);
  const opened = openCase(path, author);
  try {
    const report = await opened.import(files, { ...options, ...progressOn(process.stderr) });
    for (const _ of opened.keepSnapshot());
    return report;
  } finally {
    opened.close();
  }
}

/** On a terminal an import says how far it is. */
function progressOn({ isTTY }: { readonly isTTY: boolean }): { onProgress?: typeof showProgress } {
  return isTTY ? { onProgress: showProgress } : {};
}

/** One line that the next one takes the place of; the terminal's own, not the output's. */
function showProgress({ step, records }: ImportProgress): void {
  const what = step === "disk" ? "" : `${records} records, ${step}`;
  process.stderr.write(`\r${what.padEnd(60)}${step === "disk" ? "\r" : ""}`);
}

function* reportLines({ problems, outcomes, ...tallies }: ImportReport): Iterable<string> {
  const rows = [tallies.entities, tallies.links, tallies.claims, tallies.sources];
  for (const [at, what] of ["entities", "links", "claims", "sources"].entries()) {
    const { added, matched } = rows[at] ?? { added: 0, matched: 0 };
    yield `${what.padEnd(10)}${String(added).padStart(8)} added${matched > 0 ? `, ${matched} there already` : ""}`;
  }
  const told = Object.entries(outcomes).filter(([, times]) => times > 0);
  if (told.length > 0) yield `problems: ${told.map(([outcome, times]) => `${times} ${outcome}`).join(", ")}`;
  for (const { file, where, message, outcome } of problems.slice(0, 20))
    yield `${shown(file)}, ${shown(where)}: ${shown(message)} (${outcome})`;
  if (problems.length > 20) yield `… and ${problems.length - 20} more problems; --json lists all`;
}

function optional<Key extends string>(key: Key, value: string | undefined): { readonly [K in Key]?: string } {
  return value === undefined ? {} : ({ [key]: value } as { readonly [K in Key]: string });
}
