import { expect, test } from "vitest";
import { graphOf, walks } from "./graph-of.ts";

test("R31: simple paths are all up to the bound, by hops and then by id", () => {
  const { path } = graphOf("a>z a>m m>z a>n n>m n>z");
  expect(walks(path("a", "z", { kind: "simple", maxHops: 3 }))).toEqual(["a z", "a m z", "a n z", "a m n z", "a n m z"]);
  expect(walks(path("a", "z", { kind: "simple", maxHops: 2 }))).toEqual(["a z", "a m z", "a n z"]);
  expect(path("a", "z", { kind: "simple", maxHops: 2 })).toMatchObject({ stop: "exhausted", complete: true });
});

test("R30: k-shortest by hops gives all ties of the last hop count, and all paths when there are fewer", () => {
  const { path } = graphOf("a>z a>m m>z a>n n>z n>m a>q q>r r>s s>z");
  const asked = (k: number) => walks(path("a", "z", { kind: "k-shortest", k }));
  expect(asked(1)).toEqual(["a z"]);
  expect(asked(2)).toEqual(["a z", "a m z", "a n z"]);
  expect(asked(4)).toEqual(["a z", "a m z", "a n z", "a m n z", "a n m z"]);
  expect(asked(99)).toEqual([...asked(4), "a q r s z"]);
});

test("R30: paths are loopless: a walk that turns back is none", () => {
  const { path } = graphOf("a>b b>c b>d d>e");
  expect(walks(path("a", "c", { kind: "k-shortest", k: 9 }))).toEqual(["a b c"]);
  expect(path("a", "c", { kind: "k-shortest", k: 9 })).toMatchObject({ count: 1, stop: "exhausted" });
});

test("R12: an end may lie inside a path to another end", () => {
  const { path } = graphOf("a>y y>z");
  expect(walks(path("a", "y z", { kind: "simple" }))).toEqual(["a y", "a y z"]);
  expect(walks(path("a y", "z", { kind: "simple" }))).toEqual(["y z", "a y z"]);
});

test("R40: an enumeration stops one path past the limit and counts the paths given", () => {
  const { path } = graphOf("a>1 a>2 a>3 1>z 2>z 3>z 3>z:q");
  expect(path("a", "z", { kind: "simple", limit: 2 })).toMatchObject({
    count: 2,
    linkSequences: 2,
    stop: "limit",
    complete: false,
  });
  expect(path("a", "z", { kind: "simple", limit: 3 })).toMatchObject({ count: 3, linkSequences: 4, stop: "exhausted" });
});

test("R10, R30: two paths in a large graph that hangs together by them alone are known to be all", () => {
  // Two meshes, joined by a bridge of two ways; walks about in either mesh come to nothing.
  const size = 12;
  const words: string[] = [];
  for (const side of ["l", "r"])
    for (let x = 0; x < size; x++)
      for (let y = 0; y < size; y++) words.push(`${side}${x}_${y}>${side}${x + 1}_${y}`, `${side}${x}_${y}>${side}${x}_${y + 1}`);
  const { path } = graphOf([...words, "l5_5>m1", "l5_5>m2", "m1>r5_5", "m2>r5_5"].join(" "));
  const answer = path("l5_5", "r5_5", { kind: "k-shortest", k: 5 });
  expect(walks(answer)).toEqual(["l5_5 m1 r5_5", "l5_5 m2 r5_5"]);
  expect(answer).toMatchObject({ stop: "exhausted", complete: true });
  expect(answer.visited.links).toBeLessThan(20 * words.length);
});

test("R41: what the budget leaves of an enumeration is the beginning of the whole answer", () => {
  const words = Array.from({ length: 9 }, (_, at) => `n${at}`).flatMap((node, at, all) =>
    all.slice(at + 1).map((other) => `${node}>${other}`),
  );
  const { path } = graphOf(words.join(" "));
  const whole = walks(path("n0", "n8", { kind: "simple", limit: 100_000 }));
  let looks = 0;
  const cut = path("n0", "n8", { kind: "simple", limit: 100_000, budgetMs: 20 }, { clock: () => looks++ });
  expect(cut).toMatchObject({ stop: "budget", complete: false });
  expect(cut.count).toBeGreaterThan(100);
  expect(cut.count).toBeLessThan(whole.length);
  expect(walks(cut)).toEqual(whole.slice(0, cut.count));
});

test("R41: a cancelled enumeration gives what it has", () => {
  const words = Array.from({ length: 9 }, (_, at) => `n${at}`).flatMap((node, at, all) =>
    all.slice(at + 1).map((other) => `${node}>${other}`),
  );
  let polls = 0;
  const budget = { clock: () => 0, cancelled: () => ++polls > 8 };
  const answer = graphOf(words.join(" ")).path("n0", "n8", { kind: "simple", limit: 100_000 }, budget);
  expect(answer).toMatchObject({ stop: "cancelled", complete: false });
  expect(answer.count).toBeGreaterThan(0);
});
