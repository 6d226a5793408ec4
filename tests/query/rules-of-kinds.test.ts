import { expect, test } from "vitest";
import { pathKinds } from "../../src/query/question.ts";
import { rulesOn } from "./rules-on.ts";

/** Paths from a to z of 1, 2, 2 and 3 hops; the longer, the lighter and the stronger. */
const ladder = "a>z(s1?*9) a>b(s1*2) b>z(s2*2) a>c(s1*2.5) c>z(s1*1.5) a>d(s1,s2) d>e(s1,s2) e>z(s1,s2,s3*0.5)";

test("R28, R31: the fewest hops, and every path; maxHops bounds them", () => {
  const { paths } = rulesOn(ladder);
  expect(paths("a", "z")).toEqual(["a z"]);
  expect(paths("b d", "z")).toEqual(["b z"]);
  expect(paths("a", "z", { kind: "simple" })).toEqual(["a z", "a b z", "a c z", "a d e z"]);
  expect(paths("a", "z", { kind: "simple", maxHops: 2 })).toEqual(["a z", "a b z", "a c z"]);
  expect(paths("a", "z", { kind: "simple", via: ["d"], maxHops: 2 })).toEqual([]);
});

test("R29: a link weighs as its lightest claim that says it, a hop as its lightest link, a weight that is none as 1", () => {
  const weight = (drawing: string, more = {}) => rulesOn(drawing).told("a", "b", { kind: "cheapest", ...more })[0]?.weight;
  expect(weight("a>b(s1*3,s2*2)")).toBe(2);
  expect(weight("a>b(s1*3,s2*2)", { notSources: ["s2"] })).toBe(3);
  expect(weight("a>b(s1*3,s2!*2)")).toBe(3);
  expect(weight("a>b(s1!*3,s2!*2)", { includeDenied: true })).toBe(2);
  expect(weight("a>b(s1*3) a>b:q(s1*2.5)")).toBe(2.5);
  expect(["a>b", "a>b(s1*0)", "a>b(s1*-4)"].map((drawing) => weight(drawing))).toEqual([1, 1, 1]);
  expect(weight("a>c(s1*0.1) c>b(s1*0.2)")).toBe(0.3);
});

test("R30: k-shortest by hops completes its ties, by weight it does not", () => {
  const { paths, told } = rulesOn(ladder);
  expect(paths("a", "z", { kind: "k-shortest", k: 1 })).toEqual(["a z"]);
  expect(paths("a", "z", { kind: "k-shortest", k: 2 })).toEqual(["a z", "a b z", "a c z"]);
  expect(paths("a", "z", { kind: "k-shortest", k: 9 })).toHaveLength(4);
  expect(paths("a", "z", { kind: "k-shortest", by: "weight", k: 2 })).toEqual(["a d e z", "a b z"]);
  expect(told("a", "z", { kind: "k-shortest", by: "weight", k: 9 }).map(({ weight }) => weight)).toEqual([2.5, 4, 4, 9]);
});

test("R32: all paths of the least weight, by hops, then by id", () => {
  const { paths } = rulesOn("a>z(s*4) a>c(s*2) c>z(s*2) a>b(s*2) b>z(s*2) a>d(s*3) d>z(s*2)");
  expect(paths("a", "z", { kind: "cheapest" })).toEqual(["a z", "a b z", "a c z"]);
  expect(paths("a", "z", { kind: "cheapest", via: ["d"] })).toEqual(["a d z"]);
});

test("R33: the weakest hop as strong as possible, then the fewest hops", () => {
  const { paths } = rulesOn(ladder);
  expect(paths("a", "z", { kind: "strongest" })).toEqual(["a d e z"]);
  expect(paths("a", "z", { kind: "strongest", notSources: ["s2"] })).toEqual(["a c z"]);
  expect(paths("a", "z", { kind: "strongest", maxHops: 2 })).toEqual(["a b z", "a c z"]);
});

test("R34: as many paths as can be apart, in as few hops as so many need, though the shortest must be left out for it", () => {
  const apart = (drawing: string, ends: readonly [string, string], more = {}) =>
    rulesOn(drawing).packing(...ends, { kind: "disjoint", ...more });
  expect(apart("a>b b>z a>d d>b b>e e>z", ["a", "z"])).toEqual({ paths: 1, hops: 2 });
  expect(apart("a>m m>n n>z a>d d>e e>n m>f f>g g>z", ["a", "z"])).toEqual({ paths: 2, hops: 8 });
  expect(apart("a>m m>n n>z a>d d>e e>n m>f f>g g>z", ["a", "z"], { limit: 1 })).toEqual({ paths: 1, hops: 3 });
});

test("R34: paths may begin at one end or end at one; none passes where another begins", () => {
  const apart = (drawing: string, ends: readonly [string, string], more = {}) =>
    rulesOn(drawing).packing(...ends, { kind: "disjoint", ...more });
  expect(apart("a>z b>z a>y b>y", ["a b", "y z"])).toEqual({ paths: 4, hops: 4 });
  expect(apart("a>b b>z a>z", ["a b", "z"])).toEqual({ paths: 2, hops: 2 });
  expect(apart("a>b b>z", ["a b", "z"])).toEqual({ paths: 1, hops: 1 });
});

test("R34: apart by links, an entity may be passed twice, but no two entities joined twice by whatever links", () => {
  const links = { kind: "disjoint", apart: "links" } as const;
  const drawing = "a>m m>z a>b b>m m>c c>z";
  expect(rulesOn(drawing).packing("a", "z", { kind: "disjoint" })).toEqual({ paths: 1, hops: 2 });
  expect(rulesOn(drawing).packing("a", "z", links)).toEqual({ paths: 2, hops: 6 });
  expect(rulesOn("a>m m>z:q m>z:r a>b b>m").packing("a", "z", links)).toEqual({ paths: 1, hops: 2 });
});

test("R37: one source carries every hop, and the path is shown on the one that serves its kind best", () => {
  const { paths, told } = rulesOn("a>b(s1?*1,s2*5,s3*5) b>z(s1?*1,s2*5,s3*5) a>z(s4?,s5!)");
  expect(paths("a", "z", { sourcesAlong: "same" })).toEqual(["a z"]);
  const long = { sourcesAlong: "same", notSources: ["s4"] } as const;
  const [path] = told("a", "z", long);
  expect([path?.source, path?.standing, path?.steps[0]?.[0]?.claims]).toEqual(["s2", "stated", ["a>r>b#1"]]);
  expect(told("a", "z", { ...long, kind: "cheapest" }).map(({ source, weight }) => [source, weight])).toEqual([["s1", 2]]);
  expect(told("a", "z", { ...long, kind: "strongest" }).map(({ source }) => source)).toEqual(["s2"]);
  expect(rulesOn("a>b(s1) b>z(s2)").paths("a", "z", { sourcesAlong: "same" })).toEqual([]);
});

test("R37: on the claims of one source a denial of another counts for nothing", () => {
  const { told } = rulesOn("a>b(s1,s2!) b>z(s1)");
  expect(told("a", "z", { sourcesAlong: "same", standing: "stated" }).map(({ source, standing }) => [source, standing])).toEqual([
    ["s1", "stated"],
  ]);
});

test("R38: each hop can be given a source of its own, whatever it takes to share them out", () => {
  const different = { sourcesAlong: "different" } as const;
  expect(rulesOn("a>b(s1,s2) b>c(s2,s3) c>z(s2)").paths("a", "z", different)).toEqual(["a b c z"]);
  expect(rulesOn("a>b(s1,s2) b>c(s1,s2) c>z(s1,s2)").paths("a", "z", different)).toEqual([]);
  expect(rulesOn("a>b(s1) b>z:q(s1) b>z:r(s2) a>c(s1) c>z(s1)").paths("a", "z", different)).toEqual(["a b z"]);
  expect(rulesOn("a>b(s1) b>z(s1,s2!)").paths("a", "z", different)).toEqual([]);
});

test.each(pathKinds)("R40, R4: %s gives limit paths, and says that there are more, and only then", (kind) => {
  const { told } = rulesOn("a>b b>z a>c c>z a>d d>z a>e e>z");
  for (const limit of [1, 3, 4, 5]) {
    expect(told("a", "z", { kind, limit })).toHaveLength(Math.min(limit, 4));
    expect(told("a", "z", { kind, limit, via: ["b"] })).toHaveLength(1);
  }
});

test.each(pathKinds)("R42: %s heeds must-pass entities, time order, sources along the path, types and hubs together", (kind) => {
  const drawing = "x/place a>z(s1) a>b(s1[2014]) b>z(s2[2015]) a>c(s1[2015]) c>z(s2[2014]) a>x(s1[2014]) x>z(s2[2015]) b>c";
  const more = { kind, timeOrder: "forward", sourcesAlong: "different", notTypes: ["place"], maxDegree: 3 } as const;
  const { paths } = rulesOn(drawing);
  expect(paths("a", "z", { ...more, via: ["b"], maxHops: 2 })).toEqual(["a b z"]);
  expect(paths("a", "z", { ...more, via: ["c"], maxHops: 2 })).toEqual([]);
  expect(paths("a", "z", { ...more, via: ["x"], maxHops: 2 })).toEqual(["a x z"]);
});
