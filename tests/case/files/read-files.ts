import type { ImportFile } from "../../../src/case/files/import-file.ts";
import type { ReadOptions } from "../../../src/case/open-reading.ts";
import { packFiles } from "../../../src/case/pack-files.ts";
import { recordsOfBatch } from "../../../src/case/records-of-batch.ts";
import type { ReadRecord } from "../../../src/formats/format.ts";
import { noOntology } from "../../formats/read-all.ts";

/** What an import would be given of files: their names, and the records of each. */
export async function readFiles(
  files: readonly ImportFile[],
  options: ReadOptions = {},
): Promise<{ readonly file: string; readonly records: ReadRecord[] }[]> {
  const found: { file: string; records: ReadRecord[] }[] = [];
  const author = { by: "tester", at: "2024-04-01T00:00:00.000Z" };
  for await (const part of packFiles(files, { ontology: noOntology, author, ...options })) {
    if (part.kind === "file") found.push({ file: part.file, records: [] });
    else if (part.kind === "batch") found.at(-1)!.records.push(...recordsOfBatch(part.batch));
  }
  return found;
}

export function namesIn(records: readonly ReadRecord[]): string[] {
  return records.flatMap((record) => (record.kind === "entity" ? [record.entity.name] : []));
}
