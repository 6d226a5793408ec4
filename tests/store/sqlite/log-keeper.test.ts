import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterAll, expect, test } from "vitest";
import { LogKeeper } from "../../../src/store/sqlite/log-keeper.ts";
import { Statements } from "../../../src/store/sqlite/statements.ts";

const folder = mkdtempSync(join(tmpdir(), "clew-log-"));
const path = join(folder, "log.db");
const size = () => statSync(`${path}-wal`).size;

afterAll(() => rmSync(folder, { recursive: true }));

test("a log that others always read in is begun anew once it is long; while one of them stays, it is left for later", () => {
  const writer = new DatabaseSync(path);
  writer.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = OFF; CREATE TABLE t (a BLOB)");
  const keeper = new LogKeeper(new Statements(writer), path);
  const fill = () => writer.exec("DELETE FROM t; INSERT INTO t VALUES (zeroblob(70000000))");
  const readers = [new DatabaseSync(path), new DatabaseSync(path)];
  const begin = (at: number) => {
    readers[at]!.exec("BEGIN");
    readers[at]!.prepare("SELECT count(*) FROM t").get();
  };
  begin(0);
  fill();
  begin(1);
  keeper.tend();
  expect(size()).toBeGreaterThan(64 * 1024 ** 2);
  for (const reader of readers) reader.exec("COMMIT");
  keeper.tend();
  expect(size()).toBeGreaterThan(0);
  const later = new LogKeeper(new Statements(writer), path);
  later.tend();
  expect(size()).toBe(0);
  expect(Number(writer.prepare("PRAGMA busy_timeout").get()?.timeout)).toBe(5000);
  for (const each of [...readers, writer]) each.close();
});
