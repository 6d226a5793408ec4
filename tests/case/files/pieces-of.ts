import type { ImportFile } from "../../../src/case/files/import-file.ts";
import { knownFiles } from "../../../src/case/known-files.ts";
import { type ReadingTerms, readRecords } from "../../../src/case/open-reading.ts";
import type { ReadRecord } from "../../../src/formats/format.ts";

/** Records of a file as they come, a piece at a time. */
export async function* piecesOf(file: ImportFile, terms: ReadingTerms): AsyncGenerator<Iterable<ReadRecord>> {
  for (const known of await knownFiles(file, terms)) yield* readRecords(known, terms);
}
