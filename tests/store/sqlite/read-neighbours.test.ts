import { readFileSync } from "node:fs";
import { DatabaseSync, type SQLInputValue } from "node:sqlite";
import { expect, test } from "vitest";
import { entityId } from "../../../src/base/ids.ts";
import { CaseMemory } from "../../../src/store/sqlite/case-memory.ts";
import { neighbourReader } from "../../../src/store/sqlite/read-neighbours.ts";
import { readAttributesOf } from "../../../src/store/sqlite/read-records.ts";
import { schema } from "../../../src/store/sqlite/schema.ts";
import { type Row, Statements } from "../../../src/store/sqlite/statements.ts";

/** Notes how each query finds its claims. */
class Planned extends Statements {
  readonly plans: string[] = [];

  override all(sql: string, ...values: SQLInputValue[]): Row[] {
    const steps = this.db.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...values);
    this.plans.push(steps.map(({ detail }) => String(detail)).find((detail) => detail.includes(" c ")) ?? "");
    return super.all(sql, ...values);
  }
}

const older = readFileSync(new URL("schema-1.sql", import.meta.url), "utf8");

test.each([
  ["their own index", schema, "claim_attribute"],
  ["that of subjects in an older file", older, "claim_subject"],
])("attributes of a few entities are found by %s, not among all claims", (_, tables, index) => {
  const db = new DatabaseSync(":memory:");
  db.exec(tables);
  const sql = new Planned(db);
  const near = neighbourReader(sql, new CaseMemory(new Statements(db)));
  near.attributes([entityId("a"), entityId("b")]);
  readAttributesOf(sql, entityId("a"));
  expect(sql.plans).toEqual(Array(2).fill(`SEARCH c USING INDEX ${index} (subject=?)`));
  db.close();
});
