import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

type Collect = (options: { readonly type: "major"; readonly execution: "async" }) => Promise<void>;

const PAUSE_MS = 50;
let collect: Collect | null = null;
let timer: NodeJS.Timeout | null = null;

/**
 * Asks for a collection of this thread's memory once it is idle. The collector does not count buffers that threads share: a snapshot that
 * another has taken the place of would stay until something else fills the heap.
 */
export function collectSoon(): void {
  if (timer !== null) return;
  timer = setTimeout(() => {
    timer = null;
    collect ??= collector();
    void collect({ type: "major", execution: "async" });
  }, PAUSE_MS);
  timer.unref();
}

function collector(): Collect {
  setFlagsFromString("--expose-gc");
  return runInNewContext("gc") as Collect;
}
