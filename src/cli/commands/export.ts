import { createWriteStream, existsSync, renameSync, rmSync, statSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { BadInput } from "../../base/problem.ts";
import type { Case } from "../../case/open-case.ts";
import type { ExportScope } from "../../case/views.ts";
import type { Ask } from "../../query/question-field.ts";
import type { CallOptions, Command, CommandOption } from "../command.ts";
import { askedOf, optionsOf, refuseOptionsOfOthers } from "../question-options.ts";
import { note, print } from "../terminal.ts";
import { caseArgument, knownOption, withKnownCase } from "../with-case.ts";

/** Parts that are the answer to a question, each under the options of that question. */
const parts: readonly CommandOption[] = [
  { name: "around", value: "ENTITY", about: "only what lies around this entity" },
  { name: "path", value: "FROM TO", takes: "pair", about: "only the paths between two entities" },
  { name: "connect", value: "A,B,C", takes: "list", about: "only the network that joins these entities" },
  { name: "pattern", value: "TEXT", about: "only what fills this pattern" },
  { name: "ask", value: "NAME", about: "only the answer to this saved question" },
];

export const exportCommand: Command = {
  name: "export",
  summary: "write a case, or a part of it, as a file",
  arguments: [caseArgument],
  options: [
    { name: "format", value: "F", about: "clew formats lists them" },
    { name: "part", value: "P", about: "where a format has a choice, as csv: entities, links, claims" },
    {
      name: "formulas",
      value: "exact",
      about: "csv: texts that a spreadsheet would run as they are, with no apostrophe before them",
    },
    { name: "out", value: "FILE", about: "write here; to standard output when left out" },
    ...parts,
    { name: "entities", value: "A,B,C", takes: "list", about: "only these entities and the links between them" },
    { name: "chart", value: "NAME", about: "only what is on this chart" },
    knownOption,
    ...optionsOf(["path", "around", "connect", "pattern"]),
  ],
  examples: [
    "clew export data/moscow-2024.clew --format gexf --out moscow.gexf",
    "clew export data/moscow-2024.clew --format csv --part claims --path ISIS-K Ukraine",
  ],
  run: ({ args: [path = ""], options }) =>
    withKnownCase(path, options, async (opened) => {
      const format = options.text("format");
      if (format === undefined) throw new BadInput("export: wanted --format F; clew formats lists them");
      const part = options.text("part");
      const formulas = options.text("formulas");
      const out = options.text("out");
      if (out !== undefined) refuseOut(out);
      const made = opened.exportAs({
        format,
        ...(part === undefined ? {} : { part }),
        ...(formulas === undefined ? {} : { formulas }),
        scope: scopeOf(opened, options),
      });
      if (out === undefined) for (const chunk of gathered(made.chunks)) await print(chunk);
      else await writeWhole(out, made.chunks);
      for (const loss of made.losses) note(`not carried: ${loss}`);
      return 0 as const;
    }),
};

function scopeOf(opened: Case, options: CallOptions): ExportScope {
  const names = [...parts.map(({ name }) => name), "entities", "chart"];
  const given = names.filter((name) => (options.list(name) ?? options.text(name)) !== undefined);
  if (given.length > 1)
    throw new BadInput(`export: wanted one of ${given.map((name) => `--${name}`).join(", ")}, got ${given.length}`);
  const [part] = given;
  switch (part) {
    case "around":
      return answerScope(opened, "around", { center: options.text(part) }, options);
    case "path": {
      const [from, to] = options.list(part) ?? [];
      return answerScope(opened, "path", { from, to }, options);
    }
    case "connect":
      return answerScope(opened, "connect", { entities: options.list(part) }, options);
    case "pattern":
      return answerScope(opened, "pattern", { pattern: options.text(part) }, options);
    case "ask":
      refuseOptionsOfOthers(null, options);
      return { kind: "answer", question: opened.savedQuestion(options.text(part) ?? "") };
    default:
      refuseOptionsOfOthers(null, options);
      return plainScope(opened, options);
  }
}

function answerScope(
  opened: Case,
  ask: "path" | "around" | "connect" | "pattern",
  named: Readonly<Record<string, unknown>>,
  options: CallOptions,
): ExportScope {
  return { kind: "answer", question: opened.question<Ask>(askedOf(ask, named, options)) };
}

function plainScope(opened: Case, options: CallOptions): ExportScope {
  const [entities, chart] = [options.list("entities"), options.text("chart")];
  if (entities !== undefined) return { kind: "entities", entities: entities.map((name) => opened.find(name).id) };
  return chart === undefined ? { kind: "case" } : { kind: "chart", chart: opened.chart(chart).id };
}
function refuseOut(out: string): void {
  if (statSync(out, { throwIfNoEntry: false })?.isDirectory()) throw new BadInput(`--out: wanted a file, got the folder ${out}`);
  if (!existsSync(dirname(out))) throw new BadInput(`--out: wanted a folder that is there, got ${dirname(out)}`);
}

/** Under another name first, so that `out` is the old file or the whole new one. For nobody but the user, like the case itself. */
async function writeWhole(out: string, chunks: Iterable<string>): Promise<void> {
  const draft = join(dirname(out), `.${process.pid}-${basename(out)}.tmp`);
  try {
    await pipeline(Readable.from(gathered(chunks)), createWriteStream(draft, { flush: true, mode: 0o600 }));
    renameSync(draft, out);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined || error instanceof BadInput) throw error;
    throw new BadInput(`--out: ${out} cannot be written (${code})`, { cause: error });
  } finally {
    rmSync(draft, { force: true });
  }
}

/** Writers give small pieces; pipes and disks like large ones. */
function* gathered(chunks: Iterable<string>): Iterable<string> {
  let text = "";
  for (const chunk of chunks) {
    text += chunk;
    if (text.length < 65_536) continue;
    yield text;
    text = "";
  }
  if (text !== "") yield text;
}
