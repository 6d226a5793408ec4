import * as fc from "fast-check";
import { expect, test } from "vitest";
import { type Standing, standingOf } from "../../src/claims/standing.ts";
import type { Conditions } from "../../src/graph/conditions.ts";
import { graphOf } from "../query/graph-of.ts";
import { filterOf, type LooseConditions, walked } from "./filter-of.ts";

const ofEachStanding = "a>b:c(s1,s2) a>b:s(s1) a>b:a(s1?) a>b:x(s1,s2!) a>b:d(s2!)";

test.each<[Standing | null, string]>([
  ["corroborated", "c"],
  ["stated", "c s"],
  ["alleged", "a c s"],
  ["contested", "a c s x"],
  ["denied", "a c d s x"],
  [null, "a c s x"],
])("R16: at least %s walks %s", (standing, links) => {
  expect(walked(ofEachStanding, { standing })).toBe(links);
  expect(walked(ofEachStanding, { standing, includeDenied: true })).toBe(standing === null ? "a c d s x" : links);
});

test("R2: standing is computed anew from the claims that remain, weaker or stronger", () => {
  const stated = { standing: "stated", notSources: ["s2"] } as const;
  expect(walked("a>b:c(s1,s2)", { standing: "corroborated", notSources: ["s2"] })).toBe("");
  expect(walked("a>b:c(s1,s2)", stated)).toBe("c");
  expect(walked("a>b:x(s1,s2!)", stated)).toBe("x");
  expect(walked("a>b:s(s2)", { ...stated, standing: "denied" })).toBe("");
  expect(walked("a>b:d(s1!,s2)", { notSources: ["s2"] })).toBe("");
  expect(walked("a>b:d(s1!,s2)", { notSources: ["s2"], includeDenied: true })).toBe("d");
});

test("R2: all conditions must hold of the same claim", () => {
  const asked = { quoted: true, during: "2019/..", undated: "out" } as const;
  expect(walked(`a>b:both(s1"[2020]) a>b:half(s1",s2[2020])`, asked)).toBe("both");
});

test("R2: sources that repeat one another are one origin, whichever is left out", () => {
  expect(walked("a>b(s1,s2=s1)", { standing: "corroborated" })).toBe("");
  expect(walked("a>b(s1,s2=s1,s3)", { standing: "corroborated" })).toBe("r");
  expect(walked("a>b(s1,s2=s1,s3)", { standing: "corroborated", notSources: ["s1"] })).toBe("r");
  expect(walked("a>b(s1,s2=s1,s3)", { standing: "corroborated", notSources: ["s1", "s2"] })).toBe("");
});

test("R17: direction lets a slot through from one end only, a symmetric one from both", () => {
  const ways = (drawing: string, direction: Conditions["direction"]) => {
    const { graph } = graphOf(drawing);
    const filter = filterOf(graph, { direction });
    return [...graph.snapshot.slotWay].map((way) => [filter.walks(filter.leaving, way), filter.walks(filter.arriving, way)]);
  };
  expect(ways("a>b", "any").flat()).toEqual([true, true, true, true]);
  expect(ways("a>b", "forward").flat()).toEqual([true, false, false, true]);
  expect(ways("a>b", "backward").flat()).toEqual([false, true, true, false]);
  expect(ways("a-b", "forward").flat()).toEqual([true, true, true, true]);
});

test("R19: a relation or source that the case lacks matches nothing", () => {
  expect(walked("a>b", { relations: ["__proto__"] })).toBe("");
  expect(walked("a>b", { sources: ["__proto__"] })).toBe("");
  expect(walked("a>b", { notSources: ["constructor"] })).toBe("r");
});

test("R25, R18: so many origins of what the standing rests on; denials never count", () => {
  const drawing = "a>b:one(s1,s2=s1) a>b:two(s1,s2) a>b:told(s1?,s2?) a>b:mixed(s1,s2?) a>b:denied(s1!,s2!)";
  expect(walked(drawing, { origins: 1, includeDenied: true })).toBe("mixed one told two");
  expect(walked(drawing, { origins: 2 })).toBe("told two");
  expect(walked(drawing, { origins: 2, notSources: ["s2"] })).toBe("");
  expect(walked(drawing, { origins: 3 })).toBe("");
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

test.each<[LooseConditions, boolean]>([
  [{ standing: "stated", direction: "forward", includeDenied: true }, false],
  [{ certain: true, undated: "out" }, false],
  [{ relations: ["s"] }, true],
  [{ notFamilies: ["other"] }, true],
  [{ notSources: ["s1"] }, true],
  [{ reliability: "F" }, true],
  [{ quoted: true }, true],
  [{ at: "2014" }, true],
  [{ origins: 1 }, true],
])("only what the low bits of a slot leave open is judged: %o, %s", (asked, judging) => {
  expect(filterOf(graphOf(ofEachStanding).graph, asked).judging).toBe(judging);
});

test("R2: counting twice, or in any order, counts the same", () => {
  const { graph } = graphOf("a>b(s1,s2=s1,s1?,s3!) a>c(s2=s1) b>c(s1,s3)");
  const filter = filterOf(graph, {});
  const expected = [
    [0, "contested", 1],
    [1, "stated", 1],
    [2, "corroborated", 2],
  ];
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 2 }), { maxLength: 12 }), (order) => {
      const counts = order.map((link) => [link, standingOf(filter.countsOf(link)), filter.countsOf(link).ownVoiceOrigins]);
      expect(counts).toEqual(order.map((link) => expected[link]));
    }),
    { seed: 5, numRuns: 200 },
  );
});

test("R29: a link weighs as its lightest claim that remains among those that assert or allege", () => {
  const weight = (drawing: string, asked: LooseConditions = {}) => filterOf(graphOf(drawing).graph, asked).weightOf(0);
  expect(weight("a>b(s1*2.5,s2*4)")).toBe(2.5);
  expect(weight("a>b(s1*2.5,s2*4)", { notSources: ["s1"] })).toBe(4);
  expect(weight("a>b(s1*2,s2!*0.5)")).toBe(2);
  expect(weight("a>b(s1!*3,s2!*0.1)", { includeDenied: true })).toBe(0.1);
  expect(weight("a>b(s1*3,s2*0,s3*-1)")).toBe(1);
  expect(weight("a>b(s1*3,s2)", { notSources: ["s1", "s2"] })).toBe(Infinity);
});

test("R37, R38: the sources on whose claims alone a link qualifies, in order of id", () => {
  const sourcesOf = (drawing: string, asked: LooseConditions = {}) => {
    const { graph } = graphOf(drawing);
    return filterOf(graph, asked)
      .sourcesOf(0)
      .map((source) => graph.names.sources[source])
      .join(" ");
  };
  expect(sourcesOf("a>b(s3,s1?,s2!,s1)")).toBe("s1 s3");
  expect(sourcesOf("a>b(s3,s1?,s2!,s1)", { includeDenied: true })).toBe("s1 s2 s3");
  expect(sourcesOf("a>b(s1,s2)", { standing: "corroborated" })).toBe("");
  expect(sourcesOf("a>b(s1,s1=s0)", { standing: "corroborated", origins: 2 })).toBe("s1");
  expect(sourcesOf("a>b(s3,s1)", { notSources: ["s3"] })).toBe("s1");
  expect(sourcesOf("a>b(s3)", { relations: ["q"] })).toBe("");
});

test("R37: the same question asked of one source alone, never of one that it takes away", () => {
  const { graph } = graphOf("a>b(s1,s2!) a>c(s2) a>d(s1?,s3)");
  const admitted = (asked: LooseConditions, source: number) => {
    const only = filterOf(graph, asked).onlySource(source);
    return [0, 1, 2].map((link) => only.admits(link));
  };
  expect(admitted({}, 0)).toEqual([true, false, true]);
  expect(admitted({ includeDenied: true }, 1)).toEqual([true, true, false]);
  expect(admitted({ standing: "stated" }, 0)).toEqual([true, false, false]);
  expect(admitted({ notSources: ["s1"] }, 0)).toEqual([false, false, false]);
  expect(admitted({ sources: ["s2"] }, 0)).toEqual([false, false, false]);
  expect(admitted({ sources: ["s2", "s1"] }, 1)).toEqual([false, true, false]);
});
