import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterEach, beforeEach, expect, test } from "vitest";
import { entityId, questionId } from "../../../src/base/ids.ts";
import type { SavedQuestion } from "../../../src/claims/saved-question.ts";
import { createDatabase } from "../../../src/store/sqlite/open-database.ts";
import { openSqliteStore } from "../../../src/store/sqlite/open-sqlite-store.ts";
import { migrations, schemaVersion } from "../../../src/store/sqlite/schema.ts";
import { entityOf, linkClaim, sourceOf } from "../records.ts";

/** The schema of each version that was handed out, word for word: files of them are out there. */
const schemas = [1, 2].map((version) => readFileSync(new URL(`schema-${version}.sql`, import.meta.url), "utf8"));

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "clew-migration-"));
  path = join(folder, "old.clew");
});
afterEach(() => rmSync(folder, { recursive: true }));

/** A file as an older version left it: two entities, a source, one claim and its link. */
function writeOldFile(version = 1): void {
  const db = new DatabaseSync(path);
  db.exec(schemas[version - 1]!);
  const insert = (table: string, ...values: (string | number | null)[]) =>
    db.prepare(`INSERT INTO ${table} VALUES (${values.map(() => "?").join(", ")})`).run(...values);
  for (const [key, id] of ["a", "b"].entries()) {
    insert("entity", id, "person", JSON.stringify(entityOf(id)));
    insert("name", key + 1, id, id, id);
    for (const index of ["fts_word", "fts_part"])
      db.prepare(`INSERT INTO ${index} (rowid, folded) VALUES (?, ?)`).run(key + 1, id);
  }
  const { text: _, ...source } = sourceOf("s1");
  insert("source", "s1", null, JSON.stringify(source));
  const claim = JSON.stringify(linkClaim("c1", "a owns b"));
  insert("claim", 1, "c1", "link", "a", "owns", "b", "asserts", null, null, "s1", null, claim);
  insert("link", "a>owns>b", "owns", "a", "b", "stated", 1, 1);
  insert("link_claim", 1, "a>owns>b");
  insert("history", 1, "2024-04-01T00:00:00.000Z", "tester", "record claim", null);
  insert("history_change", 1, 0, JSON.stringify({ kind: "record-claim", claim: linkClaim("c1", "a owns b") }));
  db.close();
}

function versionOf(file: string): number {
  return readFileSync(file).readUInt32BE(60);
}

const question: SavedQuestion = { id: questionId("q1"), name: "Who owns b", ask: "around", asked: { center: "b" } };
const author = { by: "tester", at: "2024-04-02T00:00:00.000Z", label: "save question" };

test("there is a step from each version to the next", () => {
  expect(migrations).toHaveLength(schemaVersion - 1);
});

test("a file of the first release is read as it stands: nothing is missing, and nothing is written", () => {
  writeOldFile();
  const before = readFileSync(path);
  const store = openSqliteStore(path, { mode: "read" });
  expect(store.savedQuestions()).toEqual([]);
  expect(store.savedQuestion(question.id)).toBeUndefined();
  expect(store.derived("snapshot")).toBeNull();
  expect(store.entity(entityId("a"))?.name).toBe("a");
  expect(store.check()).toEqual([]);
  store.close();
  expect(versionOf(path)).toBe(1);
  expect(readFileSync(path)).toEqual(before);
});

test("the first who writes brings it up to date, with all that it held, and readers beside see it", () => {
  writeOldFile();
  const reader = openSqliteStore(path, { mode: "read" });
  expect(reader.savedQuestions()).toEqual([]);
  const store = openSqliteStore(path, { mode: "write" });
  expect(store.check()).toEqual([]);
  expect(store.revision()).toBe(1);
  expect([...store.links()].map(({ id }) => id)).toEqual(["a>owns>b"]);
  expect(store.search("a").map(({ entity }) => entity.id)).toEqual(["a"]);
  store.apply([{ kind: "put-question", before: null, after: question }], author);
  expect(reader.savedQuestions()).toEqual([question]);
  reader.close();
  store.close();
  expect(versionOf(path)).toBe(schemaVersion);
  const again = openSqliteStore(path, { mode: "write" });
  expect(again.savedQuestion(question.id)).toEqual(question);
  again.close();
});

test.each(schemas.map((_, at) => at + 1))(
  "a file of version %i has the tables of a new case once it was written to",
  (version) => {
    const tablesOf = (file: string) => {
      const db = new DatabaseSync(file, { readOnly: true });
      const rows = db.prepare("SELECT type, name, sql FROM sqlite_schema ORDER BY type, name").all();
      db.close();
      return rows.map((row) => ({ ...row }));
    };
    writeOldFile(version);
    expect(versionOf(path)).toBe(version);
    openSqliteStore(path, { mode: "write" }).close();
    const fresh = join(folder, "new.clew");
    createDatabase(fresh);
    expect(tablesOf(path)).toEqual(tablesOf(fresh));
  },
);
