/** A thread that reads files for an import; see `readBeside`. */
import { workerData } from "node:worker_threads";
import { packFiles } from "./pack-files.ts";
import { sendParts } from "./part-port.ts";
import type { ReadingStart } from "./read-beside.ts";

/** A few batches: who inserts never waits for long, and memory stays small. */
const mostAhead = 8 * 1024 ** 2;

const { port, files, options } = workerData as ReadingStart;
// What cannot be read is told through the port.
await sendParts(port, packFiles(files, options), { mostAhead }).catch(() => {});
