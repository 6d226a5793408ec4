import { expect, test } from "vitest";
import { graphOf, walks } from "./graph-of.ts";

/** The shortest path, a m n z, uses both of what two paths apart need. */
const crossing = "a>m m>n n>z a>p p>n m>q q>z";

test("R34: the shortest path may have to give way so that two can be apart", () => {
  const { path } = graphOf(crossing);
  expect(walks(path("a", "z"))).toEqual(["a m n z"].concat(["a m q z", "a p n z"]));
  const answer = path("a", "z", { kind: "disjoint" });
  expect(walks(answer)).toEqual(["a m q z", "a p n z"]);
  expect(answer).toMatchObject({ count: 2, linkSequences: 2, stop: "exhausted" });
});

test("R34: of as many paths those with the fewest hops in all", () => {
  const { path } = graphOf("a>m m>z a>n n>z a>o o>p p>z m>n a>x x>y y>w w>z y>o");
  expect(walks(path("a", "z", { kind: "disjoint", limit: 2 }))).toEqual(["a m z", "a n z"]);
  expect(walks(path("a", "z", { kind: "disjoint" }))).toEqual(["a m z", "a n z", "a o p z", "a x y w z"]);
});

test("R34: entities that are shared keep paths apart, links that are not do not", () => {
  const { path } = graphOf("a>m b>m m>y m>z a>x x>m");
  expect(path("a", "z", { kind: "disjoint" }).count).toBe(1);
  expect(walks(path("a b", "y z", { kind: "disjoint", apart: "links" }))).toEqual(["a m y", "b m z"]);
  expect(path("a b", "y z", { kind: "disjoint" }).count).toBe(1);
});

test("R34: with links apart two paths never join the same two entities, whichever way they walk", () => {
  // Parallel links are one hop; and m-n would be walked both ways.
  const { path } = graphOf("a>m a>m:q m-n n>z m>z a>n");
  expect(walks(path("a", "z", { kind: "disjoint", apart: "links" }))).toEqual(["a m z", "a n z"]);
  expect(graphOf("a>z a>z:q").path("a", "z", { kind: "disjoint", apart: "links" })).toMatchObject({ count: 1, linkSequences: 2 });
});

test("R34: an end is shared by paths that begin, or end, there; a direct path counts once", () => {
  const { path } = graphOf("a>z a>m m>z b>m a>y");
  expect(walks(path("a", "z", { kind: "disjoint" }))).toEqual(["a z", "a m z"]);
  expect(walks(path("a b", "y z", { kind: "disjoint" }))).toEqual(["a y", "a z", "a m z"]);
});

test("R34: where the limit cut it, the answer says so", () => {
  const { path } = graphOf("a>1 1>z a>2 2>z a>3 3>z");
  expect(path("a", "z", { kind: "disjoint", limit: 2 })).toMatchObject({ count: 2, stop: "limit", complete: false });
  expect(path("a", "z", { kind: "disjoint", limit: 3 })).toMatchObject({ count: 3, stop: "exhausted", complete: true });
});

test("R28, R34: a bound on hops binds each path, not all of them together", () => {
  const { path } = graphOf(`${crossing} a>u u>v v>w w>z`);
  expect(walks(path("a", "z", { kind: "disjoint", maxHops: 3 }))).toEqual(["a m q z", "a p n z"]);
  // With two hops more to p the two would be apart, but no longer short enough.
  const longer = graphOf("a>m m>n n>z a>p p>r r>n m>q q>z");
  expect(longer.path("a", "z", { kind: "disjoint" }).count).toBe(2);
  expect(walks(longer.path("a", "z", { kind: "disjoint", maxHops: 3 }))).toEqual(["a m n z"]);
});

test("R34, R42: conditions on the path as a whole bind each of the paths", () => {
  const { path } = graphOf("a>m(s[2020]) m>z(s[2010]) a>n(s[2010]) n>z(s[2020]) a>o o>z(t)");
  expect(path("a", "z", { kind: "disjoint" }).count).toBe(3);
  expect(walks(path("a", "z", { kind: "disjoint", timeOrder: "forward" }))).toEqual(["a n z", "a o z"]);
  expect(walks(path("a", "z", { kind: "disjoint", sourcesAlong: "same" }))).toEqual(["a m z", "a n z"]);
  expect(walks(path("a", "z", { kind: "disjoint", via: ["o"] }))).toEqual(["a o z"]);
});

test("R10, R34: ten paths apart in a large graph cost no walk of all of it", () => {
  const words: string[] = [];
  for (let lane = 0; lane < 10; lane++) words.push(`a>s${lane}_0`, `s${lane}_0>s${lane}_1`, `s${lane}_1>z`);
  for (let at = 0; at < 3000; at++) words.push(`f${at}>f${(at * 7 + 1) % 3000}`, `f${at}>f${(at * 3 + 5) % 3000}`);
  words.push("s0_0>f0", "s1_1>f1");
  const answer = graphOf(words.join(" ")).path("a", "z", { kind: "disjoint" });
  expect(answer).toMatchObject({ count: 10, stop: "exhausted" });
  expect(answer.visited.links).toBeLessThan(2000);
});
