import { spawnSync } from "node:child_process";
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { BadInput } from "../../../src/base/problem.ts";
import { createDatabase, openDatabase } from "../../../src/store/sqlite/open-database.ts";
import { takeWriteLock } from "../../../src/store/sqlite/write-lock.ts";

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "clew-open-"));
  path = join(folder, "a.clew");
});
afterEach(() => rmSync(folder, { recursive: true }));

function messageOf(act: () => unknown): string {
  try {
    act();
  } catch (problem) {
    expect(problem).toBeInstanceOf(BadInput);
    return (problem as BadInput).message;
  }
  throw new Error("wanted a refusal, got none");
}

test("a new case is one private file with Clew's mark, and its settings are on", () => {
  createDatabase(path);
  expect(readdirSync(folder)).toEqual(["a.clew"]);
  expect(statSync(path).mode & 0o777).toBe(0o600);
  expect(readFileSync(path).toString("latin1", 68, 72)).toBe("CLEW");
  for (const readOnly of [false, true]) {
    const db = openDatabase(path, readOnly);
    expect(db.prepare("PRAGMA synchronous").get()?.synchronous).toBe(2);
    expect(db.prepare("PRAGMA journal_mode").get()?.journal_mode).toBe("wal");
    expect(db.prepare("PRAGMA user_version").get()?.user_version).toBe(3);
    db.close();
  }
});

test("creating never replaces a file", () => {
  writeFileSync(path, "mine");
  expect(messageOf(() => createDatabase(path))).toContain("a file of that name is there");
  expect(readFileSync(path, "utf8")).toBe("mine");
  expect(readdirSync(folder)).toEqual(["a.clew"]);
});

test.each([
  ["an empty file", Buffer.alloc(0)],
  ["a text", Buffer.from("source,target\n".repeat(20))],
  ["another program's database", Buffer.from(`SQLite format 3\0${"\0".repeat(200)}`)],
])("%s is refused in one line and stays as it is", (_, bytes) => {
  writeFileSync(path, bytes);
  expect(messageOf(() => openDatabase(path, false))).toMatch(/^a\.clew is no case.*$/);
  expect(readFileSync(path)).toEqual(bytes);
  expect(readdirSync(folder)).toEqual(["a.clew"]);
});

test("a case from the future, a truncated one, a folder and nothing are refused", () => {
  createDatabase(path);
  const whole = readFileSync(path);
  const future = Buffer.from(whole);
  future.writeUInt32BE(99, 60);
  writeFileSync(path, future);
  expect(messageOf(() => openDatabase(path, false))).toContain("newer Clew");
  expect(readFileSync(path)).toEqual(future);
  writeFileSync(path, whole);
  truncateSync(path, 8192);
  expect(messageOf(() => openDatabase(path, false))).toContain("cut short");
  expect(messageOf(() => openDatabase(folder, false))).toContain("is no case");
  expect(messageOf(() => openDatabase(join(folder, "b.clew"), false))).toContain("no such file");
});

test.each(["claim", "judgement", "history", "history_change"])("%s refuses UPDATE and DELETE", (table) => {
  createDatabase(path);
  const db = openDatabase(path, false);
  db.exec(`INSERT INTO history VALUES (1, 't', 'me', 'l', NULL); INSERT INTO history_change VALUES (1, 0, '{}');
    INSERT INTO claim VALUES (1, 'c', 'link', 'a', 'r', 'b', 'asserts', NULL, NULL, 's', NULL, '{}');
    INSERT INTO judgement VALUES ('j', 'a', 'b', 'same', '{}');`);
  const column = table.startsWith("history") ? "seq" : "id";
  expect(() => db.exec(`UPDATE ${table} SET ${column} = ${column}`)).toThrow("append-only");
  expect(() => db.exec(`DELETE FROM ${table}`)).toThrow("append-only");
  db.close();
});

test("a second writer is told who is there; giving the lock back lets it in", () => {
  const giveBack = takeWriteLock(path);
  expect(messageOf(() => takeWriteLock(path))).toContain(`is open in another Clew (process ${process.pid})`);
  giveBack();
  expect(existsSync(`${path}-lock`)).toBe(false);
  takeWriteLock(path)();
});

test("the lock of a killed process does not block", () => {
  const lock = new URL("../../../src/store/sqlite/write-lock.ts", import.meta.url).href;
  const code = `const m = await import(${JSON.stringify(lock)}); m.takeWriteLock(process.argv[1]); process.kill(process.pid, "SIGKILL");`;
  expect(spawnSync(process.execPath, ["--input-type=module", "-e", code, path]).signal).toBe("SIGKILL");
  expect(existsSync(`${path}-lock`)).toBe(true);
  takeWriteLock(path)();
});

test("a folder that is not there is no lock of another Clew", () => {
  expect(messageOf(() => takeWriteLock(join(folder, "gone", "a.clew")))).toContain("cannot be locked for writing");
});

test("a reader writes nothing and leaves nothing beside the case", () => {
  createDatabase(path);
  const reader = openDatabase(path, true);
  expect(() => reader.exec("INSERT INTO chart VALUES ('a', '{}')")).toThrow(/readonly|read-only/);
  reader.close();
  expect(readdirSync(folder)).toEqual(["a.clew"]);
});

test("a case in a folder that cannot be written is read as it stands", () => {
  createDatabase(path);
  const opening = new URL("../../../src/store/sqlite/open-database.ts", import.meta.url).href;
  const code = `const { openDatabase } = await import(${JSON.stringify(opening)});
    console.log(openDatabase(process.argv[1], true).prepare("SELECT count(*) AS n FROM entity").get().n);`;
  chmodSync(path, 0o444);
  chmodSync(folder, 0o555);
  // Root may write anywhere: there the reader runs as nobody.
  const nobody = process.getuid?.() === 0 ? { uid: 65_534 } : {};
  const read = spawnSync(process.execPath, ["--input-type=module", "-e", code, path], { encoding: "utf8", cwd: "/", ...nobody });
  chmodSync(folder, 0o755);
  expect(read.stderr).toBe("");
  expect(read.stdout).toBe("0\n");
});
