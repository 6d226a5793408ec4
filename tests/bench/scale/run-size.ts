import { constants, copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runLoad } from "../../trust/load/run-load.ts";
import { type CaseSizeName, entitiesOf } from "./data/case-size.ts";
import { type DrawnCase, drawCase } from "./data/reckoning.ts";
import { drawTargets } from "./data/targets.ts";
import { writeCaseFile, writeTables } from "./data/write-case.ts";
import { Figures, type SizeResults } from "./figures.ts";
import { breadthFirst } from "./measure/breadth-first.ts";
import { measureChanges } from "./measure/changes.ts";
import { type Files, measureCopy, measureImport } from "./measure/imports.ts";
import { measureNeighbours } from "./measure/neighbours.ts";
import { measureCommand, noteMemory, openAndAsk } from "./measure/openings.ts";
import { measureSearches } from "./measure/searches.ts";
import { measurePaths } from "./measure/shortest-paths.ts";
import type { ScaleOptions } from "./options.ts";

export interface Run {
  readonly options: ScaleOptions;
  readonly tell: (line: string) => void;
}

interface Measured extends Run {
  readonly drawn: DrawnCase;
  readonly files: Files;
  readonly figures: Figures;
}

/** Everything that is measured on a case of one size. */
export async function runSize(size: CaseSizeName, { options, tell }: Run): Promise<SizeResults> {
  const folder = options.keep === null ? mkdtempSync(join(tmpdir(), "clew-scale-")) : join(options.keep, size);
  mkdirSync(folder, { recursive: true });
  const figures = new Figures();
  try {
    tell(`${size}: drawing`);
    const drawn = drawCase({ entities: entitiesOf[size], seed: options.seed });
    const files = await filesOf(folder, drawn, options.reuse);
    const measured: Measured = { options, tell, drawn, files, figures };
    await measureBringingIn(measured);
    await measureQuestions(measured);
    await measureWriting(measured, size === "large" ? options.loadSeconds : 0);
    return { size, facts: drawn.facts, figures: figures.list, wrong: figures.wrong };
  } finally {
    if (options.keep === null) rmSync(folder, { recursive: true, force: true });
  }
}

/** The files of a case: those that lie there, where they are of the same case, or new ones. */
async function filesOf(folder: string, drawn: DrawnCase, reuse: boolean): Promise<Files> {
  const at = (name: string) => join(folder, name);
  const files = {
    jsonl: at("case.clew.jsonl"),
    nodes: at("nodes.csv"),
    links: at("links.csv"),
    casePath: at("case.clew"),
    folder,
  };
  const facts = `${JSON.stringify(drawn.facts, null, 2)}\n`;
  const isThere = existsSync(at("facts.json")) && readFileSync(at("facts.json"), "utf8") === facts;
  if (isThere && existsSync(files.jsonl) && existsSync(files.links)) return files;
  if (isThere && reuse && existsSync(files.casePath)) return files;
  rmSync(files.casePath, { force: true });
  await writeCaseFile(files.jsonl, drawn);
  await writeTables(files, drawn);
  // Last, so that files cut short are never taken for whole.
  writeFileSync(at("facts.json"), facts);
  return files;
}

async function measureBringingIn({ options, tell, drawn, files, figures }: Measured): Promise<void> {
  if (options.reuse && existsSync(files.casePath)) return;
  if (options.peer) {
    tell("LadybugDB: COPY");
    await measureCopy(files, drawn.facts, figures);
  }
  tell("importing");
  await measureImport(files, drawn.facts, figures);
}

/** Reading only: the case stays as it was imported. */
async function measureQuestions({ options, tell, drawn, files, figures }: Measured): Promise<void> {
  const hopsOf = breadthFirst(drawn);
  tell("starting clew path");
  await measureCommand(files.casePath, { drawn, figures }, hopsOf);
  tell("asking a server");
  const asking = await openAndAsk(files.casePath, { drawn, figures, questions: options.questions }, "server");
  await measureSearches(asking);
  await measureNeighbours(asking);
  await measurePaths(asking, hopsOf);
  noteMemory(asking, "after questions");
  asking.http.close();
  await asking.server.terminate();
}

/** On a copy: changes, a kill and a start, the load. */
async function measureWriting({ options, tell, drawn, files, figures }: Measured, loadSeconds: number): Promise<void> {
  const casePath = join(files.folder, "work.clew");
  copyFileSync(files.casePath, casePath, constants.COPYFILE_FICLONE);
  try {
    tell("adding claims");
    const given = { drawn, figures, questions: options.questions };
    const asking = await openAndAsk(casePath, given, "server on a copy");
    await measureChanges(asking);
    noteMemory(asking, "after changes");
    asking.http.close();
    await asking.server.kill();
    const again = await openAndAsk(casePath, given, "killed and started again");
    again.http.close();
    await again.server.terminate();
    if (loadSeconds > 0) await measureLoad({ options, tell, drawn, files, figures }, casePath, loadSeconds);
  } finally {
    for (const end of ["", "-wal", "-shm", "-lock"]) rmSync(`${casePath}${end}`, { force: true });
  }
}

const CLIENTS = 100;
const IMPORT_ROWS = 20_000;

async function measureLoad({ options, tell, drawn, files, figures }: Measured, casePath: string, seconds: number): Promise<void> {
  const targets = drawTargets(drawn, 2000, options.seed + 1);
  for (const [when, importRows] of [
    ["load", 0],
    ["load during imports", IMPORT_ROWS],
  ] as const) {
    tell(when);
    const common = { casePath, targets, folder: files.folder, clients: CLIENTS, seconds, importRows };
    const outcome = await runLoad({ ...common, seed: options.seed, afterwards: "look for what was written" });
    for (const { kind, p50, p99 } of outcome.report.kinds) {
      figures.add(`${when}, ${kind}, p50`, p50);
      figures.add(`${when}, ${kind}, p99`, p99);
    }
    const all = outcome.report.kinds.find(({ kind }) => kind === "all")!;
    figures.add(`${when}: requests`, all.asked / outcome.report.seconds, "per second");
    figures.add(`${when}: errors`, all.errors / Math.max(1, all.asked), "of them");
    if (outcome.serverBytes !== null) figures.add(`${when}: server memory`, outcome.serverBytes, "bytes");
    figures.add(`${when}: killed and ready again`, outcome.readyMs);
    figures.wrong.push(...outcome.broken.map((line) => `${when}: ${line}`));
  }
}
