import { expect, test } from "vitest";
import { graphOf, walks } from "./graph-of.ts";

const lightest = { kind: "k-shortest", by: "weight" } as const;

test("R30: paths come by weight, a heavier one of fewer hops after a lighter one of more", () => {
  const { path } = graphOf("a>z(s*5) a>b(s*1) b>z(s*1) a>c(s*1) c>d(s*1) d>z(s*1)");
  const answer = path("a", "z", { ...lightest, k: 3 });
  expect(walks(answer)).toEqual(["a b z", "a c d z", "a z"]);
  expect(answer.paths.map(({ weight }) => weight)).toEqual([2, 3, 5]);
});

test("R11: paths that weigh the same come by hops, then by id", () => {
  const { path } = graphOf("a>c(s*1) c>z(s*1) a>b(s*1) b>z(s*1) a>z(s*2)");
  expect(walks(path("a", "z", { ...lightest, k: 2 }))).toEqual(["a z", "a b z"]);
});

test("R30: paths hundreds of times as heavy as the lightest are found, too, and with fewer than k paths, all", () => {
  const { path } = graphOf("a>z(s*0.5) a>b(s*400) b>z(s*1) b>c(s*1) c>z(s*1000)");
  const answer = path("a", "z", { ...lightest, k: 9 });
  expect(walks(answer)).toEqual(["a z", "a b z", "a b c z"]);
  expect(answer).toMatchObject({ stop: "exhausted", complete: true, count: 3 });
});

test("R29: a hop weighs as its lightest link that qualifies", () => {
  const { path } = graphOf("a>b:r(s*9) a>b:q(s*1) b>z:r(s*1) a>z:r(s*3)");
  expect(walks(path("a", "z", { ...lightest, k: 1 }))).toEqual(["a b z"]);
  expect(walks(path("a", "z", { ...lightest, k: 2, relations: ["r"] }))).toEqual(["a z", "a b z"]);
});

test("R12: with several ends, a path may pass one of them", () => {
  const { path } = graphOf("a>y(s*1) y>z(s*1)");
  expect(walks(path("a", "y z", { ...lightest, k: 3 }))).toEqual(["a y", "a y z"]);
});

test("R40: one path past the limit is the end", () => {
  const { path } = graphOf("a>z(s*1) a>b(s*1) b>z(s*1)");
  expect(path("a", "z", { ...lightest, k: 2, limit: 1 })).toMatchObject({ stop: "limit", complete: false, count: 1 });
});

test("R10: what is far off is not looked at", () => {
  const far = Array.from({ length: 500 }, (_, at) => `z${at}>z${at + 1}(s*1)`);
  const { visited } = graphOf(["a>b(s*1)", "b>c(s*1)", "a>c(s*2)", "c>z0(s*50)", ...far].join(" ")).path("a", "c", {
    ...lightest,
    k: 2,
  });
  expect(visited.links).toBeLessThan(60);
});
