import { sumOfFile } from "../../case/files/sum-of-file.ts";
import { watching } from "../../case/import-progress.ts";
import type { Case } from "../../case/open-case.ts";
import type { FilePart } from "../../case/pack-files.ts";
import { sendParts } from "../../case/part-port.ts";
import type { Progress } from "../events/case-event.ts";
import type { ReadAhead, ReadFile } from "./job.ts";

/** Bytes of a file, packed, that lie in memory and wait for the thread that writes: some hundred thousand records. */
const mostAhead = 128 * 1024 ** 2;

/** Records from which on it is told how far the reading is. */
const manyRecords = 20_000;

interface Watch {
  readonly isCancelled: () => boolean;
  readonly tell: (progress: Progress) => void;
}

/**
 * Reads a file for an import. `ahead` is there once all of it lies in the port, or as much as may; `done` once all does. Both reject
 * with BadInput in one line when it cannot be read, or is called off.
 */
export async function readAhead(
  opened: Case,
  { file, name, options, operation, port }: ReadFile,
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
  const sum = await sumOfFile(file);
  const full = Promise.withResolvers<void>();
  const done = sendParts(port, opened.read([file], options), { mostAhead, onFull: full.resolve, onPart });
  await Promise.race([full.promise, done]);
  return { ahead: { sum, told }, done };
}
