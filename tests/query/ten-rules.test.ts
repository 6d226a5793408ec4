import { expect, test } from "vitest";
import { graphOf, walks } from "./graph-of.ts";

// For each of the ten rules a graph on which the easy way to do it gives another answer.

test("rule 1 (R1): a filter on finished paths would leave none, since the shortest path is the forbidden one", () => {
  const { path } = graphOf("a>z(s1?) a>m(s1) m>z(s1)");
  expect(path("a", "z").paths[0]?.standing).toBe("alleged");
  expect(walks(path("a", "z", { standing: "stated" }))).toEqual(["a m z"]);
  expect(walks(path("a", "z", { kind: "cheapest", standing: "stated" }))).toEqual(["a m z"]);
});

test("rule 2 (R2): two claims that each meet half do not meet both", () => {
  const { path } = graphOf("a>z(s1[2010],s2[2020]) a>m(s1[2020]) m>z(s1[2020])");
  expect(walks(path("a", "z", { sources: ["s1"], during: "2019/2021" }))).toEqual(["a m z"]);
});

test("rule 2 (R2): standing is that of the claims that remain, not of all", () => {
  const { path } = graphOf("a>z(s1[2010],s2[2020])");
  expect(path("a", "z").paths[0]?.standing).toBe("corroborated");
  expect(path("a", "z", { at: "2020" }).paths[0]?.standing).toBe("stated");
  expect(path("a", "z", { at: "2020", standing: "corroborated" }).count).toBe(0);
});

test("rule 3 (R3): parallel links are a choice at a hop, not two paths", () => {
  const answer = graphOf("a>m:x a>m:y m>z:x m>z:y").path("a", "z", { kind: "simple" });
  expect(answer).toMatchObject({ count: 1, linkSequences: 4 });
});

test("rule 4 (R4): none, none so short, stopped at the limit and stopped by the budget are told apart", () => {
  const { path } = graphOf("a>m m>z a>n n>z lone");
  let looks = 0;
  expect(path("a", "lone")).toMatchObject({ stop: "exhausted", complete: true });
  expect(path("a", "z", { maxHops: 1 })).toMatchObject({ stop: "max-hops", complete: true });
  expect(path("a", "z", { limit: 1 })).toMatchObject({ stop: "limit", complete: false });
  expect(path("a", "z", { budgetMs: 1 }, { clock: () => 10 * looks++ })).toMatchObject({ stop: "budget", complete: false });
  expect(path("a", "z", {}, { clock: () => 0, cancelled: () => true })).toMatchObject({ stop: "cancelled", complete: false });
});

test("rule 5 (R5, R11): the order is that of ids, not that in which links were drawn", () => {
  const [one, other] = ["a>b b>z a>c c>z a>d d>z", "a>d c>z d>z a>c b>z a>b"].map((drawing) => graphOf(drawing));
  for (const kind of ["shortest", "simple", "cheapest", "strongest", "disjoint", "earliest"] as const)
    expect(walks(one!.path("a", "z", { kind }))).toEqual(walks(other!.path("a", "z", { kind })));
});

test("rule 6 (R6): a contested link is walked and said to be, one that is only denied is not", () => {
  const { path } = graphOf("a>z(s1!) a>m(s1,s2!) m>z(s1)");
  const answer = path("a", "z");
  expect(walks(answer)).toEqual(["a m z"]);
  expect(answer.paths[0]?.sentence).toContain("contested");
  expect(walks(path("a", "z", { includeDenied: true }))).toEqual(["a z"]);
});

test("rule 7 (R35): a visited set would settle m on its shortest way, which comes too late to go on", () => {
  const { path } = graphOf("a>m(s[2020]) a>x(s[2010]) x>m(s[2011]) m>z(s[2015])");
  expect(walks(path("a", "z", { timeOrder: "forward" }))).toEqual(["a x m z"]);
});

test("rule 7 (R7): legs stitched together would pass m twice", () => {
  const { path } = graphOf("a>m m>v m>z v>x x>y y>z");
  expect(walks(path("a", "z", { via: ["v"] }))).toEqual(["a m v x y z"]);
  expect(walks(path("a", "z", { via: ["v"], kind: "cheapest" }))).toEqual(["a m v x y z"]);
});

test("rule 8 (R8, R18): the verdict is the weakest hop's, and its origins are the fewest, not the sum", () => {
  const path = graphOf("a>m(s1,s2,s3) m>z(s1?,s2?=s1)").path("a", "z").paths[0];
  expect(path).toMatchObject({ standing: "alleged", origins: 1 });
});

test("rule 9 (R9): a constraint that is near the cut but makes no difference is not named", () => {
  const answer = graphOf("a>m(s1?) m>z(s1?) a>x(s2) m>y(s2)").path("a", "z", { standing: "stated", notSources: ["s2"] });
  expect(answer.why?.loosen.map(({ text }) => text)).toEqual(["allow alleged links"]);
});

test("rule 10 (R10): work is counted, and the same each time", () => {
  const { path } = graphOf("a>m m>z a>n n>z");
  const [first, second] = [path("a", "z"), path("a", "z")];
  expect(first.visited).toEqual(second.visited);
  expect(first.visited.entities).toBeGreaterThanOrEqual(4);
  expect(first.visited.links).toBeGreaterThanOrEqual(4);
});
