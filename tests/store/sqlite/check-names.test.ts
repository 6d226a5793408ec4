import { DatabaseSync } from "node:sqlite";
import { beforeEach, expect, test } from "vitest";
import { applyChanges } from "../../../src/store/sqlite/apply-changes.ts";
import { checkNames } from "../../../src/store/sqlite/check-names.ts";
import { fillNames } from "../../../src/store/sqlite/name-index.ts";
import { schema } from "../../../src/store/sqlite/schema.ts";
import { Statements } from "../../../src/store/sqlite/statements.ts";
import { entityOf, putting } from "../records.ts";

let sql: Statements;
beforeEach(() => {
  sql = new Statements(new DatabaseSync(":memory:"));
  sql.db.exec(schema);
  const names = ["Ada Löw", "Владимир Ёлкин", "Bolt & Co", "北京石油"];
  applyChanges(sql, putting(...names.map((name, n) => entityOf(`e${n}`, { name, aliases: [`${name} again`, "Bolt"] }))), {
    seq: 1,
  });
});

test("an index that was kept up to date, and one filled in bulk, are sound", () => {
  expect(checkNames(sql)).toEqual([]);
  fillNames(sql);
  expect(checkNames(sql)).toEqual([]);
});

test.each([
  ["a name is missing", "DELETE FROM name WHERE text = 'Bolt' AND entity = 'e2'", "entity e2"],
  ["a name is another", "UPDATE name SET text = 'Eve' WHERE text = 'Ada Löw'", "entity e0"],
  ["a name folds otherwise", "UPDATE name SET folded = 'ada low!' WHERE text = 'Ada Löw'", "entity e0"],
  ["a name lies under another length", "UPDATE name SET key = key + 4294967296 WHERE text = 'Ada Löw'", "entity e0"],
  ["a name is nobody's", "INSERT INTO name (entity, text, folded) VALUES ('gone', 'Eve', 'eve')", "entity gone"],
  ["an entity's type is there and its names are not", "DELETE FROM name WHERE entity = 'e3'", "entity e3"],
  ["a word is missing", "DELETE FROM word WHERE text = 'елкин'", "search index"],
  [
    "a name is not in the index",
    "DELETE FROM fts_word WHERE rowid = (SELECT key FROM name WHERE text = 'Ada Löw')",
    "search index",
  ],
  ["the index holds a name too many", "INSERT INTO fts_word (rowid, words) VALUES (7, 'bolt')", "search index"],
])("check tells when %s", (_, fault, where) => {
  sql.db.exec(fault);
  const found = checkNames(sql);
  expect(found.map((problem) => problem.where)).toContain(where);
  expect(found[0]?.kind).toBe("stale-name");
  sql.db.exec("BEGIN");
  fillNames(sql);
  expect(checkNames(sql)).toEqual([]);
});
