import { existsSync, linkSync, renameSync, rmSync, statSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { BadInput } from "../base/problem.ts";
import type { ImportFile } from "./files/import-file.ts";
import type { ImportOptions } from "./import-files.ts";
import type { ImportWatch } from "./import-progress.ts";
import { type OpenOptions, openCase } from "./open-case.ts";
import type { ImportReport } from "./views.ts";

/**
 * A new case from files: written under another name and put in its place once whole, so that a file
 * that cannot be read, or a crash, leaves no case behind. Throws BadInput, `conflict` when the case is
 * there (also when another program made it meanwhile).
 */
export async function createCase(
  path: string,
  files: readonly ImportFile[],
  options: ImportOptions & ImportWatch & Pick<OpenOptions, "by" | "clock"> = {},
): Promise<ImportReport> {
  if (existsSync(path)) throw there(path);
  if (basename(path) === "") throw new BadInput("case: wanted a name for its file, got none");
  if (statSync(dirname(path), { throwIfNoEntry: false })?.isDirectory() !== true)
    throw new BadInput(`${path}: wanted a folder that is there, got ${dirname(path)}`, { kind: "not-found" });
  const draft = join(dirname(path), `.${process.pid}-${Date.now().toString(36)}-${basename(path)}`);
  try {
    const { by, clock } = options;
    const made = openCase(draft, {
      mode: "create",
      ...(by === undefined ? {} : { by }),
      ...(clock === undefined ? {} : { clock }),
    });
    let report: ImportReport;
    try {
      report = await made.import(files, options);
      for (const _ of made.keepSnapshot());
    } finally {
      made.close();
    }
    putInPlace(draft, path);
    return report;
  } finally {
    for (const end of ["", "-wal", "-shm", ".lock", "-journal"]) rmSync(`${draft}${end}`, { force: true });
  }
}

/** A hard link never replaces a file; where the file system has none, a rename after a look is as near as one gets. */
function putInPlace(draft: string, path: string): void {
  try {
    linkSync(draft, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST" || existsSync(path)) throw there(path);
    renameSync(draft, path);
  }
}

function there(path: string): BadInput {
  return new BadInput(`${path}: wanted a new name, got a case that is there`, { kind: "conflict" });
}
