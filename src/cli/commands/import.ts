import { accessSync, constants, existsSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { BadInput } from "../../base/problem.ts";
import type { ImportProgress } from "../../case/import-progress.ts";
import type { ImportReport } from "../../case/views.ts";
import type { TableMapping } from "../../formats/csv/table-mapping.ts";
import { type CallOptions, type Command, jsonOption } from "../command.ts";
import { printJson, printLine, shown } from "../terminal.ts";
import { caseArgument } from "../with-case.ts";

export const importCommand: Command = {
  name: "import",
  summary: "read files into a case; a case that is not there is made",
  arguments: [caseArgument, { name: "FILE", about: "a file to read, plain, gzipped or zipped", count: "some" }],
  options: [
    { name: "format", value: "F", about: "read as this format (clew formats lists them)" },
    { name: "source", value: "TITLE", about: "title of the source that a file without sources becomes" },
    { name: "strict", about: "drop claims whose ends no file declares" },
    { name: "preview", about: "show what the import would give, and change nothing" },
    { name: "mapping", value: "FILE", about: "which column of a table is what, as the preview's --json has it" },
    { name: "ids", value: "NAME", about: "the ids in the files are of this space: a name, world, or case" },
    { name: "encoding", value: "NAME", about: "how the texts are written, where it is guessed wrong: windows-1252" },
    {
      name: "report",
      value: "FILE",
      about: "keep the report (the first 1,000 problems of a kind), as JSON where the name ends with .json",
    },
    jsonOption,
  ],
  examples: [
    'clew import mine.clew links.csv --source "Company register, 2024"',
    "clew import mine.clew nodes.csv edges.csv --preview",
  ],
  run: async ({ args: [path = "", ...files], options }) => {
    const mapping = options.text("mapping");
    const terms: Options = {
      ...optional("format", options.text("format")),
      ...optional("source", options.text("source")),
      ...optional("ids", options.text("ids")),
      ...optional("encoding", options.text("encoding")),
      ...(mapping === undefined ? {} : { mapping: await mappingIn(mapping) }),
      strict: options.flag("strict"),
    };
    if (options.flag("preview") && options.text("report") !== undefined)
      throw new BadInput("--report: wanted an import to report on, got --preview (--json prints all of it)");
    if (options.flag("preview")) return showPreview(path, files, { terms, options });
    const kept = options.text("report");
    if (kept !== undefined) refuseUnwritable(kept);
    const report = await importInto(path, files, terms);
    if (kept !== undefined) keepReport(kept, report);
    if (options.flag("json")) await printJson(report);
    else for (const line of reportLines(report)) await printLine(line);
    return 0;
  },
};

type Options = NonNullable<Parameters<typeof import("../../case/create-case.ts")["createCase"]>[2]>;

async function showPreview(
  path: string,
  files: readonly string[],
  { terms, options }: { readonly terms: Options; readonly options: CallOptions },
): Promise<0 | 1> {
  const [{ previewInto }, { previewLines }] = await Promise.all([
    import("../../case/preview-into.ts"),
    import("../preview-text.ts"),
  ]);
  const preview = await previewInto(path, files, terms);
  if (options.flag("json")) await printJson(preview);
  else for (const line of previewLines(preview)) await printLine(line);
  return preview.files.some(({ refused }) => refused === null) ? 0 : 1;
}

async function mappingIn(file: string): Promise<TableMapping> {
  const { parseTableMapping } = await import("../../formats/csv/parse-table-mapping.ts");
  return parseTableMapping(readText(file, "--mapping"), file);
}

function readText(file: string, option: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (cause) {
    throw new BadInput(`${option}: ${file} cannot be read (${(cause as NodeJS.ErrnoException).code})`, {
      kind: "not-found",
      cause,
    });
  }
}

/** Before the import: a report that has no place is no reason to find out afterwards. */
function refuseUnwritable(file: string): void {
  const refused = (what: string, cause?: unknown) =>
    new BadInput(`--report: wanted a file that can be written, got ${file} (${what})`, { cause });
  if (statSync(file, { throwIfNoEntry: false })?.isDirectory()) throw refused("EISDIR");
  try {
    accessSync(existsSync(file) ? file : dirname(resolve(file)), constants.W_OK);
  } catch (cause) {
    throw refused((cause as NodeJS.ErrnoException).code ?? "unknown", cause);
  }
}

/** For nobody but the user, like the case itself. */
function keepReport(file: string, report: ImportReport): void {
  const lines = [...reportLines(report, report.problems.length)].map((line) => `${line}\n`);
  const text = file.toLowerCase().endsWith(".json") ? `${JSON.stringify(report, null, 2)}\n` : lines.join("");
  try {
    writeFileSync(file, text, { mode: 0o600 });
  } catch (cause) {
    throw new BadInput(`--report: ${file} cannot be written (${(cause as NodeJS.ErrnoException).code}); the import is done`, {
      cause,
    });
  }
}

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

function* reportLines({ problems, kinds, outcomes, ...tallies }: ImportReport, most = 20): Iterable<string> {
  const rows = [tallies.entities, tallies.links, tallies.claims, tallies.sources];
  for (const [at, what] of ["entities", "links", "claims", "sources"].entries()) {
    const { added, matched } = rows[at] ?? { added: 0, matched: 0 };
    yield `${what.padEnd(10)}${String(added).padStart(8)} added${matched > 0 ? `, ${matched} there already` : ""}`;
  }
  const told = Object.entries(outcomes).filter(([, times]) => times > 0);
  if (told.length > 0) yield `problems: ${told.map(([outcome, times]) => `${times} ${outcome}`).join(", ")}`;
  for (const { file, where, message, outcome } of problems.slice(0, most))
    yield `${shown(file)}, ${shown(where)}: ${shown(message)} (${outcome})`;
  if (problems.length > most) yield `… and ${problems.length - most} more problems; --report FILE keeps them`;
  for (const { kind, outcome, count, told } of kinds)
    if (count > told) yield `${kind} (${outcome}): ${count} problems, of which the first ${told} are told`;
}

function optional<Key extends string>(key: Key, value: string | undefined): { readonly [K in Key]?: string } {
  return value === undefined ? {} : ({ [key]: value } as { readonly [K in Key]: string });
}
