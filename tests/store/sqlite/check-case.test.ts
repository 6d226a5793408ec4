import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterAll, expect, test } from "vitest";
import { openSqliteStore } from "../../../src/store/sqlite/open-sqlite-store.ts";
import { author, entityOf, putting } from "../records.ts";

const folder = mkdtempSync(join(tmpdir(), "clew-check-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("a check beside a writer does not take a search index for damaged that has only grown", () => {
  const path = join(folder, "grown.clew");
  openSqliteStore(path, { mode: "create" }).close();
  const writer = openSqliteStore(path, { mode: "write" });
  const reader = openSqliteStore(path, { mode: "read" });
  for (let turn = 0; turn < 20; turn++) {
    for (let n = 0; n < 5; n++) writer.apply(putting(entityOf(`e${turn}-${n}`, { name: `Name ${turn} ${n}` })), author);
    expect(reader.search("name").length).toBeGreaterThan(0);
    for (let n = 5; n < 10; n++) writer.apply(putting(entityOf(`e${turn}-${n}`, { name: `Name ${turn} ${n}` })), author);
    expect(reader.check()).toEqual([]);
  }
  reader.close();
  writer.close();
});

test("a check says what it is at, and ends early where the records cannot be read", () => {
  const path = join(folder, "steps.clew");
  openSqliteStore(path, { mode: "create" }).close();
  const stepsOf = () => {
    const store = openSqliteStore(path, { mode: "read" });
    const steps: string[] = [];
    const found = store.check((step) => steps.push(step));
    store.close();
    return { steps, found: found.map(({ kind }) => kind) };
  };
  expect(stepsOf()).toEqual({ steps: ["pages", "records", "claims", "links", "names"], found: [] });
  const db = new DatabaseSync(path);
  db.exec("INSERT INTO source (id, body) VALUES ('s', 'no JSON')");
  db.close();
  expect(stepsOf()).toEqual({ steps: ["pages", "records"], found: ["broken-record"] });
});
