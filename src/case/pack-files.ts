import type { Source } from "../claims/source.ts";
import type { ReadRecord } from "../formats/format.ts";
import { BatchPacker, type RecordBatch } from "../store/record-batch.ts";
import type { ImportFile } from "./files/import-file.ts";
import { fileIdsOf, type KnownFile, knownFiles } from "./known-files.ts";
import { type ReadingTerms, readRecords } from "./open-reading.ts";
import type { FileIds } from "./spaces-of-files.ts";

/** A part of files that are read: where one begins, batches of its records, where it ends. Plain data that crosses threads. */
export type FilePart =
  /** First: all files, in their order. */
  | { readonly kind: "files"; readonly files: readonly FileIds[] }
  | { readonly kind: "file"; readonly file: string; readonly source: Source }
  | { readonly kind: "batch"; readonly batch: RecordBatch }
  | { readonly kind: "end" };

/** Records of a batch, about. */
const batchRecords = 2_000;

/** Reads files, one after the other, those of a zip in its order. Throws BadInput in one line. */
export async function* packFiles(files: readonly ImportFile[], terms: ReadingTerms): AsyncGenerator<FilePart> {
  const known: KnownFile[] = [];
  for (const file of files) known.push(...(await knownFiles(file, terms)));
  yield { kind: "files", files: known.map(fileIdsOf) };
  const packer = new BatchPacker();
  for (const each of known) {
    yield { kind: "file", file: each.file.name, source: each.source };
    for await (const piece of readRecords(each, terms))
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
  else if (record.kind === "claim") packer.claim(record.claim, record.ends);
  else if (record.kind !== "history" && record.kind !== "table") packer.other(record);
}
