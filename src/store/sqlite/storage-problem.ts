import { basename } from "node:path";
import type { DatabaseSync } from "node:sqlite";
import { BadInput } from "../../base/problem.ts";

/** SQLite's result codes that speak of the file or its disk, not of a statement; the low byte tells. */
const meanings: ReadonlyMap<number, string> = new Map([
  [7, "there is not enough memory for it"],
  [8, "the file cannot be written"],
  [10, "the disk or share did not read or write as told"],
  [11, "the file is damaged"],
  [13, "the disk is full"],
  [14, "the file or its folder cannot be reached"],
  [26, "the file is damaged"],
]);

/**
 * What SQLite reported of the file or the disk, as BadInput `storage` in one line that names the case; any other error as it is.
 * Whatever was under way is taken back before anybody hears of it.
 */
export function storageProblem(error: unknown, db: DatabaseSync): unknown {
  if (!(error instanceof Error) || !("errcode" in error)) return error;
  const meaning = meanings.get(Number(error.errcode) & 0xff);
  if (meaning === undefined) return error;
  const name = basename(db.location() ?? "the case");
  return new BadInput(`${name}: ${meaning} (${error.message})`, { kind: "storage", cause: error });
}
