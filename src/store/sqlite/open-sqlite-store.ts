import type { CaseStore } from "../case-store.ts";
import { createDatabase, openDatabase } from "./open-database.ts";
import { SqliteStore } from "./sqlite-store.ts";
import { Statements } from "./statements.ts";
import { takeWriteLock } from "./write-lock.ts";

/**
 * Opens the case at `path`. `read` takes no lock and may go on while another program writes; `write` and
 * `create` are one program's at a time. Throws BadInput in one line: no such file, no case, in use.
 */
export function openSqliteStore(path: string, { mode }: { readonly mode: "read" | "write" | "create" }): CaseStore {
  if (mode === "read")
    return new SqliteStore(path, new Statements(openDatabase(path, true)), { readOnly: true, release: () => {} });
  if (mode === "create") createDatabase(path);
  const release = takeWriteLock(path);
  try {
    return new SqliteStore(path, new Statements(openDatabase(path, false)), { readOnly: false, release });
  } catch (error) {
    release();
    throw error;
  }
}
