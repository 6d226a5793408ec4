import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterEach, beforeEach, expect, test } from "vitest";
import { entityId } from "../../../src/base/ids.ts";
import type { CaseStore, Derived } from "../../../src/store/case-store.ts";
import { openSqliteStore } from "../../../src/store/sqlite/open-sqlite-store.ts";
import { author, entityOf, linkClaim, putting, recording, sourceOf } from "../records.ts";

let folder: string;
let path: string;
let store: CaseStore;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "clew-derived-"));
  path = join(folder, "case.clew");
  store = openSqliteStore(path, { mode: "create" });
  store.apply(putting(entityOf("a"), entityOf("b"), sourceOf("s1")), author);
});
afterEach(() => {
  store.close();
  rmSync(folder, { recursive: true });
});

/** Bytes that no two parts have alike: three parts, the last one short. */
function derivedAt(revision: number, length = 2 * 2 ** 20 + 17): Derived {
  return { revision, bytes: Uint8Array.from({ length }, (_, at) => (at * 31 + (at >>> 9) + revision) & 255) };
}

function keep(name: string, derived: Derived): number {
  return [...store.keepDerived(name, derived)].length;
}

function rows(): { name: string; revision: number; part: number }[] {
  const db = new DatabaseSync(path, { readOnly: true });
  const found = db.prepare("SELECT name, revision, part FROM derived ORDER BY name, revision, part").all();
  db.close();
  return found.map((row) => ({ ...row })) as ReturnType<typeof rows>;
}

/** Changes the file as no program of Clew does. */
function tamper(sql: string, ...values: (string | number | Uint8Array)[]): void {
  const db = new DatabaseSync(path);
  db.prepare(sql).run(...values);
  db.close();
}

test("what is kept comes back as it was, in memory that threads share; another name's does not disturb it", () => {
  expect(store.derived("snapshot")).toBeNull();
  keep("snapshot", derivedAt(1));
  keep("other", derivedAt(1, 5));
  const found = store.derived("snapshot")!;
  expect(found.revision).toBe(1);
  expect(found.bytes.buffer).toBeInstanceOf(SharedArrayBuffer);
  expect(Buffer.from(found.bytes).equals(Buffer.from(derivedAt(1).bytes))).toBe(true);
  expect(store.derived("other")?.bytes).toHaveLength(5);
  keep("other", derivedAt(1, 0));
  expect(store.derived("other")?.bytes).toHaveLength(0);
  const reader = openSqliteStore(path, { mode: "read" });
  expect(reader.derived("snapshot")?.bytes).toHaveLength(derivedAt(1).bytes.length);
  expect(() => reader.keepDerived("snapshot", derivedAt(1))).toThrow(/reading only/);
  reader.close();
});

test("the newer takes the older's place, and others write in between", () => {
  keep("snapshot", derivedAt(1));
  const long = derivedAt(2, 9 * 2 ** 20);
  store.apply(recording(linkClaim("c1", "a funds b")), author);
  let writes = 0;
  for (const _ of store.keepDerived("snapshot", long)) {
    expect([1, 2]).toContain(store.derived("snapshot")?.revision);
    store.apply(recording(linkClaim(`d${++writes}`, "a funds b")), author);
  }
  expect(writes).toBeGreaterThan(3);
  expect(store.derived("snapshot")?.bytes).toHaveLength(long.bytes.length);
  expect(rows()).toHaveLength(10);
});

test("what was cut short is not taken for whole, and makes room for the next", () => {
  for (const _ of store.keepDerived("snapshot", derivedAt(1, 9 * 2 ** 20))) break;
  expect(rows().length).toBeGreaterThan(0);
  expect(store.derived("snapshot")).toBeNull();
  expect(store.check()).toEqual([]);
  keep("snapshot", derivedAt(1));
  expect(rows()).toHaveLength(4);
  expect(store.derived("snapshot")?.revision).toBe(1);
});

test.each<[string, string, ...(string | number | Uint8Array)[]]>([
  ["a part is gone", "DELETE FROM derived WHERE part = 2"],
  ["there is one more", "INSERT INTO derived SELECT name, revision, 4, bytes FROM derived WHERE part = 3"],
  ["a part is shorter", "UPDATE derived SET bytes = substr(bytes, 2) WHERE part = 3"],
  ["a bit is another", "UPDATE derived SET bytes = CAST(x'ff' || substr(bytes, 2) AS BLOB) WHERE part = 1"],
  ["two parts have changed places", "UPDATE derived SET part = CASE part WHEN 1 THEN -2 WHEN 2 THEN 1 ELSE part END"],
  ["a part is a text", "UPDATE derived SET bytes = 'text' WHERE part = 3"],
  ["the header is another", "UPDATE derived SET bytes = ? WHERE part = 0", new Uint8Array(24).fill(255)],
  ["the header is short", "UPDATE derived SET bytes = x'00' WHERE part = 0"],
  ["the header is a text", "UPDATE derived SET bytes = 'header' WHERE part = 0"],
  ["it claims more than the file holds", "UPDATE derived SET bytes = ? WHERE part = 0", huge()],
])("where %s, it is not trusted, and check says so", (_, sql, ...values) => {
  keep("snapshot", derivedAt(1));
  tamper(sql, ...values);
  expect(store.derived("snapshot")).toBeNull();
  expect(store.check()).toMatchObject([{ where: "derived snapshot", kind: "damaged-derived" }]);
  keep("snapshot", derivedAt(1));
  expect(store.derived("snapshot")?.revision).toBe(1);
  expect(store.check()).toEqual([]);
});

function huge(): Uint8Array {
  return new Uint8Array(Float64Array.of(2 ** 52, 3, 0).buffer);
}

test("redaction takes all of it away, and what is on its way", () => {
  keep("other", derivedAt(1));
  const steps = store.keepDerived("snapshot", derivedAt(1, 9 * 2 ** 20))[Symbol.iterator]();
  steps.next();
  store.redact({ entities: [entityId("a")], sources: [], claims: [] }, { ...author, label: "asked" }, "carry-out");
  expect(rows()).toEqual([]);
  for (let next = steps.next(); next.done !== true; next = steps.next());
  expect(rows()).toEqual([]);
  keep("snapshot", derivedAt(1));
  expect(store.derived("snapshot")).toBeNull();
  keep("snapshot", derivedAt(store.revision()));
  expect(store.derived("snapshot")?.revision).toBe(store.revision());
});

test("a backup has it, too; the sums of a case do not count it; compacting takes it away", async () => {
  const before = store.hash();
  keep("snapshot", derivedAt(1));
  expect(store.hash()).toEqual(before);
  const target = join(folder, "copy.clew");
  expect((await store.backup(target)).hash).toEqual(before);
  const copy = openSqliteStore(target, { mode: "read" });
  for (const held of [copy, store]) expect(held.derived("snapshot")?.revision).toBe(1);
  copy.close();
  expect(store.compact().after).toBeLessThan(2 ** 20);
  expect(store.derived("snapshot")).toBeNull();
});
