import { spawnSync } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { BadInput } from "../../src/base/problem.ts";
import type { CaseStore } from "../../src/store/case-store.ts";
import { openSqliteStore } from "../../src/store/sqlite/open-sqlite-store.ts";
import { author, entityOf } from "../store/records.ts";
import { type Outcome, ran, skipped } from "./outcome.ts";
import { inScratch } from "./scratch.ts";

/**
 * Fills a small disk until a change is refused in one line; reading goes on, nothing acknowledged is lost, and once there is room
 * changes go through again.
 */
export async function fullDisk({ mib }: { mib: number }): Promise<Outcome> {
  return inScratch((folder) => {
    const disk = join(folder, "disk");
    mkdirSync(disk);
    const mounted = spawnSync("mount", ["-t", "tmpfs", "-o", `size=${mib}m`, "tmpfs", disk], { encoding: "utf8" });
    if (mounted.error !== undefined || mounted.status !== 0) return skipped("no disk of its own can be mounted here");
    try {
      return fillUp(disk, mib);
    } finally {
      spawnSync("umount", [disk]);
    }
  });
}

function fillUp(disk: string, mib: number): Outcome {
  const [path, filler] = [join(disk, "full.clew"), join(disk, "filler")];
  const broken: string[] = [];
  let store = openSqliteStore(path, { mode: "create" });
  writeFileSync(filler, Buffer.alloc(Math.floor(mib / 4) << 20));
  let acknowledged = 0;
  let refusal: string | null = null;
  while (refusal === null) {
    refusal = refusalOf(() => put(store, acknowledged), broken);
    if (refusal === null) acknowledged++;
  }
  const wantAll = (when: string) => {
    const [held, revision, problems] = [[...store.entities()].length, store.revision(), store.check()];
    if (held !== acknowledged || revision !== acknowledged)
      broken.push(`${when}: wanted ${acknowledged} entries, got ${revision}`);
    if (problems.length > 0) broken.push(`${when}: ${problems[0]?.message}`);
  };
  wantAll("while the disk is full");
  rmSync(filler);
  put(store, acknowledged++);
  wantAll("once there is room");
  store.close();
  store = openSqliteStore(path, { mode: "write" });
  wantAll("opened again");
  store.close();
  return ran(`${mib} MiB filled by ${acknowledged} changes: "${refusal}", reads went on, none lost`, broken);
}

function put(store: CaseStore, n: number): void {
  const description = String(n).repeat(40_000).slice(0, 40_000);
  store.apply([{ kind: "put-entity", before: null, after: entityOf(`e${n}`, { description }) }], author);
}

function refusalOf(act: () => void, broken: string[]): string | null {
  try {
    act();
    return null;
  } catch (error) {
    const isClear = error instanceof BadInput && error.kind === "storage" && !error.message.includes("\n");
    if (!isClear) broken.push(`wanted a clear refusal, got ${String(error)}`);
    return error instanceof Error ? error.message : String(error);
  }
}
