import { spawn } from "node:child_process";
import { once } from "node:events";
import { copyFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { openCase } from "../../src/case/open-case.ts";
import { jsonLines } from "../case/small-case.ts";
import { randomFrom } from "../formats/random-from.ts";
import { type Outcome, ran } from "./outcome.ts";
import { inScratch } from "./scratch.ts";

const importing = fileURLToPath(new URL("child/import-file.ts", import.meta.url));

/** Some kills come after the import: how long it takes varies. */
const past = 1.3;

interface Seen {
  nothing: number;
  all: number;
  /** Kills that left a log behind: they came while the import was being written. */
  midway: number;
  /** Steps of the import that a kill came in. */
  readonly steps: Map<string, number>;
}

interface Part {
  readonly kills: number;
  /** More than 20,000 are streamed into the case, fewer are applied change by change. */
  readonly claims: number;
}

/** Kills imports at random points of each of their steps: all of an import is in the case, or nothing. */
export async function importInterrupted(parts: readonly Part[], seed: number): Promise<Outcome> {
  const random = randomFrom(seed);
  const broken: string[] = [];
  const figures: string[] = [];
  for (const part of parts) figures.push(await interrupted(part, random, broken));
  return ran(figures.join("; "), broken);
}

async function interrupted({ kills, claims }: Part, random: () => number, broken: string[]): Promise<string> {
  const seen: Seen = { nothing: 0, all: 0, midway: 0, steps: new Map() };
  await inScratch(async (folder) => {
    const [base, path, file] = ["base.clew", "case.clew", "many.clew.jsonl"].map((name) => join(folder, name));
    openCase(base!, { mode: "create" }).close();
    writeFileSync(file!, manyClaims(claims));
    const start = () => copyFileSync(base!, path!);
    start();
    const whole = await importFor(path!, { file: file!, kill: null });
    for (let kill = 0; kill < kills; kill++) {
      rmSync(path!);
      start();
      const { steps } = await importFor(path!, { file: file!, kill: killAt(whole, random) });
      const step = steps.at(-1)!.step;
      seen.steps.set(step, (seen.steps.get(step) ?? 0) + 1);
      const fault = lookAt(path!, claims, seen);
      if (fault !== null) broken.push(`kill ${kill} of ${claims} claims: ${fault}`);
    }
  });
  const { nothing, all, midway, steps } = seen;
  const where = [...steps].map(([step, times]) => `${step} ${times}`).join(", ");
  return `${kills} kills of an import of ${claims} claims (${where}), ${midway} while it was written: ${nothing} left nothing, ${all} all of it`;
}

function manyClaims(claims: number): string {
  const entities = Array.from({ length: 100 }, (_, at) => ({
    kind: "entity",
    id: `e${at}`,
    type: "person",
    name: `Entity ${at}`,
  }));
  const made = Array.from({ length: claims }, (_, at) => ({
    ...{
      kind: "claim",
      claim: "link",
      id: `c${at}`,
      subject: `e${at % 100}`,
      relation: "funds",
      object: `e${(at * 7 + 1) % 100}`,
    },
    ...{ stance: "asserts", source: "s" },
  }));
  return jsonLines([{ clew: 1, name: "many" }, { kind: "source", id: "s", title: "S" }, ...entities, ...made]);
}

interface Step {
  readonly step: string;
  readonly atMs: number;
}

interface Ran {
  /** As they were told; the first is `reading`. */
  readonly steps: readonly Step[];
  readonly endMs: number;
}

/** A step of the import, each as likely as the others however short it is, and how far into it the kill comes. */
function killAt({ steps, endMs }: Ran, random: () => number): { readonly step: string; readonly afterMs: number } {
  const at = Math.floor(random() * steps.length);
  const { step, atMs } = steps[at]!;
  return { step, afterMs: random() * ((steps[at + 1]?.atMs ?? endMs) - atMs) * past };
}

/** Kills it so long after it told the step. */
async function importFor(
  path: string,
  { file, kill }: { file: string; kill: { readonly step: string; readonly afterMs: number } | null },
): Promise<Ran> {
  const child = spawn(process.execPath, [importing, path, file], { stdio: ["ignore", "pipe", "inherit"] });
  const ended = once(child, "close");
  const steps: Step[] = [];
  const started = performance.now();
  child.stdout.on("data", (bytes: Buffer) => {
    for (const step of bytes.toString().split("\n").filter(Boolean)) {
      if (steps.some((known) => known.step === step)) continue;
      steps.push({ step, atMs: performance.now() - started });
      if (step === kill?.step) setTimeout(() => child.kill("SIGKILL"), kill.afterMs);
    }
  });
  await ended;
  return { steps: steps.length === 0 ? [{ step: "reading", atMs: 0 }] : steps, endMs: performance.now() - started };
}

function lookAt(path: string, claims: number, seen: Seen): string | null {
  if ((statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0) seen.midway++;
  const opened = openCase(path);
  const [stats, problems, revision] = [opened.stats(), opened.check(), opened.revision];
  opened.close();
  if (problems.length > 0) return problems[0]?.message ?? "";
  if (revision === 0 && stats.claims + stats.entities + stats.sources === 0) seen.nothing++;
  else if (revision === 1 && stats.claims === claims && stats.entities === 100) seen.all++;
  else return `revision ${revision} with ${stats.claims} claims and ${stats.entities} entities`;
  return null;
}
