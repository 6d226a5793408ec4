import type { CaseStore, Operation } from "../store/case-store.ts";
import { type ImportFile, nameOf } from "./file-text.ts";
import { importInBulk } from "./import-in-bulk.ts";
import { ImportPlan } from "./import-plan.ts";
import { type ImportWatch, watching } from "./import-progress.ts";
import { type ImportAuthor, openReading, type ReadOptions } from "./open-reading.ts";
import type { ImportReport } from "./views.ts";

export interface ImportOptions extends ReadOptions {
  /** Title of the source that the file becomes where its format knows no sources. */
  readonly source?: string;
}

/** Records up to which an import is held in memory and applied change by change. */
const fewRecords = 20_000;

/**
 * Reads all files, then applies what they hold in one transaction: all of it, or nothing when one
 * cannot be read. Throws BadInput in one line; faults in single rows are in the report. An import of many records is streamed into
 * the case and comes to the same.
 */
export async function importFiles(
  store: CaseStore,
  files: readonly ImportFile[],
  {
    author,
    few = fewRecords,
    onProgress,
    cancelled,
    operation,
    ...options
  }: ImportOptions & ImportWatch & { author: ImportAuthor; few?: number; operation?: Omit<Operation, "answer"> | undefined },
): Promise<ImportReport> {
  const label = `import ${files.map(nameOf).join(", ")}`.slice(0, 200).toWellFormed();
  const plan = await planOf(store, files, { author, few, ...options });
  if (plan === null) {
    const watch = watching({
      ...(onProgress === undefined ? {} : { onProgress }),
      ...(cancelled === undefined ? {} : { cancelled }),
    });
    const kept = operation === undefined ? {} : { operation: { ...operation, answer: null } };
    return importInBulk(store, files, { author: { ...author, label, ...kept }, watch, ...options });
  }
  const changes = plan.changes();
  const report = plan.report();
  const kept = operation === undefined ? undefined : { ...operation, answer: JSON.stringify(report) };
  if (changes.length > 0) store.apply(changes, { ...author, label, ...(kept === undefined ? {} : { operation: kept }) });
  else if (kept !== undefined) store.keepOperation(kept);
  return report;
}

/** Null when the files hold more than `few` records. */
async function planOf(
  store: CaseStore,
  files: readonly ImportFile[],
  { few, ...options }: ImportOptions & { author: ImportAuthor; few: number },
): Promise<ImportPlan | null> {
  const plan = new ImportPlan(store);
  let left = few;
  for (const file of files) {
    const { source, pieces } = await openReading(file, { ontology: store.ontology(), ...options });
    const records = [];
    for await (const piece of pieces) {
      for (const record of piece) records.push(record);
      if (records.length > left) return null;
    }
    left -= records.length;
    plan.add({ file: nameOf(file), records, source, strict: options.strict ?? false });
  }
  return plan;
}
