import { statSync } from "node:fs";
import type { ReadRecord } from "../formats/format.ts";
import type { CaseStore, Operation } from "../store/case-store.ts";
import type { ImportFile } from "./files/import-file.ts";
import { importInBulk } from "./import-in-bulk.ts";
import { importLabel } from "./import-label.ts";
import { ImportPlan } from "./import-plan.ts";
import { type ImportWatch, watching } from "./import-progress.ts";
import type { ImportAuthor, ReadOptions } from "./open-reading.ts";
import { type FilePart, packFiles } from "./pack-files.ts";
import { type PlacedPart, placeIds } from "./place-ids.ts";
import { readBeside } from "./read-beside.ts";
import { recordsOfBatch } from "./records-of-batch.ts";
import { withSnapshotAhead } from "./snapshot-ahead.ts";
import type { SnapshotExchange } from "./snapshot-exchange.ts";
import type { ImportReport } from "./views.ts";

export interface ImportOptions extends ReadOptions {
  /** Title of the source that the file becomes where its format knows no sources. */
  readonly source?: string;
}

interface PartsOptions extends ImportWatch {
  readonly author: ImportAuthor;
  readonly strict?: boolean;
  /** The space of the ids in the files, where they are not in that of their format. */
  readonly ids?: string;
  readonly few?: number;
  readonly operation?: Omit<Operation, "answer"> | undefined;
  readonly exchange?: SnapshotExchange | undefined;
}

/** Records up to which an import is held in memory and applied change by change. */
const fewRecords = 20_000;

/** Bytes of files from which on they are read by a thread of its own, so that reading and inserting go on side by side. */
const besideBytes = 4 * 1024 ** 2;

/**
 * Reads all files, then applies what they hold in one transaction: all of it, or nothing when one
 * cannot be read. Throws BadInput in one line; faults in single rows are in the report. An import of many records is streamed into
 * the case and comes to the same.
 */
export function importFiles(
  store: CaseStore,
  files: readonly ImportFile[],
  options: ImportOptions & PartsOptions,
): Promise<ImportReport> {
  const { author, few: _, onProgress: __, cancelled: ___, operation: ____, exchange: _____, ...read } = options;
  const reading = { ontology: store.ontology(), author, ...read };
  return importParts(store, isLarge(files) ? readBeside(files, reading) : packFiles(files, reading), options);
}

/** Imports files that are being read, here or in another thread. */
export async function importParts(
  store: CaseStore,
  read: AsyncGenerator<FilePart>,
  { author, strict = false, few = fewRecords, ids, onProgress, cancelled, operation, exchange }: PartsOptions,
): Promise<ImportReport> {
  const watch = watching({
    ...(onProgress === undefined ? {} : { onProgress }),
    ...(cancelled === undefined ? {} : { cancelled }),
  });
  const parts = placeIds(store, read, ids);
  try {
    const held = await firstParts(parts, few);
    if (held.areAll) return applyParts(store, held.parts, { author, strict, operation, exchange });
    return await importInBulk(store, joined(held.parts, parts), {
      author: operation === undefined ? author : { ...author, operation: { ...operation, answer: null } },
      strict,
      watch,
      exchange,
    });
  } finally {
    await parts.return(undefined);
  }
}

function isLarge(files: readonly ImportFile[]): boolean {
  const sizeOf = (file: ImportFile) =>
    typeof file !== "string" && "bytes" in file
      ? file.bytes.length
      : (statSync(typeof file === "string" ? file : file.path, { throwIfNoEntry: false })?.size ?? 0);
  return files.reduce((sum, file) => sum + sizeOf(file), 0) >= besideBytes;
}

/** All parts, or those before there are more than `few` records. */
async function firstParts(
  parts: AsyncGenerator<PlacedPart>,
  few: number,
): Promise<{ readonly parts: readonly PlacedPart[]; readonly areAll: boolean }> {
  const held: PlacedPart[] = [];
  for (let records = 0; records <= few; ) {
    const next = await parts.next();
    if (next.done === true) return { parts: held, areAll: true };
    held.push(next.value);
    if (next.value.kind === "batch") records += next.value.batch.records;
  }
  return { parts: held, areAll: false };
}

async function* joined(first: readonly PlacedPart[], rest: AsyncGenerator<PlacedPart>): AsyncGenerator<PlacedPart> {
  yield* first;
  yield* rest;
}

function applyParts(
  store: CaseStore,
  parts: readonly PlacedPart[],
  { author, strict, operation, exchange }: Required<Pick<PartsOptions, "author" | "strict" | "operation" | "exchange">>,
): ImportReport {
  const plan = new ImportPlan(store);
  const files: string[] = [];
  let records: ReadRecord[] = [];
  let file = null as Extract<PlacedPart, { kind: "file" }> | null;
  for (const part of parts) {
    if (part.kind === "file") {
      files.push(part.file);
      file = part;
    } else if (part.kind === "batch") records.push(...recordsOfBatch(part.batch));
    else {
      plan.add({ ...file!, records, strict });
      records = [];
    }
  }
  const changes = plan.changes();
  const report = plan.report();
  const kept = operation === undefined ? undefined : { ...operation, answer: JSON.stringify(report) };
  const by = { ...author, label: importLabel(files), ...(kept === undefined ? {} : { operation: kept }) };
  if (changes.length > 0) withSnapshotAhead(exchange, (beforeDisk) => store.apply(changes, by, beforeDisk));
  else if (kept !== undefined) store.keepOperation(kept);
  return report;
}
