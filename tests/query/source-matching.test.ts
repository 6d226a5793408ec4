import { expect, test } from "vitest";
import { noHops, withHop } from "../../src/query/source-matching.ts";
import { graphOf, walks } from "./graph-of.ts";

test("R38: a hop that comes later may take the source of an earlier one, which takes another", () => {
  const one = withHop(noHops, [1, 2])!;
  expect(one.hopOf.get(1)).toBe(0);
  const two = withHop(one, [1])!;
  expect([two.hopOf.get(1), two.hopOf.get(2)]).toEqual([1, 0]);
  expect(withHop(two, [1, 2])).toBeNull();
  expect(one.hopOf.get(1)).toBe(0);
});

test("R38: no two hops need the same source", () => {
  const { path } = graphOf("a>m(s1) m>z(s1) a>n(s1,s2) n>z(s1) a>o(s1) o>p(s2) p>z(s3)");
  expect(walks(path("a", "z", { sourcesAlong: "different" }))).toEqual(["a n z"]);
  expect(walks(path("a", "z", { sourcesAlong: "different", avoid: ["n"] }))).toEqual(["a o p z"]);
  expect(path("a", "z", { sourcesAlong: "different", avoid: ["n", "p"] })).toMatchObject({ count: 0, stop: "exhausted" });
});

test("R38: the source must carry the hop on its claims alone", () => {
  const { path } = graphOf("a>m(s1) m>z(s1,s2!) m>z:q(s2?)");
  expect(walks(path("a", "z", { sourcesAlong: "different" }))).toEqual(["a m z"]);
  expect(path("a", "z", { sourcesAlong: "different", standing: "stated" }).count).toBe(0);
});
