import { linkSync, rmSync, statSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { BadInput, type Problem } from "../../../base/problem.ts";
import type { CheckWatch } from "../../check-step.ts";
import { createDatabase, openDatabase } from "../open-database.ts";
import { openSqliteStore } from "../open-sqlite-store.ts";
import { Statements } from "../statements.ts";
import { takeWriteLock } from "../write-lock.ts";
import { carveRecords } from "./carve-records.ts";
import { fillFromHistory } from "./fill-from-history.ts";
import { type Lost, mend } from "./mend.ts";
import { openPageFile } from "./page-file.ts";
import { writeSalvage } from "./write-salvage.ts";

/** What is wrong with a case file; a file that does not open is one problem. */
export function examineCase(path: string, onStep?: CheckWatch): Problem[] {
  const file = basename(path);
  if (statSync(path, { throwIfNoEntry: false })?.isFile() !== true)
    throw new BadInput(`${file}: no such file`, { kind: "not-found" });
  try {
    const store = openSqliteStore(path, { mode: "read" });
    try {
      return store.check(onStep);
    } finally {
      store.close();
    }
  } catch (error) {
    return [{ file, where: "file", kind: "integrity", message: error instanceof Error ? error.message : String(error) }];
  }
}

export interface SaveReport {
  readonly saved: Readonly<Record<"entities" | "sources" | "claims" | "judgements" | "charts" | "questions" | "entries", number>>;
  readonly lost: Lost;
  /** What `check` says of the saved case. */
  readonly problems: readonly Problem[];
}

/**
 * Saves every record that can be read into a new case, whole or absent. The pages of the file and its log are read without SQLite, so
 * that a damaged one costs what lies on it; what the tables have lost is taken from the history; what is named and lost gets a
 * placeholder. The damaged file stays as it is. Throws BadInput when `target` is there, or the case is open elsewhere.
 */
export function saveCase(path: string, target: string): SaveReport {
  if (statSync(target, { throwIfNoEntry: false }) !== undefined)
    throw new BadInput(`${target}: wanted a new name, got a file that is there`, { kind: "conflict" });
  const release = takeWriteLock(path);
  const draft = join(dirname(target), `.${basename(target)}.${process.pid}.saving`);
  try {
    const pages = openPageFile(path);
    const found = carveRecords(pages);
    pages.close();
    fillFromHistory(found);
    const lost = mend(found);
    rmSync(draft, { force: true });
    createDatabase(draft);
    const sql = new Statements(openDatabase(draft, false));
    writeSalvage(sql, found);
    sql.db.close();
    const problems = examineCase(draft).map((problem) => ({ ...problem, file: basename(target) }));
    linkSync(draft, target);
    const { entities, sources, claims, judgements, charts, questions } = found;
    const sizes = Object.entries({ entities, sources, claims, judgements, charts, questions }).map(([what, map]) => [
      what,
      map.size,
    ]);
    const saved = { ...Object.fromEntries(sizes), entries: found.history.size };
    saved.entities -= lost.entities.length;
    saved.sources -= lost.sources.length;
    saved.entries -= lost.entries.length;
    return { saved, lost, problems };
  } finally {
    for (const end of ["", "-wal", "-shm"]) rmSync(`${draft}${end}`, { force: true });
    release();
  }
}
