import { expect, test } from "vitest";
import { graphOf, walks } from "./graph-of.ts";

test("R30: the first k by weight, then by hops, then by id, and no ties beyond", () => {
  const { path } = graphOf("a>z(s*4) a>m(s*2) m>z(s*2) a>k(s*1) k>z(s*3) a>x(s*1) x>y(s*1) y>z(s*1)");
  const asked = (k: number) => walks(path("a", "z", { kind: "k-shortest", by: "weight", k }));
  expect(asked(1)).toEqual(["a x y z"]);
  expect(asked(3)).toEqual(["a x y z", "a z", "a k z"]);
  expect(asked(9)).toEqual(["a x y z", "a z", "a k z", "a m z"]);
});

test("R32, R42: must-pass entities are not stitched from the lightest legs", () => {
  const { path } = graphOf("a>m(s*1) m>v(s*1) m>z(s*1) v>x(s*2) x>z(s*2)");
  expect(walks(path("a", "z", { kind: "cheapest" }))).toEqual(["a m z"]);
  const via = path("a", "z", { kind: "cheapest", via: ["v"] });
  expect(walks(via)).toEqual(["a m v x z"]);
  expect(via.paths[0]?.weight).toBe(6);
});

test("R35, R42: the lightest of those in order of time", () => {
  const { path } = graphOf("a>m(s*1[2020]) m>z(s*1[2010]) a>n(s*2[2010]) n>z(s*2[2020])");
  const answer = path("a", "z", { kind: "cheapest", timeOrder: "forward" });
  expect(walks(answer)).toEqual(["a n z"]);
  expect(answer.paths[0]).toMatchObject({ weight: 4, arrival: "2020-01-01" });
});

test("R36: the earliest arrival, then the fewest hops", () => {
  const { path } = graphOf("a>z(s[2020]) a>m(s[2010]) m>z(s[2015]) a>n(s[2009]) n>m(s[2012]) a>o(s[2014]) o>z(s[2015])");
  const answer = path("a", "z", { kind: "earliest" });
  expect(walks(answer)).toEqual(["a m z", "a o z"]);
  expect(answer.paths.map(({ arrival }) => arrival)).toEqual(["2015-01-01", "2015-01-01"]);
  expect(answer.paths[0]?.sentence).toMatch(
    /^2 hops, as strong as its weakest: stated; arriving on 1 January 2015 at the earliest\./,
  );
  expect(walks(path("a", "z", { kind: "earliest", maxHops: 1 }))).toEqual(["a z"]);
});

test("R36: there is no earliest arrival backward in time", () => {
  expect(() => graphOf("a>b").path("a", "b", { kind: "earliest", timeOrder: "backward" })).toThrow(
    "path: wanted a time order forward for the earliest arrival, got backward",
  );
});

test("R4, R41: trails without end stop with the budget, and what was given stands", () => {
  const nodes = Array.from({ length: 14 }, (_, at) => `n${at}`);
  const words = nodes.flatMap((node, at) => nodes.slice(at + 1).map((other) => `${node}>${other}(s*2)`));
  let looks = 0;
  const cut = graphOf(words.join(" ")).path(
    "n0",
    "n13",
    { kind: "k-shortest", by: "weight", k: 1_000_000, limit: 1_000_000, budgetMs: 30 },
    { clock: () => looks++ },
  );
  expect(cut).toMatchObject({ stop: "budget", complete: false });
  expect(walks(cut)[0]).toBe("n0 n13");
});
