import { DatabaseSync } from "node:sqlite";
import type { Change, HistoryEntry } from "../../claims/change.ts";
import type { CaseStore } from "../case-store.ts";
import { applyChanges } from "./apply-changes.ts";
import { changeAppender } from "./history.ts";
import { openSqliteStore } from "./open-sqlite-store.ts";
import { schema } from "./schema.ts";
import { SqliteStore } from "./sqlite-store.ts";
import { Statements } from "./statements.ts";

/**
 * The case as its history had made it before the moment `before` (ISO 8601, UTC): every entry up to the last one made before
 * it, done again in a file of its own that is gone with the connection. For reading only; the file is left alone. Costs as much as importing the case.
 */
export function storeAsKnownOn(path: string, before: string): CaseStore {
  const file = openSqliteStore(path, { mode: "read" });
  const db = new DatabaseSync("", { enableForeignKeyConstraints: true });
  try {
    const sql = new Statements(db);
    db.exec(`${schema} BEGIN;`);
    file.reading(() => {
      const last = lastBefore(file, before);
      for (let seq = 0; seq < last; ) {
        const [entry] = file.revisions({ after: seq, limit: 1 });
        if (entry === undefined) break;
        seq = entry.revision;
        redo(sql, file, { ...entry, seq });
      }
    });
    db.exec("COMMIT; PRAGMA query_only = ON");
    return new SqliteStore(path, sql, { readOnly: true, release: () => {} });
  } catch (error) {
    db.close();
    throw error;
  } finally {
    file.close();
  }
}

function lastBefore(file: CaseStore, before: string): number {
  let last = 0;
  for (let seq = 0; ; ) {
    const [entry] = file.revisions({ after: seq, limit: 1 });
    if (entry === undefined) return last;
    seq = entry.revision;
    if (entry.at < before) last = seq;
  }
}

/** Changes done again at a time. */
const someChanges = 20_000;

/** What was redacted since is not in the history any more, and so not in what comes of it. */
function redo(sql: Statements, file: CaseStore, entry: Omit<HistoryEntry, "changes">): void {
  const append = changeAppender(sql, entry);
  let some: Change[] = [];
  const apply = () => {
    applyChanges(sql, some, { seq: entry.seq });
    some = [];
  };
  for (const change of file.changesOf(entry.seq)) {
    append(change);
    if (change.kind === "redact") continue;
    some.push(change);
    if (some.length === someChanges) apply();
  }
  apply();
}
