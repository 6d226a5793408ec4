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

test("the body of a row is JSON as it is written anywhere else", () => {
  const file = 'a "file"\n\u2028.csv';
  const origin = { kind: "imported", file, row: 7 } as const;
  const claims = [
    linkClaim("c1", "a owns b", { citation: { kind: "row", row: 7 }, origin, recordedBy: 'b "c"' }),
    linkClaim("c2", "a owns b", {
      citation: { kind: "page", page: "1", quote: '"' },
      origin: { ...origin, file: "b", row: null },
    }),
    linkClaim("c3", "a owns b", { origin: { kind: "hand" }, said: "2024", during: "2023", note: '"', attributes: [["a", "\0"]] }),
    attributeClaim("c4", "a", 'x "y"'),
    attributeClaim("c5", "a", -0.5),
  ];
  for (const claim of claims) {
    const body = String(claimValues(claim).at(-1));
    expect(JSON.stringify(JSON.parse(body))).toBe(body);
    expect(JSON.parse(body)).toMatchObject({ origin: claim.origin, recordedBy: claim.recordedBy, recordedAt: claim.recordedAt });
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
