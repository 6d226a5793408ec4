import { DatabaseSync } from "node:sqlite";
import { schemaOf, schemaVersion } from "./schema.ts";
import { short } from "./work.ts";

/** By type and name: the text that made it; null for an index that SQLite made itself. */
type SchemaParts = ReadonlyMap<string, string | null>;

const partsByVersion = new Map<number, SchemaParts>();

/**
 * Throws unless the tables, indexes, views and triggers of the file are, word for word, those that a case of its
 * version is made with, so that nothing which came with a file runs or stands in for a table. Reads nothing but the
 * list of them. What ANALYZE keeps (`sqlite_stat1`, `sqlite_stat4`) may be there.
 */
export function compareSchema(db: DatabaseSync): void {
  db.exec("BEGIN");
  try {
    const version = Number(db.prepare("PRAGMA user_version").get()?.user_version);
    if (version < 1 || version > schemaVersion) throw new Error(`wanted a schema from 1 to ${schemaVersion}, got ${version}`);
    const wanted = new Map(partsOfVersion(version));
    for (const [part, text] of partsOf(db)) {
      if (isStatistics(part)) continue;
      const known = wanted.get(part);
      if (known === undefined) throw new Error(`wanted the tables of a case and nothing else, got ${short(part)} too`);
      if (known !== text) throw new Error(`wanted ${part} as Clew makes it, got another`);
      wanted.delete(part);
    }
    for (const part of wanted.keys()) throw new Error(`wanted ${part}, got none`);
  } finally {
    if (db.isTransaction) db.exec("COMMIT");
  }
}

function partsOfVersion(version: number): SchemaParts {
  const known = partsByVersion.get(version);
  if (known !== undefined) return known;
  const made = new DatabaseSync(":memory:");
  made.exec(schemaOf(version));
  const parts = new Map(partsOf(made));
  made.close();
  partsByVersion.set(version, parts);
  return parts;
}

function* partsOf(db: DatabaseSync): Generator<[part: string, text: string | null]> {
  for (const { type, name, tbl_name, sql } of db.prepare("SELECT type, name, tbl_name, sql FROM sqlite_schema").iterate()) {
    const of = tbl_name === name ? "" : ` on ${tbl_name}`;
    yield [`${type} ${name}${of}`, sql === null ? null : String(sql)];
  }
}

function isStatistics(part: string): boolean {
  return part === "table sqlite_stat1" || part === "table sqlite_stat4";
}
