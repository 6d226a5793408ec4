import { expect, it } from "vitest";
import { graphOf, walks } from "./graph-of.ts";

const islands = "a>b b>c x>y y>z";

it("R4: two entities that nothing joins are told apart without a look at a link, of every kind and within any bound", () => {
  const { path } = graphOf(islands);
  for (const kind of ["shortest", "k-shortest", "simple", "strongest"] as const)
    for (const maxHops of [null, 1])
      expect(path("a", "z", { kind, maxHops })).toMatchObject({
        stop: "exhausted",
        complete: true,
        count: 0,
        visited: { entities: 0, links: 0 },
        why: { loosen: [] },
      });
});

it("R12: one member of a side that is joined with one of the other is enough", () => {
  expect(walks(graphOf(islands).path("a x", "c z"))).toEqual(["a b c", "x y z"]);
  expect(walks(graphOf(islands).path("a", "c z"))).toEqual(["a b c"]);
});

it("R6: entities that only denied links join are searched, and found not to be linked", () => {
  expect(graphOf("a>b(s!)").path("a", "b")).toMatchObject({ count: 0, stop: "exhausted", why: { loosen: [{ hops: 1 }] } });
});
