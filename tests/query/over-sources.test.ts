import { expect, test } from "vitest";
import { graphOf, walks } from "./graph-of.ts";

test("R37: every hop stands on the claims of one source", () => {
  const { path } = graphOf("a>m(s1) m>z(s2) a>x(s1) x>y(s1) y>z(s1,s2)");
  expect(walks(path("a", "z"))).toEqual(["a m z"]);
  const answer = path("a", "z", { sourcesAlong: "same" });
  expect(walks(answer)).toEqual(["a x y z"]);
  expect(answer.paths[0]).toMatchObject({ source: "s1", standing: "stated" });
  expect(answer.paths[0]?.steps[2]?.links[0]?.claims.map(({ source }) => source)).toEqual(["s1"]);
  expect(answer.paths[0]?.sentence).toContain("on the claims of “Source s1” alone");
});

test("R37: shown on the source that makes the weakest hop strongest, then on the first by id", () => {
  const { path } = graphOf("a>m(s1?,s2,s3) m>z(s1,s2,s3)");
  expect(path("a", "z", { sourcesAlong: "same" }).paths[0]).toMatchObject({ source: "s2", standing: "stated" });
});

test("R37: the lightest, the strongest and the earliest are the best that any one source gives", () => {
  const { path } = graphOf("a>z(s1?*2[2010],s2*3[2020]) a>m(s2*1[2005]) m>z(s2*4[2006])");
  const asked = (kind: "cheapest" | "strongest" | "earliest") => path("a", "z", { kind, sourcesAlong: "same" }).paths[0];
  expect(asked("cheapest")).toMatchObject({ source: "s1", weight: 2, hops: 1 });
  expect(asked("strongest")).toMatchObject({ source: "s2", standing: "stated", hops: 1 });
  expect(asked("earliest")).toMatchObject({ source: "s2", arrival: "2006-01-01", hops: 2 });
});

test("R30, R37: k-shortest counts the paths of all sources together", () => {
  const { path } = graphOf("a>1(s1) 1>z(s1) a>2(s2) 2>z(s2) a>3(s3) 3>4(s3) 4>z(s3)");
  const asked = (k: number) => walks(path("a", "z", { kind: "k-shortest", k, sourcesAlong: "same" }));
  expect(asked(2)).toEqual(["a 1 z", "a 2 z"]);
  expect(asked(3)).toEqual(["a 1 z", "a 2 z", "a 3 4 z"]);
});

test("R37, R40: the limit cuts all sources together", () => {
  const { path } = graphOf("a>1(s1,s2) 1>z(s1,s2) a>2(s2) 2>z(s2)");
  expect(path("a", "z", { sourcesAlong: "same", limit: 1 })).toMatchObject({ count: 1, stop: "limit" });
  expect(path("a", "z", { sourcesAlong: "same", limit: 2 })).toMatchObject({ count: 2, stop: "exhausted" });
});
