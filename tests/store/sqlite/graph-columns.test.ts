import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import fc from "fast-check";
import { afterEach, beforeEach, expect, test } from "vitest";
import { claimId, entityId, entityTypeId, sourceId } from "../../../src/base/ids.ts";
import { BadInput } from "../../../src/base/problem.ts";
import { type LinkClaim, stances } from "../../../src/claims/claim.ts";
import { buildSnapshot } from "../../../src/graph/build-snapshot.ts";
import { laySnapshot } from "../../../src/graph/lay-snapshot.ts";
import type { CaseStore } from "../../../src/store/case-store.ts";
import { openSqliteStore } from "../../../src/store/sqlite/open-sqlite-store.ts";
import { attributeClaim, author, entityOf, judgementOf, linkClaim, putting, recording, sourceOf } from "../records.ts";

let folder: string;
let path: string;
let store: CaseStore;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "clew-columns-"));
  path = join(folder, "case.clew");
  store = openSqliteStore(path, { mode: "create" });
});
afterEach(() => {
  store.close();
  rmSync(folder, { recursive: true });
});

/** Read as columns, it is the snapshot that its rows build, byte for byte and name for name. */
function expectSame(): void {
  const [rows, columns] = [buildSnapshot(store.forSnapshot(), store.ontology()), store.graphColumns("own")];
  expect(columns.names).toEqual(rows.names);
  const laid = laySnapshot(columns);
  expect({ ...laid, buffer: 0 }).toEqual({ ...rows.snapshot, buffer: 0 });
  expect(Buffer.from(laid.buffer).equals(Buffer.from(rows.snapshot.buffer))).toBe(true);
}

test("an empty case, and one without links, has columns", () => {
  expectSame();
  store.apply(putting(entityOf("a"), sourceOf("s1")), author);
  store.apply(recording(attributeClaim("x", "a", 3)), author);
  expectSame();
});

/** Ids that begin one another, and hold what links' ids escape and what UTF-8 and UTF-16 put in another order. */
const ids = ["a", "a1", "a%", "a>", "b", "b\ue000", "b\u{1f600}", "__proto__"];
const relations = ["owns", "near", "near>", "r%"];

const claim = fc.record({
  subject: fc.nat(ids.length - 1),
  object: fc.nat(ids.length - 1),
  relation: fc.nat(relations.length - 1),
  stance: fc.constantFrom(...stances),
  source: fc.constantFrom("s1", "s2", "s3"),
  speaker: fc.option(fc.nat(ids.length - 1)),
  during: fc.option(fc.constantFrom("2014", "2014/2016", "2020-03~", "soon")),
  said: fc.option(fc.constantFrom("2014", "2021")),
  credibility: fc.option(fc.constantFrom(1, 3, 6)),
  relays: fc.boolean(),
  quoted: fc.boolean(),
  weight: fc.option(fc.constantFrom(2.5, "0.5", "heavy", 0)),
  long: fc.boolean(),
  withdrawn: fc.boolean(),
});

type Drawn = typeof claim extends fc.Arbitrary<infer T> ? T : never;

const idOf = ({ long }: Drawn, at: number) => `${long ? "\u{1f600}" : "\uffff"}${(at * 7) % 41}`;

function claimOf(drawn: Drawn, at: number, before: Drawn | undefined): LinkClaim {
  const { subject, object, relation, weight, quoted, relays, speaker, stance, during, said, credibility } = drawn;
  return linkClaim(idOf(drawn, at), `${ids[subject]} ${relations[relation]} ${ids[object]}`, {
    ...{ stance, during, said, credibility: credibility as LinkClaim["credibility"] },
    source: sourceId(quoted ? "s1" : drawn.source),
    speaker: speaker === null ? null : entityId(ids[speaker]!),
    citation: quoted ? { kind: "quote", quote: "They paid.", start: 0, end: 10 } : null,
    relays: relays && before !== undefined ? claimId(idOf(before, at - 1)) : null,
    attributes: weight === null ? [] : [["weight", weight]],
  });
}

test("whatever is claimed, merged, relayed and withdrawn, columns are what rows are (seed 12)", () => {
  fc.assert(
    fc.property(fc.array(claim, { maxLength: 40 }), fc.array(fc.tuple(fc.nat(7), fc.nat(7)), { maxLength: 3 }), (drawn, same) => {
      store.close();
      rmSync(path, { force: true });
      store = openSqliteStore(path, { mode: "create" });
      const entities = ids.map((id, at) => entityOf(id, { type: entityTypeId(at % 3 === 0 ? "company" : "person") }));
      const sources = [
        sourceOf("s1", { reliability: "B", text: "They paid." }),
        sourceOf("s2", { derivedFrom: sourceId("s1") }),
        sourceOf("s3"),
      ];
      store.apply(putting(...entities, ...sources), author);
      const near = {
        id: "near",
        family: "other",
        label: "near",
        inverse: "near",
        symmetric: true,
        subjects: [],
        objects: [],
        ftm: null,
        stix: null,
      };
      store.apply([{ kind: "put-relation", before: null, after: near as never }], author);
      const claims = drawn.map((each, at) => claimOf(each, at, drawn[at - 1]));
      if (claims.length > 0) store.apply(recording(...claims), author);
      const gone = claims
        .filter((_, at) => drawn[at]!.withdrawn)
        .map(({ id }) => ({ kind: "withdraw-claim", claim: id, reason: "" }) as const);
      if (gone.length > 0) store.apply(gone, author);
      const judged = same.filter(([a, b]) => a !== b).map(([a, b], at) => judgementOf(`j${at}`, ids[a]!, ids[b]!));
      if (judged.length > 0)
        store.apply(
          judged.map((judgement) => ({ kind: "record-judgement", judgement }) as const),
          author,
        );
      expectSame();
    }),
    { seed: 12, numRuns: 25 },
  );
});

/** Changes the file as no program of Clew does. */
function tamper(sql: string): void {
  const db = new DatabaseSync(path);
  db.exec("PRAGMA foreign_keys = OFF; DROP TRIGGER claim_no_update");
  db.exec(sql);
  db.close();
}

test.each([
  ["a record is no JSON", "UPDATE claim SET body = '{' WHERE key = 1"],
  ["an end is no entity", "UPDATE claim SET subject = 'nobody' WHERE key = 1"],
])("where %s, one line says that the case is damaged", (_, sql) => {
  store.apply(putting(entityOf("a"), entityOf("b"), sourceOf("s1")), author);
  store.apply(recording(linkClaim("c1", "a owns b")), author);
  tamper(sql);
  expect(() => store.graphColumns("own")).toThrow(BadInput);
  expect(() => store.graphColumns("own")).toThrow(/^the case is damaged: wanted [^\n]*$/);
});

test("keys far apart, as no import leaves them, are read all the same", () => {
  store.apply(putting(entityOf("a"), entityOf("b"), sourceOf("s1")), author);
  store.apply(recording(linkClaim("c1", "a owns b"), linkClaim("c2", "b owns a"), linkClaim("c0", "a owns b")), author);
  tamper("UPDATE link_claim SET claim = 9007199254740000 WHERE claim = 3; UPDATE claim SET key = 9007199254740000 WHERE key = 3");
  expectSame();
});
