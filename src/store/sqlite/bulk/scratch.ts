import { standingOf } from "../../../claims/standing.ts";
import type { Statements } from "../statements.ts";

/** What an import sets aside while it runs; all of it is gone at its end. */
const tables = {
  /** Claims whose id was taken when they came, under the key that they would have. */
  bulk_doubt: "(key INTEGER PRIMARY KEY, body TEXT NOT NULL)",
  /** Keys of claims of the file at its end that are looked at one by one. */
  bulk_trouble: "(key INTEGER PRIMARY KEY)",
  /** Claims of the case that an undo had taken back and that come in again, in order of reading. */
  bulk_restored: "(n INTEGER PRIMARY KEY, key INTEGER NOT NULL UNIQUE)",
  /** Entities of the case that a file declares, too: as they were, how many new ones had come before, and a number that grows. */
  bulk_met:
    "(id TEXT PRIMARY KEY, at INTEGER NOT NULL, n INTEGER NOT NULL, before TEXT NOT NULL, changed INTEGER NOT NULL) WITHOUT ROWID",
  bulk_merged: "(id TEXT PRIMARY KEY, head TEXT NOT NULL) WITHOUT ROWID",
  bulk_symmetric: "(id TEXT PRIMARY KEY) WITHOUT ROWID",
  bulk_touched: "(id TEXT PRIMARY KEY) WITHOUT ROWID",
  /** Where the words of a source, or of a claim that relays another, began. */
  bulk_root: "(source TEXT PRIMARY KEY, root TEXT NOT NULL) WITHOUT ROWID",
  bulk_origin: "(key INTEGER PRIMARY KEY, origin TEXT NOT NULL)",
  bulk_index: "(name TEXT PRIMARY KEY, sql TEXT NOT NULL) WITHOUT ROWID",
};

/** Makes the tables of an import, and defines the functions that its statements call. */
export function openScratch({ db }: Statements): void {
  for (const [name, columns] of Object.entries(tables)) db.exec(`CREATE TEMP TABLE ${name} ${columns}`);
  db.function("clew_less", { deterministic: true }, (a, b) => (String(a) < String(b) ? 1 : 0));
  db.function("clew_standing", { deterministic: true }, (ownVoiceOrigins, attributed, denials) =>
    standingOf({ ownVoiceOrigins: Number(ownVoiceOrigins), attributed: Number(attributed), denials: Number(denials) }),
  );
}

export function closeScratch({ db }: Statements): void {
  for (const name of Object.keys(tables)) db.exec(`DROP TABLE temp.${name}`);
}

/** Takes the indexes of these tables away, all but those that their keys need. */
export function dropIndexes(sql: Statements, tables: readonly string[]): void {
  for (const table of tables) {
    const rows = sql.all(
      "SELECT name, sql FROM main.sqlite_schema WHERE type = 'index' AND tbl_name = ? AND sql IS NOT NULL",
      table,
    );
    for (const { name, sql: text } of rows) {
      sql.run("INSERT INTO bulk_index (name, sql) VALUES (?, ?)", String(name), String(text));
      sql.db.exec(`DROP INDEX main.${name}`);
    }
  }
}

/** Makes those that are away again whose name begins so, in one go each. */
export function makeIndexes(sql: Statements, table: string): void {
  for (const { name, sql: text } of sql.all("SELECT name, sql FROM bulk_index")) {
    if (!String(text).includes(` ON ${table} (`)) continue;
    sql.db.exec(String(text));
    sql.run("DELETE FROM bulk_index WHERE name = ?", String(name));
  }
}
