import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterAll, expect, test } from "vitest";
import { openSqliteStore } from "../../../src/store/sqlite/open-sqlite-store.ts";
import { author, entityOf, linkClaim, sourceOf } from "../records.ts";

const folder = mkdtempSync(join(tmpdir(), "clew-check-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const tampering: readonly (readonly [what: string, sql: string, says: readonly string[]])[] = [
  ["nothing", "SELECT 1", []],
  ["a link that is gone", "DELETE FROM link WHERE id = 'a>funds>b'", ["link a>funds>b: wanted a link for its claims, got none"]],
  [
    "a link that nobody claims",
    "INSERT INTO link VALUES ('b>funds>c', 'funds', 'b', 'c', 'stated', 1, 1)",
    ["link b>funds>c: wanted no link without claims, got one"],
  ],
  [
    "other ends",
    "UPDATE link SET to_id = 'c' WHERE id = 'a>funds>b'",
    ["link a>funds>b: wanted what its claims add up to, got something else"],
  ],
  [
    "a claim in another link",
    "UPDATE link_claim SET link = 'a>owns>c' WHERE claim = (SELECT key FROM claim WHERE id = 'c2')",
    [
      "link a>funds>b: wanted what its claims add up to, got something else",
      "link a>funds>b: wanted claim c2 among its own, got it in another link or in none",
      "link a>owns>c: wanted what its claims add up to, got something else",
    ],
  ],
  [
    "a claim in no link",
    "DELETE FROM link_claim WHERE claim = (SELECT key FROM claim WHERE id = 'c2')",
    [
      "link a>funds>b: wanted claim c2 among its own, got it in another link or in none",
      "link a>funds>b: wanted what its claims add up to, got something else",
    ],
  ],
  [
    "a claim that was withdrawn",
    "INSERT INTO withdrawn SELECT 'claim', 'c3', max(seq), 'by hand' FROM history",
    ["link a>owns>c: wanted claims in force, got one that is not"],
  ],
];

test.each(tampering)("%s is told of the links", (what, sql, says) => {
  const path = join(folder, `${what}.clew`);
  const store = openSqliteStore(path, { mode: "create" });
  store.apply(
    [
      ...["a", "b", "c"].map((id) => ({ kind: "put-entity", before: null, after: entityOf(id) }) as const),
      { kind: "put-source", before: null, after: sourceOf("s1") },
      { kind: "record-claim", claim: linkClaim("c1", "a funds b") },
      { kind: "record-claim", claim: linkClaim("c2", "a funds b") },
      { kind: "record-claim", claim: linkClaim("c3", "a owns c") },
    ],
    author,
  );
  store.close();
  const other = new DatabaseSync(path);
  other.exec(sql);
  other.close();
  const again = openSqliteStore(path, { mode: "read" });
  expect(again.check().map(({ where, message }) => `${where}: ${message}`)).toEqual(says);
  again.close();
});
