import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

interface Collection {
  readonly type: "major";
  readonly execution: "sync" | "async";
  readonly flavor?: "last-resort";
}

type Collect = (options: Collection) => unknown;

let collect: Collect | null = null;

/**
 * Collects what this thread's heap holds for nothing: `now` down to the last page, before work that needs memory which the collector
 * does not count, in a time that grows with what is alive; `beside` in pieces, while the thread goes on.
 */
export function collectMemory(how: "now" | "beside"): void {
  collect ??= collector();
  if (how === "now") collect({ type: "major", execution: "sync", flavor: "last-resort" });
  else void collect({ type: "major", execution: "async" });
}

function collector(): Collect {
  setFlagsFromString("--expose-gc");
  return runInNewContext("gc") as Collect;
}
