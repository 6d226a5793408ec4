import { expect, test } from "vitest";
import { graphOf } from "./graph-of.ts";

test("R21: entities by hops, then by id, and the links between them whichever way they point", () => {
  const answer = graphOf("c>b c>a a>b b>d d>e").around("c", { hops: 1 });
  expect(answer.entities.map(({ id }) => id)).toEqual(["c", "a", "b"]);
  expect(answer.links.map(({ id }) => id)).toEqual(["a>r>b", "c>r>a", "c>r>b"]);
  expect(answer).toMatchObject({ perHop: [1, 2], complete: true, stop: "exhausted" });
  expect(Object.keys(answer.links[0]!)).not.toContain("along");
});

test("R21: hops that reach nothing leave no zeros behind", () => {
  expect(graphOf("a>b").around("a", { hops: 9 }).perHop).toEqual([1, 1]);
  expect(graphOf("a b>c").around("a", { hops: 3 })).toMatchObject({ perHop: [1], links: [], complete: true });
  expect(graphOf("a>b").around("a", { hops: 0 })).toMatchObject({ perHop: [1], links: [] });
});

test("R21: the limit counts entities; a level that does not fit gives its first by id", () => {
  const { around } = graphOf("a>d a>c a>b b>e");
  const answer = around("a", { hops: 2, limit: 3 });
  expect(answer).toMatchObject({ perHop: [1, 2], complete: false, stop: "limit" });
  expect(answer.entities.map(({ id }) => id)).toEqual(["a", "b", "c"]);
  expect(around("a", { hops: 2, limit: 5 })).toMatchObject({ perHop: [1, 3, 1], complete: true });
  expect(around("a", { hops: 2, limit: 4 })).toMatchObject({ perHop: [1, 3], complete: false });
});

test("R6, R16, R21: links that the question does not walk lead nowhere and are not shown", () => {
  const { around } = graphOf("a>b(s1!) a>c(s1?) b>c(s1) a>d:q(s2)");
  const ids = (more: object) => around("a", more).links.map(({ id }) => id);
  expect(ids({})).toEqual(["a>q>d", "a>r>c"]);
  expect(ids({ includeDenied: true })).toEqual(["a>q>d", "a>r>b", "a>r>c", "b>r>c"]);
  expect(ids({ standing: "stated" })).toEqual(["a>q>d"]);
  expect(ids({ notSources: ["s1"] })).toEqual(["a>q>d"]);
  expect(ids({ relations: ["r"] })).toEqual(["a>r>c"]);
  expect(ids({ avoid: ["c"] })).toEqual(["a>q>d"]);
  expect(ids({ direction: "backward" })).toEqual([]);
});

test("R4, R22: time that runs out is said, and a level it cut short is left out", () => {
  const spokes = Array.from({ length: 5000 }, (_, at) => `a>n${at}`).join(" ");
  let looks = 0;
  const answer = graphOf(`${spokes} n7>x`).around("a", { hops: 2, budgetMs: 1 }, { clock: () => looks++ });
  expect(answer).toMatchObject({ perHop: [1], complete: false, stop: "budget" });
  expect(graphOf("a>b").around("a", {}, { clock: () => 0, cancelled: () => true }).stop).toBe("cancelled");
});

test("R13: an unknown or avoided centre is refused", () => {
  const { around } = graphOf("a>b");
  expect(() => around("q")).toThrow('entity: wanted one of the case, got "q"');
  expect(() => around("a", { avoid: ["a"] })).toThrow('around: wanted "a" as the centre or avoided, got both');
});
