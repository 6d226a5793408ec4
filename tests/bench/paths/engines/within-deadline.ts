import { Script } from "node:vm";
import { TimedOut } from "../engine.ts";

declare global {
  /** What the watched script calls. */
  var askedOfPeer: () => unknown;
}

const script = new Script("globalThis.askedOfPeer()");

/** Runs what may never end: a script of its own under a watchdog, which stops what it called. Throws TimedOut. */
export function withinDeadline<T>(ask: () => T, deadlineMs: number): T {
  globalThis.askedOfPeer = ask;
  try {
    return script.runInThisContext({ timeout: deadlineMs }) as T;
  } catch (cause) {
    if ((cause as { code?: string }).code !== "ERR_SCRIPT_EXECUTION_TIMEOUT") throw cause;
    throw new TimedOut(`wanted an answer within ${deadlineMs} ms`, { cause });
  }
}
