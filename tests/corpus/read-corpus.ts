import { mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { BadInput } from "../../src/base/problem.ts";
import { openCase } from "../../src/case/open-case.ts";
import type { ImportReport } from "../../src/case/views.ts";

/** Files that make one import, by their folder in the corpus. */
export interface CorpusImport {
  readonly folder: string;
  /** Within the folder. */
  readonly files: readonly string[];
  readonly bytes: number;
}

export interface CorpusResult extends CorpusImport {
  /** What it gave; null where it was refused. */
  readonly report: ImportReport | null;
  /** Why it was refused; null where it was read. */
  readonly refused: string | null;
  readonly ms: number;
}

/** Files that are one graph. */
const together: readonly (readonly [folder: string, ...files: string[]])[] = [
  ["graphml-airroutes", "air-routes-latest-nodes.csv", "air-routes-latest-edges.csv"],
];

/** What tells of a folder's files, and is none. */
const besides = /^(LICENSE|SOURCE|ATTRIBUTION)\b/;

/** Every import that the corpus holds, in order of folder and file. */
export function importsOf(corpus: string): CorpusImport[] {
  return readdirSync(corpus)
    .sort()
    .filter((folder) => statSync(join(corpus, folder)).isDirectory())
    .flatMap((folder) => {
      const all = readdirSync(join(corpus, folder), { recursive: true, encoding: "utf8" }).sort();
      const files = all.filter((file) => statSync(join(corpus, folder, file)).isFile() && !besides.test(file.split("/").at(-1)!));
      const groups = together.filter(([name]) => name === folder).map(([, ...group]) => group);
      const single = files.filter((file) => !groups.some((group) => group.includes(file))).map((file) => [file]);
      return [...groups, ...single].map((files) => ({ folder, files, bytes: bytesOf(corpus, folder, files) }));
    });
}

function bytesOf(corpus: string, folder: string, files: readonly string[]): number {
  return files.reduce((sum, file) => sum + statSync(join(corpus, folder, file)).size, 0);
}

/** Reads it into a case of its own. Whatever is thrown and is no refusal is thrown on. */
export async function readImport(corpus: string, given: CorpusImport): Promise<CorpusResult> {
  const scratch = mkdtempSync(join(tmpdir(), "clew-corpus-"));
  const opened = openCase(join(scratch, "corpus.clew"), { mode: "create" });
  const started = performance.now();
  const took = () => Math.round(performance.now() - started);
  try {
    const report = await opened.import(given.files.map((file) => join(corpus, given.folder, file)));
    return { ...given, report, refused: null, ms: took() };
  } catch (error) {
    if (!(error instanceof BadInput)) throw error;
    return { ...given, report: null, refused: error.message.replaceAll(`${join(corpus, given.folder)}/`, ""), ms: took() };
  } finally {
    opened.close();
    rmSync(scratch, { recursive: true });
  }
}
