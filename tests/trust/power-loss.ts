import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { openSqliteStore } from "../../src/store/sqlite/open-sqlite-store.ts";
import { type Outcome, ran, skipped } from "./outcome.ts";
import { inScratch } from "./scratch.ts";
import { straced, whyNoStrace } from "./strace.ts";

const writing = fileURLToPath(new URL("child/write-entries.ts", import.meta.url));

/**
 * What a power cut can take is what was not synced. Traces the system calls of a writer on a case that is opened for the
 * second time: between any two answers stands a sync of the write-ahead log, after the last byte that was written to it.
 */
export async function powerLoss({ writes }: { writes: number }): Promise<Outcome> {
  const reason = whyNoStrace();
  if (reason !== null) return skipped(reason);
  return inScratch((folder) => {
    const [path, trace] = [join(folder, "power.clew"), join(folder, "trace")];
    openSqliteStore(path, { mode: "create" }).close();
    const options = ["-y", "-e", "trace=fsync,fdatasync,pwrite64,write", "-o", trace];
    straced(options, [writing, path, String(writes)]);
    const { synced, early } = answersIn(readFileSync(trace, "utf8"));
    const broken = early.map((answer) => `${answer} was answered before the log was synced`);
    if (synced + early.length !== writes) broken.push(`wanted ${writes} answers in the trace, got ${synced + early.length}`);
    return ran(`${writes} writes, ${synced} with a sync of the log between write and answer`, broken);
  });
}

/** How many answers came after a sync of the log that nothing was written to since, and which did not. */
function answersIn(trace: string): { synced: number; early: string[] } {
  const early: string[] = [];
  let synced = 0;
  let isSynced = false;
  for (const line of trace.split("\n")) {
    if (/\bpwrite64\(\d+<[^>]*-wal>/.test(line)) isSynced = false;
    else if (/\bf(data)?sync\(\d+<[^>]*-wal>\)\s+= 0/.test(line)) isSynced = true;
    const answer = /\bwrite\(1<[^>]*>, "(e\d+)\\n"/.exec(line)?.[1];
    if (answer === undefined) continue;
    if (isSynced) synced++;
    else early.push(answer);
    isSynced = false;
  }
  return { synced, early };
}
