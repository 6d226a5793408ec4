import { expect, test } from "vitest";
import { graphOf, walks } from "./graph-of.ts";

test("R39: a side by type is every entity of the type and its kinds", () => {
  const { path } = graphOf("c1/company c2/company o/organization a>c1 b>c2 c>o");
  const asked = { to: [], toTypes: ["organization"] };
  expect(walks(path("a", "", asked))).toEqual(["a c1"]);
  expect(walks(path("a b c", "", asked))).toEqual(["a c1", "b c2", "c o"]);
});

test("R39: the other side's named and the avoided are not on it; who is named is whatever the type", () => {
  const { path } = graphOf("a/company b/company c/company a>b b>c x>c");
  expect(walks(path("a", "", { to: [], toTypes: ["company"] }))).toEqual(["a b"]);
  expect(path("a", "", { to: [], toTypes: ["company"], avoid: ["b"] })).toMatchObject({ count: 0, stop: "exhausted" });
  expect(walks(path("a", "x", { toTypes: ["company"], avoid: ["b"] }))).toEqual([]);
  expect(walks(path("c", "x", { toTypes: ["company"] }))).toEqual(["c b", "c x"]);
});

test("R13, R39: what is still on both sides, and a side that nobody is on, are refused", () => {
  const { path } = graphOf("a/company b/company p a>b a>p");
  expect(() => path("", "", { from: [], to: [], fromTypes: ["company"], toTypes: ["organization"] })).toThrow(
    'path: wanted two different entities, got "a" on both sides',
  );
  expect(() => path("p", "", { to: [], toTypes: ["event"] })).toThrow("path: wanted at least one entity on each side, got none");
});
