import type { ReadRecord } from "../formats/format.ts";
import type { CaseStore, ChangeAuthor } from "../store/case-store.ts";
import { BatchPacker } from "../store/record-batch.ts";
import { type ImportFile, nameOf } from "./file-text.ts";
import type { watching } from "./import-progress.ts";
import { openReading, type ReadOptions } from "./open-reading.ts";
import type { ImportReport } from "./views.ts";

/** Records of a batch, about. */
const batchRecords = 2_000;

/** Streams the files into the case in one transaction. */
export async function importInBulk(
  store: CaseStore,
  files: readonly ImportFile[],
  { author, watch, ...options }: ReadOptions & { author: ChangeAuthor; watch: ReturnType<typeof watching> },
): Promise<ImportReport> {
  const ontology = store.ontology();
  const bulk = store.bulkImport();
  try {
    const packer = new BatchPacker();
    let records = 0;
    const keep = () => {
      records += packer.records;
      bulk.take(packer.flush());
      watch("reading", records);
    };
    for (const file of files) {
      const { source, pieces } = await openReading(file, { ontology, author, ...options });
      bulk.beginFile({ file: nameOf(file), source, strict: options.strict ?? false });
      for await (const piece of pieces) {
        for (const record of piece) pack(packer, record);
        if (packer.records >= batchRecords) keep();
      }
      keep();
      bulk.endFile();
    }
    const before = store.revision();
    const report = bulk.finish(author, (step) => watch(step, records));
    if (author.operation !== undefined && store.revision() === before)
      store.keepOperation({ ...author.operation, answer: JSON.stringify(report) });
    return report;
  } finally {
    bulk.abandon();
  }
}

/** What happened in the case that a file was written from stays there: the import is an entry of its own. */
function pack(packer: BatchPacker, record: ReadRecord): void {
  if (record.kind === "entity") packer.entity(record.entity);
  else if (record.kind === "claim") packer.claim(record.claim);
  else if (record.kind !== "history") packer.other(record);
}
