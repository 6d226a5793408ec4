import { DatabaseSync } from "node:sqlite";
import type { HistoryEntry } from "../../claims/change.ts";
import type { CaseStore } from "../case-store.ts";
import { applyChanges } from "./apply-changes.ts";
import { appendChanges } from "./history.ts";
import { openSqliteStore } from "./open-sqlite-store.ts";
import { schema } from "./schema.ts";
import { SqliteStore } from "./sqlite-store.ts";
import { Statements } from "./statements.ts";

/**
 * The case as its history had made it before the moment `before` (ISO 8601, UTC): every entry up to the last one made before
 * it, done again in memory. For reading only; the file is left alone. Costs as much as importing the case.
 */
export function storeAsKnownOn(path: string, before: string): CaseStore {
  const file = openSqliteStore(path, { mode: "read" });
  const db = new DatabaseSync(":memory:", { enableForeignKeyConstraints: true });
  try {
    const sql = new Statements(db);
    db.exec(`${schema} BEGIN;`);
    file.reading(() => {
      const last = lastBefore(file, before);
      for (let seq = 0; seq < last; ) {
        const entry = file.history({ after: seq, limit: 1 })[0]!;
        redo(sql, entry);
        seq = entry.seq;
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
    const entry = file.history({ after: seq, limit: 1 })[0];
    if (entry === undefined) return last;
    if (entry.at < before) last = entry.seq;
    seq = entry.seq;
  }
}

/** What was redacted since is not in the history any more, and so not in what comes of it. */
function redo(sql: Statements, entry: HistoryEntry): void {
  appendChanges(sql, entry);
  applyChanges(
    sql,
    entry.changes.filter(({ kind }) => kind !== "redact"),
    entry.seq,
  );
}
