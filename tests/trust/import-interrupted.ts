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
}

/** Kills an import at random points of the time that it takes: all of it is in the case, or nothing. */
export async function importInterrupted({
  kills,
  claims,
  seed,
}: {
  kills: number;
  claims: number;
  seed: number;
}): Promise<Outcome> {
  const random = randomFrom(seed);
  const broken: string[] = [];
  const seen: Seen = { nothing: 0, all: 0, midway: 0 };
  await inScratch(async (folder) => {
    const [base, path, file] = ["base.clew", "case.clew", "many.clew.jsonl"].map((name) => join(folder, name));
    openCase(base!, { mode: "create" }).close();
    writeFileSync(file!, manyClaims(claims));
    const start = () => copyFileSync(base!, path!);
    start();
    const wholeMs = await importFor(path!, { file: file!, killAfterMs: null });
    for (let kill = 0; kill < kills; kill++) {
      rmSync(path!);
      start();
      await importFor(path!, { file: file!, killAfterMs: random() * wholeMs * past });
      const fault = lookAt(path!, claims, seen);
      if (fault !== null) broken.push(`kill ${kill}: ${fault}`);
    }
  });
  const { nothing, all, midway } = seen;
  return ran(
    `${kills} kills of an import of ${claims} claims, ${midway} while it was written: ${nothing} left nothing, ${all} all of it`,
    broken,
  );
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

/** Gives the milliseconds from its first word to its end. */
async function importFor(path: string, { file, killAfterMs }: { file: string; killAfterMs: number | null }): Promise<number> {
  const child = spawn(process.execPath, [importing, path, file], { stdio: ["ignore", "pipe", "inherit"] });
  const ended = once(child, "close");
  await once(child.stdout, "data");
  const started = performance.now();
  child.stdout.resume();
  if (killAfterMs !== null) setTimeout(() => child.kill("SIGKILL"), killAfterMs);
  await ended;
  return performance.now() - started;
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
