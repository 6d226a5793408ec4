import type { CaseStore, ChangeAuthor } from "../store/case-store.ts";
import { collectMemory } from "./collect-memory.ts";
import { importLabel } from "./import-label.ts";
import type { watching } from "./import-progress.ts";
import type { PlacedPart } from "./place-ids.ts";
import { withSnapshotAhead } from "./snapshot-ahead.ts";
import type { SnapshotExchange } from "./snapshot-exchange.ts";
import type { ImportReport } from "./views.ts";

/** Records from which on a collection, of a tenth of a second, gives much back. */
const manyRecords = 500_000;

interface BulkOptions {
  readonly author: Omit<ChangeAuthor, "label">;
  readonly strict: boolean;
  readonly watch: ReturnType<typeof watching>;
  readonly exchange: SnapshotExchange | undefined;
}

/** Streams files that are read into the case in one transaction, which is open from the first part to the last. */
export async function importInBulk(
  store: CaseStore,
  parts: AsyncIterable<PlacedPart>,
  { author, strict, watch, exchange }: BulkOptions,
): Promise<ImportReport> {
  const bulk = store.bulkImport();
  try {
    let records = 0;
    const files: string[] = [];
    for await (const part of parts) {
      if (part.kind === "file") {
        files.push(part.file);
        bulk.beginFile({ file: part.file, source: part.source, ids: part.ids, strict });
      } else if (part.kind === "end") bulk.endFile();
      else {
        records += part.batch.records;
        bulk.take(part.batch);
        watch("reading", records);
      }
    }
    // What was unpacked is of no more use, and sorting needs as much.
    if (records >= manyRecords) collectMemory("now");
    const before = store.revision();
    const by = { ...author, label: importLabel(files) };
    const report = withSnapshotAhead(exchange, (beforeDisk) => bulk.finish(by, (step) => watch(step, records), beforeDisk));
    if (author.operation !== undefined && store.revision() === before)
      store.keepOperation({ ...author.operation, answer: JSON.stringify(report) });
    if (records >= manyRecords) collectMemory("now");
    return report;
  } finally {
    bulk.abandon();
  }
}
