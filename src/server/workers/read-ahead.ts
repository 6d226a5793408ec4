import { sumsOf } from "../../case/files/sums-of.ts";
import { watching } from "../../case/import-progress.ts";
import type { Case } from "../../case/open-case.ts";
import type { FilePart } from "../../case/pack-files.ts";
import { sendParts } from "../../case/part-port.ts";
import type { Progress } from "../events/case-event.ts";
import type { ReadAhead, ReadFiles } from "./job.ts";

/** Bytes of a file, packed, that lie in memory and wait for the thread that writes: some hundred thousand records. */
const mostAhead = 128 * 1024 ** 2;

/** Records from which on it is told how far the reading is. */
const manyRecords = 20_000;

interface Watch {
  readonly isCancelled: () => boolean;
  readonly tell: (progress: Progress) => void;
}

/**
 * Reads files for an import. `ahead` is there once all of them lie in the port, or as much as may; `done` once all do. Both reject
 * with BadInput in one line when one cannot be read, or the import is called off.
 */
export async function readAhead(
  opened: Case,
  { files, name, options, operation, port }: ReadFiles,
  { isCancelled, tell }: Watch,
): Promise<{ readonly ahead: ReadAhead; readonly done: Promise<void> }> {
  let told = false;
  const watch = watching({
    cancelled: isCancelled,
    onProgress: ({ step, records }) => {
      if (records < manyRecords) return;
      told = true;
      tell({ operation, file: name, phase: step, done: records });
    },
  });
  let records = 0;
  const onPart = (part: FilePart) => {
    if (part.kind === "batch") records += part.batch.records;
    watch("reading", records);
  };
  const sums = await sumsOf(files);
  const full = Promise.withResolvers<void>();
  const done = sendParts(port, opened.read(files, options), { mostAhead, onFull: full.resolve, onPart });
  await Promise.race([full.promise, done]);
  return { ahead: { sums, told }, done };
}
