import { MessageChannel, Worker } from "node:worker_threads";
import type { ImportFile } from "./files/import-file.ts";
import type { ReadingTerms } from "./open-reading.ts";
import type { FilePart } from "./pack-files.ts";
import { receiveParts } from "./part-port.ts";

type Reading = ReadingTerms;

/** What the thread is started with. */
export interface ReadingStart {
  readonly port: MessageChannel["port1"];
  readonly files: readonly ImportFile[];
  readonly options: Reading;
}

/** Below 2 GiB V8 lets a heap grow to twice of what lives in it before it collects, above to four times. */
const mostHeapMb = 2040;

/** What is new there is packed, and old, within a batch: room for a few is enough, and it is held from then on. */
const youngHeapMb = 24;

/** As `packFiles`, in a thread of its own that is a few batches ahead; it ends with the last part, or when no more are wanted. */
export async function* readBeside(files: readonly ImportFile[], options: Reading): AsyncGenerator<FilePart> {
  const { port1, port2 } = new MessageChannel();
  const workerData: ReadingStart = { port: port1, files, options };
  const thread = new Worker(threadFile(), {
    ...{ workerData, transferList: [port1], stdout: false, stderr: false },
    resourceLimits: { maxOldGenerationSizeMb: mostHeapMb, maxYoungGenerationSizeMb: youngHeapMb },
  });
  let fault: unknown = null;
  thread.once("error", (error) => {
    fault = error;
  });
  try {
    yield* receiveParts(port2);
  } catch (error) {
    throw fault ?? error;
  } finally {
    await thread.terminate();
  }
}

/** The source runs as it is; the built library has a built thread beside it. */
function threadFile(): URL {
  return new URL(import.meta.url.endsWith(".ts") ? "./reading-thread.ts" : "./reading-thread.js", import.meta.url);
}
