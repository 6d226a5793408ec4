import { spawnSync } from "node:child_process";
import { copyFileSync, existsSync, readFileSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import type { DrawnCase, Facts } from "../../bench/scale/data/reckoning.ts";
import { writeCaseFile } from "../../bench/scale/data/write-case.ts";

/** Where the large case may lie already, read in: the folder that `npm run bench -- scale --keep` was given. */
const keptFolder = process.env.CLEW_SCALE_DATA === undefined ? "" : join(process.env.CLEW_SCALE_DATA, "large");

/** Makes the case that was drawn, at a path: a copy of the one that was kept, or read in anew. */
export async function generatedCase(casePath: string, drawn: DrawnCase): Promise<void> {
  if (isKept(drawn.facts)) {
    copyFileSync(join(keptFolder, "case.clew"), casePath);
    return;
  }
  const file = `${casePath}.jsonl`;
  await writeCaseFile(file, drawn);
  importInto(casePath, file);
  rmSync(file);
}

function isKept({ entities, seed }: Facts): boolean {
  if (keptFolder === "" || !existsSync(join(keptFolder, "case.clew"))) return false;
  const facts = JSON.parse(readFileSync(join(keptFolder, "facts.json"), "utf8")) as Facts;
  return facts.entities === entities && facts.seed === seed;
}

/** In a process of its own, as a user would. */
export function importInto(casePath: string, file: string): void {
  const { status, stderr } = spawnSync(process.execPath, [resolve("src/cli/clew.js"), "import", casePath, file], {
    encoding: "utf8",
    stdio: ["ignore", "ignore", "pipe"],
  });
  if (status !== 0) throw new Error(`clew import ended with ${status}: ${stderr}`);
}
