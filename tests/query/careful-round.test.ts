import { expect, test } from "vitest";
import { graphOf, walks } from "./graph-of.ts";

test("R7: shortest legs that share an entity make no path; the shortest path that repeats none is longer", () => {
  // a-m-v and v-m-z are the shortest legs; both pass m.
  const { path } = graphOf("a>m m>v m>z v>x x>y y>z");
  expect(walks(path("a", "z"))).toEqual(["a m z"]);
  expect(walks(path("a", "z", { via: ["v"] }))).toEqual(["a m v x y z"]);
});

test("R7: an entity on a dead end cannot be passed, and the search knows", () => {
  const { path } = graphOf("a>m m>z m>v v>w");
  expect(path("a", "z", { via: ["v"] })).toMatchObject({ count: 0, complete: true, stop: "exhausted" });
  expect(path("a", "z", { via: ["v"], maxHops: 2 })).toMatchObject({ count: 0, stop: "exhausted" });
});

test("R7, R10: a dead end in a large graph is known without walking its paths", () => {
  const size = 14;
  const words: string[] = [];
  for (let x = 0; x < size; x++)
    for (let y = 0; y < size; y++) words.push(`n${x}_${y}>n${x + 1}_${y}`, `n${x}_${y}>n${x}_${y + 1}`);
  const { path } = graphOf([...words, "n7_7>dead", "dead>end"].join(" "));
  const answer = path("n0_0", `n${size}_${size - 1}`, { via: ["end"] });
  expect(answer).toMatchObject({ count: 0, complete: true, stop: "exhausted" });
  expect(answer.visited.links).toBeLessThan(2 ** 22);
});

test("R7: several are passed in whichever order is shortest", () => {
  const { path } = graphOf("a>q q>p p>z a>p2 p2>z");
  expect(walks(path("a", "z", { via: ["p", "q"] }))).toEqual(["a q p z"]);
  expect(walks(path("a", "z", { via: ["q", "p"] }))).toEqual(["a q p z"]);
});

test("R7, R11: all ties, in the order of their ids, with their choices of links", () => {
  const answer = graphOf("a>v v>y v>x y>z x>z v>y:q").path("a", "z", { via: ["v"] });
  expect(walks(answer)).toEqual(["a v x z", "a v y z"]);
  expect(answer).toMatchObject({ count: 2, linkSequences: 3, complete: true });
});

test("R14: one path past the limit ends the search", () => {
  const answer = graphOf("a>v v>1 v>2 v>3 1>z 2>z 3>z").path("a", "z", { via: ["v"], limit: 2 });
  expect(answer).toMatchObject({ count: 2, linkSequences: 2, complete: false, stop: "limit" });
  expect(walks(answer)).toEqual(["a v 1 z", "a v 2 z"]);
});

test("R4: a bound on hops that a detour breaks says that more hops might do", () => {
  const { path } = graphOf("a>z a>v v>w w>z");
  expect(path("a", "z", { via: ["v"], maxHops: 2 })).toMatchObject({ count: 0, stop: "max-hops" });
  expect(path("a", "z", { via: ["v"], maxHops: 3 })).toMatchObject({ count: 1, stop: "exhausted" });
});

test("R12, R20: ends may be named among those to pass, and members of a side may lie inside", () => {
  const { path } = graphOf("a>v v>b b>t");
  expect(walks(path("a", "t", { via: ["a", "t"] }))).toEqual(["a v b t"]);
  expect(walks(path("a b", "t", { via: ["v"] }))).toEqual(["a v b t"]);
  expect(walks(path("a b", "t", { via: ["a"] }))).toEqual(["a v b t"]);
});

test("R17: legs keep their direction", () => {
  const { path } = graphOf("a>v z>v v>w w>z");
  expect(walks(path("a", "z", { via: ["v"] }))).toEqual(["a v z"]);
  expect(walks(path("a", "z", { via: ["v"], direction: "forward" }))).toEqual(["a v w z"]);
});

test("R13: more than twelve entities to pass are refused", () => {
  const names = Array.from({ length: 13 }, (_, at) => `v${at}`);
  const { path } = graphOf(`a>z ${names.join(" ")}`);
  expect(() => path("a", "z", { via: names })).toThrow("path: wanted at most 12 entities to pass, got 13");
});

test("R4: a search for must-pass paths stops with its budget and says so", () => {
  // Two sides, each passable alone, that no single path can pass both: every path must be tried.
  const words = ["l", "r"].flatMap((side) => [
    ...between(["a"], row(side, 0)),
    ...Array.from({ length: 11 }, (_, layer) => between(row(side, layer), row(side, layer + 1))).flat(),
    ...between(row(side, 11), ["z"]),
  ]);
  let looks = 0;
  const answer = graphOf(words.join(" ")).path("a", "z", { via: ["l5_0", "r5_0"], budgetMs: 100 }, { clock: () => looks++ });
  expect(answer).toMatchObject({ count: 0, complete: false, stop: "budget", why: null });
});

function row(side: string, layer: number): string[] {
  return [0, 1, 2, 3].map((at) => `${side}${layer}_${at}`);
}

function between(left: readonly string[], right: readonly string[]): string[] {
  return left.flatMap((from) => right.map((to) => `${from}>${to}`));
}

test("R7: in the order given, a shorter path in another order will not do", () => {
  const { path } = graphOf("a>q q>p p>z a>p q>w w>z");
  expect(walks(path("a", "z", { via: ["q", "p"], viaOrdered: true }))).toEqual(["a q p z"]);
  expect(walks(path("a", "z", { via: ["p", "q"], viaOrdered: true }))).toEqual(["a p q w z"]);
});

test("R7, R20: an end that is named out of its turn leaves no path", () => {
  const { path } = graphOf("a>v v>z");
  expect(walks(path("a", "z", { via: ["a", "v", "z"], viaOrdered: true }))).toEqual(["a v z"]);
  expect(path("a", "z", { via: ["v", "a"], viaOrdered: true })).toMatchObject({ count: 0, stop: "exhausted" });
  expect(path("a", "z", { via: ["z", "v"], viaOrdered: true, maxHops: 5 })).toMatchObject({ count: 0, stop: "exhausted" });
});

test("R7, R12: a member of a side may be passed on the way, in its turn", () => {
  const { path } = graphOf("b>v v>a a>z b>a");
  expect(walks(path("a b", "z", { via: ["v", "a"], viaOrdered: true }))).toEqual(["b v a z"]);
});

test("R7, R42: must-pass entities bind simple and k-shortest paths as well", () => {
  const { path } = graphOf("a>v v>z a>z v>w w>z");
  expect(walks(path("a", "z", { kind: "simple", via: ["v"] }))).toEqual(["a v z", "a v w z"]);
  expect(walks(path("a", "z", { kind: "k-shortest", k: 1, via: ["w"] }))).toEqual(["a v w z"]);
});
