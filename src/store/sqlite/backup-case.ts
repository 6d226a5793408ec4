import { closeSync, existsSync, fsyncSync, linkSync, openSync, renameSync, rmSync, statSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { backup } from "node:sqlite";
import { BadInput } from "../../base/problem.ts";
import type { BackupReport } from "../case-store.ts";
import { caseHash } from "./case-hash.ts";
import { lastSeq } from "./history.ts";
import { openDatabase } from "./open-database.ts";
import { Statements } from "./statements.ts";

/** All pages in one step, under one read transaction: in small steps a case that is being written would begin anew each time. */
const everyPage = 2 ** 31 - 1;

/**
 * A copy of the case as it was at one moment, at `target`, while others may write: made under another name, opened, every page
 * checked, on disk, then put in its place, whole or absent. Never replaces a file. Throws BadInput, `conflict` when one is there.
 */
export async function backupCase(sql: Statements, target: string): Promise<BackupReport> {
  const folder = dirname(target);
  const draft = join(folder, `.${basename(target)}.${process.pid}.draft`);
  if (existsSync(target)) throw there(target);
  if (!existsSync(folder)) throw new BadInput(`backup: wanted a folder that is there, got ${folder}`, { kind: "not-found" });
  try {
    rmSync(draft, { force: true });
    closeSync(openSync(draft, "wx", 0o600));
    await backup(sql.db, draft, { rate: everyPage });
    const made = checkCopy(draft);
    sync(draft, "r+");
    putInPlace(draft, target);
    sync(folder, "r");
    return { ...made, bytes: statSync(target).size };
  } catch (error) {
    if (error instanceof BadInput) throw error;
    throw new BadInput(`${basename(target)} cannot be written: ${error instanceof Error ? error.message : String(error)}`, {
      kind: "storage",
      cause: error,
    });
  } finally {
    for (const end of ["", "-wal", "-shm", "-journal"]) rmSync(`${draft}${end}`, { force: true });
  }
}

function checkCopy(draft: string): Omit<BackupReport, "bytes"> {
  const copy = new Statements(openDatabase(draft, true));
  try {
    const found = copy.all("PRAGMA integrity_check").map((row) => String(row.integrity_check));
    if (found[0] !== "ok")
      throw new BadInput(`the case is damaged: ${found[0]}; clew doctor says what can be saved`, { kind: "storage" });
    return { revision: lastSeq(copy), hash: caseHash(copy) };
  } finally {
    copy.db.close();
  }
}

/** Where a file system has no hard links, a rename after a look is as near as one gets. */
function putInPlace(draft: string, target: string): void {
  try {
    linkSync(draft, target);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST" || existsSync(target)) throw there(target);
    renameSync(draft, target);
  }
}

function there(target: string): BadInput {
  return new BadInput(`${target}: wanted a new name, got a file that is there`, { kind: "conflict" });
}

function sync(path: string, flags: "r" | "r+"): void {
  const file = openSync(path, flags);
  fsyncSync(file);
  closeSync(file);
}
