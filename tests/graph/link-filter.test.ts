import * as fc from "fast-check";
import { expect, test } from "vitest";
import { type Standing, standingOf } from "../../src/claims/standing.ts";
import type { NamedSnapshot } from "../../src/graph/build-snapshot.ts";
import { type Conditions, noConditions } from "../../src/graph/conditions.ts";
import { LinkFilter } from "../../src/graph/link-filter.ts";
import { KIND_MASK } from "../../src/graph/snapshot.ts";
import { graphOf } from "../query/graph-of.ts";

/** Ids as plain text. */
type Loose = { readonly [K in keyof Conditions]?: Conditions[K] extends readonly string[] ? readonly string[] : Conditions[K] };

function filterOf(graph: NamedSnapshot, asked: Loose): LinkFilter {
  return new LinkFilter(graph, { ...noConditions, ...asked } as Conditions);
}

/** Ids of the links that the filter walks from the node that every link of the drawing starts at. */
function walked(drawing: string, asked: Loose): string[] {
  const { graph } = graphOf(drawing);
  const filter = filterOf(graph, asked);
  const ids = new Set<string>();
  for (const way of graph.snapshot.slotWay) if (filter.walks(filter.leaving, way)) ids.add(graph.names.links[way >>> 5]!);
  return [...ids].sort();
}

const ofEachStanding = "a>b:c(s1,s2) a>b:s(s1) a>b:a(s1?) a>b:x(s1,s2!) a>b:d(s2!)";

test.each<[Standing | null, string]>([
  ["corroborated", "c"],
  ["stated", "c s"],
  ["alleged", "a c s"],
  ["contested", "a c s x"],
  ["denied", "a c d s x"],
  [null, "a c s x"],
])("R16: at least %s walks %s", (standing, letters) => {
  const links = letters.split(" ").map((letter) => `a>${letter}>b`);
  expect(walked(ofEachStanding, { standing })).toEqual(links);
  expect(walked(ofEachStanding, { standing, includeDenied: true })).toEqual(
    standing === null ? ["a", "c", "d", "s", "x"].map((letter) => `a>${letter}>b`) : links,
  );
});

test("R2: standing is computed anew from the claims that remain, weaker or stronger", () => {
  const stated = { standing: "stated", notSources: ["s2"] } as const;
  expect(walked("a>b:c(s1,s2)", { standing: "corroborated", notSources: ["s2"] })).toEqual([]);
  expect(walked("a>b:c(s1,s2)", stated)).toEqual(["a>c>b"]);
  expect(walked("a>b:x(s1,s2!)", stated)).toEqual(["a>x>b"]);
  expect(walked("a>b:s(s2)", { ...stated, standing: "denied" })).toEqual([]);
  expect(walked("a>b:d(s1!,s2)", { notSources: ["s2"] })).toEqual([]);
  expect(walked("a>b:d(s1!,s2)", { notSources: ["s2"], includeDenied: true })).toEqual(["a>d>b"]);
});

test("R2: sources that repeat one another are one origin, whichever is left out", () => {
  expect(walked("a>b(s1,s2=s1)", { standing: "corroborated" })).toEqual([]);
  expect(walked("a>b(s1,s2=s1,s3)", { standing: "corroborated" })).toEqual(["a>r>b"]);
  expect(walked("a>b(s1,s2=s1,s3)", { standing: "corroborated", notSources: ["s1"] })).toEqual(["a>r>b"]);
  expect(walked("a>b(s1,s2=s1,s3)", { standing: "corroborated", notSources: ["s1", "s2"] })).toEqual([]);
});

test("R17: direction lets a slot through from one end only, a symmetric one from both", () => {
  const ways = (drawing: string, direction: Conditions["direction"]) => {
    const { graph } = graphOf(drawing);
    const filter = filterOf(graph, { direction });
    return [...graph.snapshot.slotWay].map((way) => [filter.walks(filter.leaving, way), filter.walks(filter.arriving, way)]);
  };
  expect(ways("a>b", "any")).toEqual([
    [true, true],
    [true, true],
  ]);
  expect(ways("a>b", "forward")).toEqual([
    [true, false],
    [false, true],
  ]);
  expect(ways("a>b", "backward")).toEqual([
    [false, true],
    [true, false],
  ]);
  expect(ways("a-b", "forward").flat().every(Boolean)).toBe(true);
});

test("R19: a relation or source that the case lacks matches nothing", () => {
  expect(walked("a>b", { relations: ["__proto__"] })).toEqual([]);
  expect(walked("a>b", { notSources: ["constructor"] })).toEqual(["a>r>b"]);
});

test("R5: a filter judges alike however often it is asked and whatever others were compiled before", () => {
  const { graph } = graphOf("a>b(s1) a>c(s2) b>c(s1,s2!)");
  const first = filterOf(graph, { notSources: ["s1"] });
  const expected = [0, 1, 2].map((link) => first.admits(link));
  expect(expected).toEqual([false, true, false]);
  for (let round = 0; round < 300; round++) {
    const other = filterOf(graph, { notSources: [round % 2 === 0 ? "s2" : "s1"], standing: "stated" });
    expect([0, 1, 2].map((link) => other.admits(link))).toEqual(round % 2 === 0 ? [true, false, true] : [false, true, false]);
    expect([0, 1, 2].map((link) => first.admits(link))).toEqual(expected);
  }
});

test("the low bits of a slot hold its standing: without sources left out, no link is looked at", () => {
  const { graph } = graphOf(ofEachStanding);
  expect(filterOf(graph, { standing: "stated", direction: "forward" }).judging).toBe(false);
  expect(filterOf(graph, { notSources: ["s1"] }).judging).toBe(true);
});

test("R2: counting twice, or in any order, counts the same", () => {
  const { graph } = graphOf("a>b(s1,s2=s1,s1?,s3!) a>c(s2=s1) b>c(s1,s3)");
  const filter = filterOf(graph, {});
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 2 }), { maxLength: 12 }), (order) => {
      const counts = order.map((link) => [link, standingOf(filter.countsOf(link)), filter.countsOf(link).ownVoiceOrigins]);
      const expected = [
        [0, "contested", 1],
        [1, "stated", 1],
        [2, "corroborated", 2],
      ];
      expect(counts).toEqual(order.map((link) => expected[link]));
    }),
    { seed: 5, numRuns: 200 },
  );
  expect(graph.snapshot.slotWay[0]! & KIND_MASK).toBeGreaterThan(0);
});
