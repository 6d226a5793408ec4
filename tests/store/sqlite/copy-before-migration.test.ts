import { mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openSqliteStore } from "../../../src/store/sqlite/open-sqlite-store.ts";
import { schemaVersion } from "../../../src/store/sqlite/schema.ts";

const schema1 = readFileSync(new URL("schema-1.sql", import.meta.url), "utf8");

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "clew-copy-"));
  path = join(folder, "old.clew");
  const db = new DatabaseSync(path);
  db.exec(schema1);
  db.exec("INSERT INTO history VALUES (1, '2024-04-01T00:00:00.000Z', 'tester', 'first', NULL)");
  db.close();
});
afterEach(() => rmSync(folder, { recursive: true }));

const versionOf = (file: string): number => readFileSync(file).readUInt32BE(60);

test("before a case is brought up to date, a private copy of it as it was is beside it, and opens", () => {
  openSqliteStore(path, { mode: "write" }).close();
  expect(readdirSync(folder).sort()).toEqual(["old.clew", "old.clew.v1.bak"]);
  expect([versionOf(path), versionOf(`${path}.v1.bak`)]).toEqual([schemaVersion, 1]);
  expect(statSync(`${path}.v1.bak`).mode & 0o777).toBe(0o600);
  renameSync(`${path}.v1.bak`, join(folder, "again.clew"));
  const again = openSqliteStore(join(folder, "again.clew"), { mode: "read" });
  expect([again.revision(), again.check()]).toEqual([1, []]);
  again.close();
});

test("a copy that is there already is kept", () => {
  writeFileSync(`${path}.v1.bak`, "mine");
  openSqliteStore(path, { mode: "write" }).close();
  expect(readFileSync(`${path}.v1.bak`, "utf8")).toBe("mine");
  expect(versionOf(`${path}.v1.2.bak`)).toBe(1);
});

test("a draft that a killed Clew left is no copy, and goes away", () => {
  writeFileSync(join(folder, ".old.clew.bak.draft"), "half");
  openSqliteStore(path, { mode: "write" }).close();
  expect(readdirSync(folder).sort()).toEqual(["old.clew", "old.clew.v1.bak"]);
});

test("who reads, and who opens a case of today, makes no copy", () => {
  openSqliteStore(path, { mode: "read" }).close();
  expect(readdirSync(folder)).toEqual(["old.clew"]);
  openSqliteStore(join(folder, "new.clew"), { mode: "create" }).close();
  openSqliteStore(join(folder, "new.clew"), { mode: "write" }).close();
  expect(readdirSync(folder).sort()).toEqual(["new.clew", "old.clew"]);
});
