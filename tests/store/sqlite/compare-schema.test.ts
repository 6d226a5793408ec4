import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterEach, beforeEach, expect, test } from "vitest";
import { BadInput } from "../../../src/base/problem.ts";
import { createDatabase, openDatabase } from "../../../src/store/sqlite/open-database.ts";

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "clew-schema-"));
  path = join(folder, "a.clew");
  createDatabase(path);
});
afterEach(() => rmSync(folder, { recursive: true }));

function changed(sql: string): void {
  const db = new DatabaseSync(path, { enableForeignKeyConstraints: false, defensive: false });
  db.exec(sql);
  db.close();
}

const refusals: readonly (readonly [what: string, sql: string, message: string])[] = [
  ["a trigger of its own", "CREATE TRIGGER t AFTER INSERT ON history BEGIN DELETE FROM link; END", '"trigger t on history" too'],
  ["a view", "CREATE VIEW v AS SELECT 1", '"view v" too'],
  ["a table", "CREATE TABLE x (y)", '"table x" too'],
  ["a trigger less", "DROP TRIGGER claim_no_update", "wanted trigger claim_no_update on claim, got none"],
  [
    "another trigger under a name of ours",
    "DROP TRIGGER claim_no_update; CREATE TRIGGER claim_no_update BEFORE UPDATE ON claim BEGIN SELECT 1; END",
    "wanted trigger claim_no_update on claim as Clew makes it, got another",
  ],
  ["a column more", "ALTER TABLE chart ADD COLUMN more", "wanted table chart as Clew makes it, got another"],
  ["a name that is no line", 'CREATE TABLE "a\nb" (y)', String.raw`"table a\nb" too`],
];

test.each(refusals)("a case with %s is refused in one line, for reading and writing", (_, sql, message) => {
  changed(sql);
  for (const readOnly of [true, false]) {
    try {
      openDatabase(path, readOnly);
      expect.unreachable();
    } catch (error) {
      expect(error).toBeInstanceOf(BadInput);
      expect((error as BadInput).message).toContain(message);
      expect((error as BadInput).message).not.toContain("\n");
    }
  }
});

test("what ANALYZE keeps in a case is no reason to refuse it", () => {
  changed("INSERT INTO chart VALUES ('c', '{}'); ANALYZE");
  openDatabase(path, false).close();
});

test("no other file can be attached to a case; VACUUM goes on working", () => {
  for (const readOnly of [true, false]) {
    const db = openDatabase(path, readOnly);
    expect(() => db.exec(`ATTACH '${join(folder, "other.db")}' AS other`)).toThrow("not authorized");
    expect(() => db.exec("ATTACH ':memory:' AS other")).toThrow("not authorized");
    if (!readOnly) db.exec("VACUUM");
    db.close();
  }
});
