import { statSync } from "node:fs";
import { BadInput } from "../../base/problem.ts";
import { dropDerived } from "./derived.ts";
import type { Statements } from "./statements.ts";
import { storageProblem } from "./storage-problem.ts";

/**
 * Writes the file anew without what was deleted, and empties the log beside it. Throws BadInput `conflict` when another program
 * is reading: its view of the file as it was keeps the log from being emptied.
 */
export function rewriteFile(sql: Statements, name: string): void {
  emptyLog(sql, name);
  sql.db.exec("VACUUM");
  emptyLog(sql, name);
}

/** Likewise, and without what is derived and can be made anew; gives the bytes of file and log, before and after. */
export function compactFile(sql: Statements, path: string, name: string): { readonly before: number; readonly after: number } {
  const bytes = () => statSync(path).size + (statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0);
  const before = bytes();
  try {
    dropDerived(sql);
    rewriteFile(sql, name);
  } catch (error) {
    throw storageProblem(error, sql.db);
  }
  return { before, after: bytes() };
}

function emptyLog(sql: Statements, name: string): void {
  const row = sql.db.prepare("PRAGMA wal_checkpoint(TRUNCATE)").get();
  if (Number(row?.busy ?? 0) !== 0)
    throw new BadInput(`${name} is being read by another program; close it there and run clew compact, which empties the log`, {
      kind: "conflict",
    });
}
