import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { claimId, entityTypeId, sourceId } from "../../../src/base/ids.ts";
import type { Change } from "../../../src/claims/change.ts";
import type { LinkClaim } from "../../../src/claims/claim.ts";
import type { SnapshotRows } from "../../../src/store/case-store.ts";
import { openSqliteStore } from "../../../src/store/sqlite/open-sqlite-store.ts";
import { entityOf, linkClaim, sourceOf } from "../records.ts";

const author = { by: "tester", at: "2024-04-01T00:00:00.000Z", label: "test" };

/** The rows of a case of persons a and b, companies c, sources s1 (B) and s2 (derived from s1), with these claims. */
function rowsWith(claims: readonly LinkClaim[], use: (rows: SnapshotRows) => void): void {
  const folder = mkdtempSync(join(tmpdir(), "clew-rows-"));
  const store = openSqliteStore(join(folder, "case.clew"), { mode: "create" });
  const entities = [entityOf("a"), entityOf("b"), entityOf("c", { type: entityTypeId("company") })];
  const sources = [sourceOf("s1", { reliability: "B", text: "They paid." }), sourceOf("s2", { derivedFrom: sourceId("s1") })];
  try {
    const changes: Change[] = [
      ...entities.map((after): Change => ({ kind: "put-entity", before: null, after })),
      ...sources.map((after): Change => ({ kind: "put-source", before: null, after })),
      ...claims.map((claim): Change => ({ kind: "record-claim", claim })),
    ];
    store.apply(changes, author);
    use(store.forSnapshot());
  } finally {
    store.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

test("rows carry the types of entities and the grades of sources", () => {
  rowsWith([], ({ entities, sources }) => {
    expect([...entities].map(({ id, type }) => `${id} ${type}`)).toEqual(["a person", "b person", "c company"]);
    expect([...sources].map(({ id, reliability }) => `${id} ${reliability}`).sort()).toEqual(["s1 B", "s2 null"]);
  });
});

test("a claim's dates and credibility come as they were recorded, its quote and its echoes as marks", () => {
  const quote = { kind: "quote", quote: "They paid.", start: 0, end: 10 } as const;
  const claims = [
    linkClaim("c1", "a funds b", { citation: quote, credibility: 2, during: "2014/2016", said: "2019-03" }),
    linkClaim("c2", "a funds b", { citation: { kind: "page", page: "4", quote: "They paid." } }),
    linkClaim("c3", "a funds b", { citation: { kind: "row", row: 4 }, relays: claimId("c1") }),
    linkClaim("c4", "a funds b", { source: sourceId("s2") }),
  ];
  rowsWith(claims, ({ links }) => {
    const [only] = [...links];
    const none = { quoted: false, echo: false, credibility: null, during: null, said: null };
    expect(only?.claims).toMatchObject([
      { id: "c1", quoted: true, echo: false, credibility: 2, during: "2014/2016", said: "2019-03" },
      { id: "c2", ...none },
      { id: "c3", ...none, echo: true },
      { id: "c4", ...none, echo: true, origin: "s1" },
    ]);
  });
});

test.each<[LinkClaim["attributes"], number | null]>([
  [[], null],
  [[["weight", 2.5]], 2.5],
  [[["weight", "0.25"]], 0.25],
  [[["Weight", 3]], null],
  [[["weight", 0]], null],
  [[["weight", -2]], null],
  [[["weight", ""]], null],
  [[["weight", "heavy"]], null],
  [[["weight", true]], null],
  [[["weight", "Infinity"]], null],
  [
    [
      ["__proto__", 1],
      ["weight", "none"],
      ["weight", 4],
    ],
    4,
  ],
])("R29: of the attributes %j the weight is %s", (attributes, weight) => {
  rowsWith([linkClaim("c1", "a funds b", { attributes })], ({ links }) => {
    expect([...links].flatMap(({ claims }) => claims.map((claim) => claim.weight))).toEqual([weight]);
  });
});
