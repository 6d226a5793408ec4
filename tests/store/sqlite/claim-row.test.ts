import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { claimColumns, claimOfRow, claimValues } from "../../../src/store/claim-row.ts";
import { attributeClaim, linkClaim } from "../records.ts";

test("a claim comes back from its row as it went in", () => {
  const full = linkClaim("c2", "a owns b", { during: "2024", note: "n", credibility: 2, attributes: [["weight", 3]] });
  for (const claim of [linkClaim("c1", "a owns b"), full, attributeClaim("c3", "a", false)]) {
    const row = Object.fromEntries(claimColumns.split(", ").map((name, at) => [name, claimValues(claim)[at]]));
    expect(claimOfRow(row as never, JSON.parse(String(row.body)))).toEqual(claim);
  }
});

test("no statement takes the body of a claim's row for the whole claim", () => {
  const folder = "src/store/sqlite";
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".ts"));
  const whole = files.filter((name) =>
    /bodyOf<(Link|Attribute)?Claim>\(row\)|SELECT (\w\.)?body FROM claim\b/.test(readFileSync(`${folder}/${name}`, "utf8")),
  );
  expect(whole).toEqual([]);
});
