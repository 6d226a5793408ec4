import { BadInput } from "../base/problem.ts";
import { ProblemTally } from "../base/problem-tally.ts";
import type { CaseStore } from "../store/case-store.ts";
import type { ImportFile } from "./files/import-file.ts";
import { sumsOf } from "./files/sums-of.ts";
import { type ImportOptions, importFiles, importParts } from "./import-files.ts";
import type { ImportWatch } from "./import-progress.ts";
import { type Author, type ChangeTerms, knownOperation, sumOf } from "./once.ts";
import type { FilePart } from "./pack-files.ts";
import type { SnapshotExchange } from "./snapshot-exchange.ts";
import type { ImportReport } from "./views.ts";

/** Name and SHA-256 of a file. */
type FileSum = readonly [name: string, sum: string];

/** Files that another thread reads. */
export interface ReadFiles {
  readonly parts: AsyncGenerator<FilePart>;
  readonly sums: readonly FileSum[];
}

export type ImportTerms = ImportOptions & ImportWatch & ChangeTerms;

interface ImportGiven extends ImportTerms {
  readonly author: Author;
  readonly exchange: SnapshotExchange | undefined;
}

/** Imports the files, or gives the report of the time when the same operation was done. */
export async function importOnce(
  store: CaseStore,
  files: readonly ImportFile[] | ReadFiles,
  { operation, seen: _, ...given }: ImportGiven,
): Promise<ImportReport> {
  const carryOut = (known?: { readonly id: string; readonly asked: string }) => {
    const options = { ...given, operation: known };
    return "parts" in files ? importParts(store, files.parts, options) : importFiles(store, files, options);
  };
  if (operation === undefined) return carryOut();
  const { format = null, source = null, strict = false, encoding, ids, mapping, mappings } = given;
  const sums = "parts" in files ? files.sums : await sumsOf(files);
  const asked = sumOf(["import", sums, { format, source, strict, encoding, ids, mapping, mappings }]);
  const known = knownOperation(store, operation, asked);
  if (known === null) return carryOut({ id: operation, asked });
  if (known.answer === null) throw new BadInput("operation: its report is not in the case", { kind: "storage" });
  return keptReport(known.answer);
}

/** Reports that older versions kept tell every problem, and do not count their kinds. */
function keptReport(answer: string): ImportReport {
  const kept = JSON.parse(answer) as ImportReport | (Omit<ImportReport, "kinds"> & { readonly kinds?: undefined });
  if (kept.kinds !== undefined) return kept;
  const problems = new ProblemTally();
  for (const problem of kept.problems) problems.add(problem);
  return { ...kept, ...problems.told() };
}
