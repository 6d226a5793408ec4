import { copyFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { openSqliteStore } from "../../src/store/sqlite/open-sqlite-store.ts";
import { type Outcome, ran, skipped } from "./outcome.ts";
import { inScratch } from "./scratch.ts";
import { straced, whyNoStrace } from "./strace.ts";

const writing = fileURLToPath(new URL("child/write-entries.ts", import.meta.url));

const entries = 2;
/** Fewer calls than this no run makes; one among them that fails unseen (a checkpoint on closing) does not end the row. */
const callsAtLeast = 8;
/** What SQLite asks of a disk, and how each fails. */
const calls = ["pwrite64:error=ENOSPC", "pwrite64:error=EIO", "fdatasync:error=EIO"] as const;

/**
 * Lets the n-th call to the disk fail, for n = 1, 2, 3 … until a run without a failure or `most`: who writes is told in one line, what
 * was acknowledged is there when the case is opened again, and the case is sound.
 */
export async function failingCalls({ most }: { most: number }): Promise<Outcome> {
  const reason = whyNoStrace();
  if (reason !== null) return skipped(reason);
  const seen = { failures: 0, refusals: 0, broken: [] as string[] };
  await inScratch((folder) => {
    const base = join(folder, "base.clew");
    openSqliteStore(base, { mode: "create" }).close();
    for (const call of calls) for (let n = 1; n <= most && failNth(base, { call, n }, seen); n++);
  });
  const { failures, refusals, broken } = seen;
  return ran(`${failures} failing calls of ${calls.length} kinds: ${refusals} refused in a line, none lost`, broken);
}

/** False once there is no n-th call. */
function failNth(
  base: string,
  { call, n }: { call: string; n: number },
  seen: { failures: number; refusals: number; readonly broken: string[] },
): boolean {
  const path = `${base}-${n}.clew`;
  copyFileSync(base, path);
  const options = ["-o", "/dev/null", "-e", `trace=${call.split(":", 1)[0]}`, "-e", `inject=${call}:when=${n}`];
  const { printed, said } = straced(options, [writing, path, String(entries)]);
  const refused = printed.filter((line) => line.startsWith("refused")).length;
  const fault = faultAfter(path, printed) ?? (/\bError\b/.test(said) ? said.slice(0, 300) : null);
  rmSync(path, { force: true });
  if (fault !== null) seen.broken.push(`${call}, call ${n}: ${fault}`);
  if (refused === 0 && n > callsAtLeast) return false;
  seen.failures++;
  seen.refusals += refused;
  return true;
}

function faultAfter(path: string, printed: readonly string[]): string | null {
  try {
    const store = openSqliteStore(path, { mode: "write" });
    const held = new Set([...store.entities()].map(({ id }) => String(id)));
    const problems = store.check();
    store.close();
    const lost = printed.find((line) => /^e\d+$/.test(line) && !held.has(line));
    if (lost !== undefined) return `${lost} was acknowledged and is lost`;
    return problems[0]?.message ?? null;
  } catch (error) {
    return `the case does not open: ${String(error)}`;
  }
}
