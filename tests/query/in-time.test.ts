import { expect, test } from "vitest";
import { graphOf, walks } from "./graph-of.ts";
import { rulesOn } from "./rules-on.ts";

/** Twenty-four forks one after the other, from x00 to x24: 2^24 ways, none of them dated. */
const forks = Array.from({ length: 24 }, (_, at) => {
  const [here, next] = [at, at + 1].map((place) => `x${String(place).padStart(2, "0")}`);
  return ["a", "b"].map((side) => `${here}>${side}${here}(s) ${side}${here}>${next}(s)`).join(" ");
}).join(" ");

test("R35, R41: a million ways that come too late do not keep one that comes in time from being found", () => {
  const { path } = graphOf(`a>x00(s[2015]) a>b(s[2014]) b>x00(s[2014]) ${forks} x24>z(s[2014])`);
  const answer = path("a", "z", { timeOrder: "forward", limit: 1 });
  expect(answer).toMatchObject({ complete: false, stop: "limit" });
  expect(answer.paths[0]).toMatchObject({ hops: 51, arrival: "2014-01-01" });
  expect(answer.visited.links).toBeLessThan(5000);
});

test("R36: nor do ways that come early and lead nowhere", () => {
  const { path } = graphOf(`a>x00(s[2013]) ${forks} x24>y(s[2012]) y>z(s[2020]) a>m(s[2015]) m>z(s[2016])`);
  const answer = path("a", "z", { kind: "earliest" });
  expect(answer).toMatchObject({ complete: true, stop: "exhausted" });
  expect(walks(answer)).toEqual(["a m z"]);
  expect(answer.visited.links).toBeLessThan(5000);
});

test("R4: ways that lead nowhere in time are known for what they are", () => {
  const { path } = graphOf(`a>x00(s[2015]) ${forks} x24>z(s[2014])`);
  for (const asked of [{ timeOrder: "forward" }, { kind: "earliest" }] as const) {
    const answer = path("a", "z", { ...asked, budgetMs: 60_000 });
    expect(answer).toMatchObject({ count: 0, complete: true, stop: "exhausted" });
  }
});

test("R36: with a bound on hops, the earliest arrival within it, by way of several ends", () => {
  const drawing = "a>y(s[2014]) a>m(s[2010]) m>z(s[2014]) m>n(s[2011]) n>z(s[2012]) n>y(s[2012])";
  const { paths } = rulesOn(drawing);
  expect(paths("a", "y z", { kind: "earliest" })).toEqual(["a m n y", "a m n z"]);
  expect(paths("a", "y z", { kind: "earliest", maxHops: 2 })).toEqual(["a y"]);
  expect(paths("a", "z", { kind: "earliest", maxHops: 2 })).toEqual(["a m z"]);
  expect(paths("a", "z", { kind: "earliest", maxHops: 1 })).toEqual([]);
});

test("R35: backward in time likewise", () => {
  const { path } = graphOf(`a>x00(s[2013]) a>b(s[2014]) b>x00(s[2014]) ${forks} x24>z(s[2014])`);
  const answer = path("a", "z", { timeOrder: "backward", limit: 1 });
  expect(answer.paths[0]).toMatchObject({ hops: 51, arrival: "2014-12-31" });
});
