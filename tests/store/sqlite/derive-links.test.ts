import { DatabaseSync } from "node:sqlite";
import { expect, test } from "vitest";
import { claimId, entityId, type LinkId, relationId, sourceId } from "../../../src/base/ids.ts";
import type { LinkClaim, Stance } from "../../../src/claims/claim.ts";
import { placeClaim, refreshLinks, unplaceClaim } from "../../../src/store/sqlite/derive-links.ts";
import { schema } from "../../../src/store/sqlite/schema.ts";
import { Statements } from "../../../src/store/sqlite/statements.ts";

const rules = { ontology: { types: new Map(), relations: new Map(), properties: new Map() }, merged: new Map() };

function record(sql: Statements, key: number, stance: Stance, source: string): { key: number; claim: LinkClaim } {
  const claim = {
    ...{
      kind: "link",
      id: claimId(`c${key}`),
      subject: entityId("__proto__"),
      relation: relationId("funds"),
      object: entityId("a'b"),
    },
    ...{ stance, speaker: null, source: sourceId(source), relays: null },
  } as unknown as LinkClaim;
  sql.run(
    "INSERT INTO claim VALUES (?, ?, 'link', ?, ?, ?, ?, NULL, NULL, ?, NULL, ?)",
    ...[key, claim.id, claim.subject, claim.relation, claim.object, stance, source, JSON.stringify(claim)],
  );
  return { key, claim };
}

test("a link follows its claims: stated, corroborated, contested, and gone with the last", () => {
  const sql = new Statements(new DatabaseSync(":memory:"));
  sql.db.exec(schema);
  const seen: unknown[] = [];
  const step = (act: (touched: Set<LinkId>) => void): void => {
    const touched = new Set<LinkId>();
    act(touched);
    refreshLinks(sql, touched, rules);
    seen.push(sql.get("SELECT standing FROM link")?.standing);
  };
  step((t) => placeClaim(sql, record(sql, 1, "asserts", "s1"), rules, t));
  step((t) => placeClaim(sql, record(sql, 2, "asserts", "s2"), rules, t));
  step((t) => placeClaim(sql, record(sql, 3, "denies", "s3"), rules, t));
  step((t) => [1, 2].forEach((key) => void unplaceClaim(sql, key, t)));
  step((t) => unplaceClaim(sql, 3, t));
  expect(seen).toEqual(["stated", "corroborated", "contested", "denied", undefined]);
});
