import { execFileSync } from "node:child_process";
import { copyFileSync, readFileSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";

/**
 * Makes an evil file of a copy of a sound case. How it ends: `refused` in one line; `told`: refused when it is read, or found
 * by check; `sound`: what is evil is left aside.
 */
export interface EvilFile {
  readonly name: string;
  readonly ends: "refused" | "told" | "sound";
  readonly make: (path: string) => void;
}

function bySql(name: string, sql: string): EvilFile {
  return { name, ends: "refused", make: (path) => alter(path, sql) };
}

/** As another program would that knows no restraint. */
function alter(path: string, sql: string): void {
  const db = new DatabaseSync(path, { enableForeignKeyConstraints: false, defensive: false });
  db.exec("PRAGMA trusted_schema = ON; PRAGMA writable_schema = ON");
  db.exec(`BEGIN; ${sql} COMMIT;`);
  db.close();
}

function byBytes(name: string, change: (bytes: Buffer) => void): EvilFile {
  return {
    name,
    ends: "refused",
    make: (path) => {
      const bytes = readFileSync(path);
      change(bytes);
      writeFileSync(path, bytes);
    },
  };
}

const endless = "WITH RECURSIVE n(seq) AS (SELECT 1 UNION ALL SELECT seq + 1 FROM n)";
const fakeHistory = `ALTER TABLE history RENAME TO hidden; CREATE VIEW history AS ${endless} SELECT seq, '' AS at, '' AS by, '' AS label, NULL AS undoes FROM n;`;
const inSchema = (name: string, from: string, to: string) =>
  `UPDATE sqlite_schema SET sql = replace(sql, '${from}', '${to}') WHERE name = '${name}';`;
const manyTables = Array.from({ length: 1_000 }, (_, at) => `CREATE TABLE t${at} (x);`).join("");

const inTheSchema: readonly EvilFile[] = [
  bySql("a trigger that removes what is written", "CREATE TRIGGER t AFTER INSERT ON claim BEGIN DELETE FROM withdrawn; END;"),
  bySql(
    "a trigger that never ends",
    `CREATE TRIGGER t AFTER INSERT ON history BEGIN INSERT INTO chart ${endless} SELECT seq, '' FROM n; END;`,
  ),
  bySql("an endless view in place of the history", fakeHistory),
  bySql("a view in place of the links", "DROP TABLE link; CREATE VIEW link AS SELECT 1 AS id;"),
  bySql("a table of its own", "CREATE TABLE more (x);"),
  bySql("a thousand tables", manyTables),
  bySql("no guard on claims", "DROP TRIGGER claim_no_update; DROP TRIGGER claim_no_delete;"),
  bySql("a guard that guards nothing", inSchema("history_no_delete", "RAISE(ABORT", "coalesce(1")),
  bySql("a generated column", "ALTER TABLE chart ADD COLUMN more GENERATED ALWAYS AS (hex(zeroblob(100000000)));"),
  bySql(
    "a default that is a bomb",
    inSchema("chart", "body TEXT NOT NULL", "body TEXT NOT NULL DEFAULT (hex(zeroblob(900000000)))"),
  ),
  bySql("an index over a bomb", "CREATE INDEX bomb ON link (id) WHERE length(hex(standing)) > 0;"),
  bySql("a virtual table that reads another module", "CREATE VIRTUAL TABLE more USING fts5vocab(fts_word, 'row');"),
  bySql(
    "a module that nobody has",
    "INSERT INTO sqlite_schema VALUES ('table', 'm', 'm', 0, 'CREATE VIRTUAL TABLE m USING evil(1)');",
  ),
  bySql("a schema that is no SQL", "UPDATE sqlite_schema SET sql = 'CREATE TABLE chart (' WHERE name = 'chart';"),
  bySql("version 0", "PRAGMA user_version = 0;"),
  bySql("version -1", "PRAGMA user_version = -1;"),
  bySql("version 1 with the tables of today", "PRAGMA user_version = 1;"),
  bySql("version 2147483647", "PRAGMA user_version = 2147483647;"),
];

const inTheBytes: readonly EvilFile[] = [
  byBytes("four thousand million pages", (bytes) => bytes.writeUInt32BE(0xffff_fffe, 28)),
  byBytes("a page size that is none", (bytes) => bytes.writeUInt16BE(513, 16)),
  byBytes("a format of the next century", (bytes) => bytes.fill(99, 18, 20)),
  byBytes("a schema page of noise", (bytes) => bytes.fill(0xa5, 100, 4096)),
  { name: "half of it", ends: "refused", make: (path) => truncateSync(path, Math.floor(readFileSync(path).length / 2)) },
  { name: "a hundred bytes of it", ends: "refused", make: (path) => truncateSync(path, 100) },
  {
    name: "a device behind its name",
    ends: "refused",
    make: (path) => {
      execFileSync("rm", [path]);
      symlinkSync("/dev/zero", path);
    },
  },
];

/** These have the right tables: what they hold is wrong. It is refused when it is read, or found by check. */
const inTheRows: readonly EvilFile[] = [
  {
    ...bySql(
      "two tables in one place",
      "UPDATE sqlite_schema SET rootpage = (SELECT rootpage FROM sqlite_schema WHERE name = 'claim') WHERE name = 'link';",
    ),
    ends: "told",
  },
  { ...bySql("records that are no JSON", "UPDATE entity SET body = '{';"), ends: "refused" },
  {
    ...bySql("records of the wrong kind", "UPDATE entity SET body = '[1, null]'; UPDATE source SET body = '7';"),
    ends: "told",
  },
  {
    ...bySql("bytes for text and text for numbers", "UPDATE link SET claims = 'many', standing = x'ff00ff', from_id = 7;"),
    ends: "told",
  },
  {
    ...bySql(
      "a search index of noise",
      "UPDATE fts_word_data SET block = randomblob(200); UPDATE word SET text = x'00ff' || key;",
    ),
    ends: "told",
  },
  {
    ...bySql("a history that counts to the end", "INSERT INTO history VALUES (9223372036854775807, '', '', '', NULL);"),
    ends: "told",
  },
  {
    ...byBytes("a list of free pages that bites its tail", (bytes) => {
      bytes.writeUInt32BE(2, 32);
      bytes.writeUInt32BE(900, 36);
    }),
    ends: "told",
  },
  { name: "a log of another case", ends: "sound", make: (path) => copyFileSync(path, `${path}-wal`) },
];

export const evilFiles: readonly EvilFile[] = [...inTheSchema, ...inTheBytes, ...inTheRows];
