import { expect, test } from "vitest";
import { graphOf, walks } from "./graph-of.ts";

test("R33: the strongest path has the strongest weakest hop, then the fewest hops", () => {
  const { path } = graphOf("a>z(s1?) a>m(s1) m>z(s1?) a>x(s1) x>y(s1) y>z(s1) a>u(s1) u>v(s1) v>w(s1) w>z(s1)");
  const strongest = path("a", "z", { kind: "strongest" });
  expect(walks(strongest)).toEqual(["a x y z"]);
  expect(strongest.paths[0]).toMatchObject({ standing: "stated", hops: 3 });
  expect(walks(path("a", "z", { kind: "strongest", maxHops: 2 }))).toEqual(["a z"]);
});

test("R3, R33: a hop lists every link that qualifies, also those weaker than the path", () => {
  const answer = graphOf("a>z:x(s1,s2) a>z:y(s3?) a>z:w(s1!)").path("a", "z", { kind: "strongest" });
  expect(answer).toMatchObject({ count: 1, linkSequences: 2 });
  expect(answer.paths[0]?.steps[0]?.links.map(({ relation }) => relation)).toEqual(["x", "y"]);
});

test("R14, R33: all ties of the strongest are counted, with every choice of links", () => {
  const answer = graphOf("a>1 1>z a>2 a>2:q(s1?) 2>z a>3(s1?) 3>z").path("a", "z", { kind: "strongest", limit: 1 });
  expect(answer).toMatchObject({ count: 2, linkSequences: 3, stop: "limit" });
});

test("R6, R33: what is only denied is walked last, and only where asked", () => {
  const { path } = graphOf("a>z(s1!)");
  expect(path("a", "z", { kind: "strongest" })).toMatchObject({ count: 0, stop: "exhausted" });
  expect(path("a", "z", { kind: "strongest", includeDenied: true }).paths[0]?.standing).toBe("denied");
});
