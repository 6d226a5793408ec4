import { spawn } from "node:child_process";
import { copyFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { openCase } from "../../src/case/open-case.ts";
import { bytes, jsonLines, smallLines } from "../case/small-case.ts";
import type { Visit } from "./child/open-files.ts";
import { type EvilFile, evilFiles } from "./evil-files.ts";
import { type Outcome, ran } from "./outcome.ts";
import { inScratch } from "./scratch.ts";

const mostMs = 5_000;
type TimedVisit = Visit & { readonly tookMs: number };

const opening = fileURLToPath(new URL("child/open-files.ts", import.meta.url));

/**
 * Opens evil files in another process, reads and writes them. Each takes less than 5 s, and the process lives. One that
 * brings a schema of its own is refused in one line; one whose tables hold what they should not is refused, or opens and
 * `check` tells what is wrong.
 */
export async function hostileFiles(): Promise<Outcome> {
  const visits = await inScratch(async (folder) => visitAll(await makeFiles(folder)));
  const broken = evilFiles.flatMap((file, at) => faultsOf(file, visits[at]));
  const refused = visits.filter((visit) => visit.refused !== null).length;
  const slowest = Math.round(Math.max(...visits.map(({ tookMs }) => tookMs)));
  const told = `${refused} refused in a line, ${visits.length - refused} opened and told by check`;
  return ran(`${evilFiles.length} evil files: ${told}; slowest ${slowest} ms`, broken);
}

function faultsOf({ name, ends }: EvilFile, visit: TimedVisit | undefined): string[] {
  if (visit === undefined) return [`${name}: the process ended, or did not answer in ${mostMs} ms`];
  const { refused, problems, faults, tookMs } = visit;
  const found: string[] = [];
  if (tookMs > mostMs) found.push(`${name}: took ${Math.round(tookMs)} ms`);
  if (ends === "refused" && refused === null) found.push(`${name}: wanted a refusal, got none`);
  if (ends !== "told" && faults.length > 0) found.push(`${name}: wanted no fault, got ${faults[0]}`);
  if (ends === "told" && refused === null && problems === 0)
    found.push(`${name}: wanted a word about it, got none; ${faults[0]}`);
  if (ends === "sound" && (refused !== null || problems > 0)) found.push(`${name}: wanted a sound case, got ${refused}`);
  return found;
}

async function makeFiles(folder: string): Promise<string[]> {
  const sound = join(folder, "sound.clew");
  const made = openCase(sound, { mode: "create" });
  await made.import([{ name: "small.clew.jsonl", bytes: bytes(jsonLines(smallLines)) }]);
  made.close();
  return evilFiles.map(({ make }, at) => {
    const path = join(folder, `evil-${at}.clew`);
    copyFileSync(sound, path);
    make(path);
    return path;
  });
}

/** What the other process says of each file; ends early when it dies, or is killed because it hangs. */
async function visitAll(paths: readonly string[]): Promise<TimedVisit[]> {
  const visits: TimedVisit[] = [];
  const child = spawn(process.execPath, [opening, ...paths], { stdio: ["ignore", "pipe", "inherit"] });
  const kill = () => child.kill("SIGKILL");
  let hangs = setTimeout(kill, 6 * mostMs);
  let before: number | null = null;
  for await (const line of createInterface({ input: child.stdout })) {
    clearTimeout(hangs);
    // The first one waits for the process to start.
    const tookMs = before === null ? 0 : performance.now() - before;
    before = performance.now();
    visits.push({ ...(JSON.parse(line) as Visit), tookMs });
    hangs = setTimeout(kill, mostMs + 500);
  }
  clearTimeout(hangs);
  return visits;
}
