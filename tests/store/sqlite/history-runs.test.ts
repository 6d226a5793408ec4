import { copyFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { importFiles } from "../../../src/case/import-files.ts";
import { openCase } from "../../../src/case/open-case.ts";
import { openSqliteStore } from "../../../src/store/sqlite/open-sqlite-store.ts";
import { bytes, jsonLines, scratchFolder } from "../../case/small-case.ts";

const folder = scratchFolder();
const author = { by: "tester", at: "2024-04-01T00:00:00.000Z" };

function claim(id: string, subject: string, object: string): object {
  return { kind: "claim", claim: "link", id, subject, relation: "owns", object, stance: "asserts", source: "s1" };
}

const lines = [
  { clew: 1 },
  { kind: "source", id: "s1", title: "Source" },
  ...["ada", "bolt", "cyr"].map((id) => ({ kind: "entity", id, type: "person", name: `Name of ${id}` })),
  claim("c1", "ada", "bolt"),
  claim("c2", "bolt", "cyr"),
  claim("c3", "cyr", "ada"),
  claim("c4", "bolt", "cyr"),
];
const file = { name: "f.clew.jsonl", bytes: bytes(jsonLines(lines)) };

/** The same file, imported change by change and streamed. */
async function two(name: string): Promise<readonly [held: string, streamed: string]> {
  const paths = ["held", "streamed"].map((how) => join(folder, `${name}-${how}.clew`)) as [string, string];
  for (const [at, few] of [1000, 0].entries()) {
    const store = openSqliteStore(paths[at]!, { mode: "create" });
    await importFiles(store, [file], { author, few });
    store.close();
  }
  return paths;
}

test("a redaction takes claims out of a run, and a claim that comes later does not fall into it", async () => {
  const paths = await two("redacted");
  const seen = paths.map((path) => {
    const opened = openCase(path, { by: "tester", clock: () => author.at, ids: () => "later" });
    const report = opened.redact(["c4", "ada"], "asked", "carry-out");
    opened.record({ subject: "bolt", relation: "owns", object: "cyr", stance: "asserts", source: "s1" });
    const seen = { report, hash: opened.hash(), problems: opened.check() };
    opened.close();
    const store = openSqliteStore(path, { mode: "read" });
    const history = structuredClone(store.history());
    store.close();
    return { ...seen, history };
  });
  expect(seen[1]).toEqual(seen[0]);
  expect(seen[1]!.history[0]!.changes.map(({ kind }) => kind)).toEqual([
    "put-source",
    "put-entity",
    "put-entity",
    "record-claim",
  ]);
  expect(seen[1]!.problems).toEqual([]);
});

test("a run counts its claims: one that is gone is told", async () => {
  const [, path] = await two("short");
  const { DatabaseSync } = await import("node:sqlite");
  const db = new DatabaseSync(path);
  const [trigger] = db.prepare("SELECT sql FROM sqlite_schema WHERE name = 'claim_no_delete'").all();
  db.exec("DROP TRIGGER claim_no_delete; DELETE FROM link_claim WHERE claim = 2; DELETE FROM claim WHERE key = 2");
  db.exec(String(trigger!.sql));
  db.close();
  const store = openSqliteStore(path, { mode: "read" });
  expect(store.check().map(({ message }) => message)).toContain("wanted 4 claims, as the history says, got 3");
  store.close();
});

test("a case as known on a day has what a run recorded, and its history reads the same", async () => {
  const [held, streamed] = await two("known");
  const seen = [held, streamed].map((path) => {
    const opened = openCase(path, { mode: "read", asKnownOn: "2024-04-02" });
    const { records, history } = opened.hash();
    opened.close();
    return { records, history };
  });
  expect(seen[1]).toEqual(seen[0]);
});

test("Clew JSON lines carry a long entry in several lines, each of which can be read", async () => {
  const path = join(folder, "long.clew");
  const many = Array.from({ length: 1200 }, (_, at) => claim(`many${at}`, "bolt", "cyr"));
  const store = openSqliteStore(path, { mode: "create" });
  await importFiles(store, [{ name: "f.clew.jsonl", bytes: bytes(jsonLines([...lines, ...many])) }], { author, few: 0 });
  store.close();
  copyFileSync(path, join(folder, "again.clew"));
  const opened = openCase(path);
  const text = [...opened.exportAs({ format: "clew-jsonl" }).chunks].join("");
  opened.close();
  const history = text.split("\n").filter((line) => line.includes('"kind":"history"'));
  expect(history.length).toBe(3);
  expect(history.flatMap((line) => JSON.parse(line).changes).length).toBe(1 + 3 + 1204);
  const copy = openCase(join(folder, "copy.clew"), { mode: "create" });
  const report = await copy.import([{ name: "long.clew.jsonl", bytes: bytes(text) }]);
  expect(report).toMatchObject({ problems: [], claims: { added: 1204 } });
  copy.close();
});
