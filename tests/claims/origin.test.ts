import fc from "fast-check";
import { expect, test } from "vitest";
import { claimId, sourceId } from "../../src/base/ids.ts";
import type { OriginTrail } from "../../src/claims/origin.ts";
import { originOf, rootSource } from "../../src/claims/origin.ts";

type Line = readonly [claim: string, source: string, relays: string | null];

function trail(claims: readonly Line[], derived: readonly (readonly [string, string])[] = []): OriginTrail {
  const byId = new Map(
    claims.map(([id, source, relays]) => [
      claimId(id),
      { source: sourceId(source), relays: relays === null ? null : claimId(relays) },
    ]),
  );
  const parents = new Map(derived.map(([source, from]) => [sourceId(source), sourceId(from)]));
  return { claim: (id) => byId.get(id), source: (id) => ({ derivedFrom: parents.get(id) ?? null }) };
}

const originIn = (id: string, along: OriginTrail) => originOf(along.claim(claimId(id))!, along);

test("a claim of its own begins in its source", () => {
  expect(originIn("c", trail([["c", "A", null]]))).toBe("A");
});

test("an echo of an echo begins where the first words stand", () => {
  const claims: Line[] = [
    ["c", "C", "b"],
    ["b", "B", "a"],
    ["a", "A", null],
  ];
  expect(originIn("c", trail(claims))).toBe("A");
});

test("along relays first, then along the sources", () => {
  const claims: Line[] = [
    ["c", "C", "a"],
    ["a", "A", null],
  ];
  expect(originIn("c", trail(claims, [["A", "Wire"]]))).toBe("Wire");
});

test("a source derived through several begins at the first", () => {
  const derived = [
    ["C", "B"],
    ["B", "A"],
  ] as const;
  expect(rootSource(sourceId("C"), trail([], derived))).toBe("A");
});

test("a claim that relays one which is not there begins in its own source", () => {
  expect(originIn("c", trail([["c", "C", "lost"]]))).toBe("C");
});

test("in a loop of relays the answer does not depend on where one enters", () => {
  const claims: Line[] = [
    ["a", "Z", "b"],
    ["b", "M", "c"],
    ["c", "A", "a"],
    ["outside", "0", "b"],
  ];
  const along = trail(claims);
  expect(["a", "b", "c", "outside"].map((id) => originIn(id, along))).toEqual(["A", "A", "A", "A"]);
});

test("in a loop of sources the answer does not depend on where one enters", () => {
  const along = trail(
    [],
    [
      ["B", "C"],
      ["C", "A"],
      ["A", "B"],
      ["D", "C"],
    ],
  );
  expect(["A", "B", "C", "D"].map((id) => rootSource(sourceId(id), along))).toEqual(["A", "A", "A", "A"]);
});

test("a chain of a hundred thousand sources has its root at once", () => {
  const derived = Array.from({ length: 100_000 }, (_, at) => [`s${at}`, `s${at + 1}`] as const);
  expect(rootSource(sourceId("s0"), trail([], derived))).toBe("s100000");
});

test("a claim that relays another has the origin of the other, whatever relays whom", () => {
  const graph = fc.array(fc.tuple(fc.constantFrom("A", "B", "C"), fc.option(fc.nat(5))), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(graph, (drafts) => {
      const claims = drafts.map(
        ([source, relays], at): Line => [`c${at}`, source, relays === null || relays >= drafts.length ? null : `c${relays}`],
      );
      const along = trail(claims);
      for (const [id, , relays] of claims) if (relays !== null) expect(originIn(id, along)).toBe(originIn(relays, along));
    }),
    { seed: 2024, numRuns: 500 },
  );
});
