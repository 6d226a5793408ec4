import type { Ontology } from "../claims/ontology.ts";
import type { Source } from "../claims/source.ts";
import type { ReadRecord } from "../formats/format.ts";
import { BatchPacker, type RecordBatch } from "../store/record-batch.ts";
import { type ImportFile, nameOf } from "./file-text.ts";
import { type ImportAuthor, openReading, type ReadOptions } from "./open-reading.ts";

/** A part of files that are read: where one begins, batches of its records, where it ends. Plain data that crosses threads. */
export type FilePart =
  | { readonly kind: "file"; readonly file: string; readonly source: Source }
  | { readonly kind: "batch"; readonly batch: RecordBatch }
  | { readonly kind: "end" };

/** Records of a batch, about. */
const batchRecords = 2_000;

/** Reads files, one after the other. Throws BadInput in one line. */
export async function* packFiles(
  files: readonly ImportFile[],
  options: ReadOptions & { readonly ontology: Ontology; readonly author: ImportAuthor },
): AsyncGenerator<FilePart> {
  const packer = new BatchPacker();
  for (const file of files) {
    const { source, pieces } = await openReading(file, options);
    yield { kind: "file", file: nameOf(file), source };
    for await (const piece of pieces)
      for (const record of piece) {
        pack(packer, record);
        if (packer.records >= batchRecords) yield { kind: "batch", batch: packer.flush() };
      }
    if (packer.records > 0) yield { kind: "batch", batch: packer.flush() };
    yield { kind: "end" };
  }
}

/** What happened in the case that a file was written from stays there: the import is an entry of its own. */
function pack(packer: BatchPacker, record: ReadRecord): void {
  if (record.kind === "entity") packer.entity(record.entity);
  else if (record.kind === "claim") packer.claim(record.claim);
  else if (record.kind !== "history" && record.kind !== "table") packer.other(record);
}
