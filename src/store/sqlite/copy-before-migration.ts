import { closeSync, existsSync, fsyncSync, linkSync, openSync, renameSync, rmSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import type { DatabaseSync } from "node:sqlite";

/**
 * Keeps the case as it is, log and all, as `NAME.clew.v1.bak` beside it, before its tables are changed: a whole case of the
 * old version that any Clew opens once it is renamed. On disk before this returns, whole or absent; never replaces
 * a file (`.v1.2.bak` when there is one). For the one who holds the write lock: the draft is of one name. Gives the
 * path of the copy; throws when there is no room for it.
 */
export function copyBeforeMigration(db: DatabaseSync, { path, version }: { path: string; version: number }): string {
  const draft = join(dirname(path), `.${basename(path)}.bak.draft`);
  try {
    rmSync(draft, { force: true });
    closeSync(openSync(draft, "wx", 0o600));
    db.prepare("VACUUM INTO ?").run(draft);
    sync(draft, "r+");
    const kept = putBeside(draft, `${path}.v${version}`);
    sync(dirname(path), "r");
    return kept;
  } finally {
    rmSync(draft, { force: true });
  }
}

function sync(path: string, flags: "r" | "r+"): void {
  const file = openSync(path, flags);
  fsyncSync(file);
  closeSync(file);
}

/** Where a file system has no hard links, a rename after a look is as near as one gets. */
function putBeside(draft: string, stem: string): string {
  for (let copy = 1; ; copy++) {
    const name = copy === 1 ? `${stem}.bak` : `${stem}.${copy}.bak`;
    try {
      linkSync(draft, name);
      return name;
    } catch (error) {
      if (existsSync(name)) continue;
      if (!["EPERM", "ENOTSUP", "EOPNOTSUPP", "ENOSYS"].includes((error as NodeJS.ErrnoException).code ?? "")) throw error;
      renameSync(draft, name);
      return name;
    }
  }
}
