import { expect, test } from "vitest";
import { graphOf, walks } from "./graph-of.ts";

const hub = Array.from({ length: 30 }, (_, at) => `hub>n${at}`).join(" ");

test("R26: a hub is not passed where degrees are bound, and the answer names it", () => {
  const { path } = graphOf(`a>hub hub>z a>x x>y y>z ${hub}`);
  expect(walks(path("a", "z"))).toEqual(["a hub z"]);
  expect(path("a", "z").skipped).toBeNull();
  const bound = path("a", "z", { maxDegree: 10 });
  expect(walks(bound)).toEqual(["a x y z"]);
  expect(bound.skipped).toMatchObject({ count: 1, entities: [{ id: "hub" }] });
});

test("R26: ends, must-pass entities and members of a side are named: their degree does not matter", () => {
  const { path } = graphOf(`a>hub hub>z b>a ${hub}`);
  expect(walks(path("hub", "z", { maxDegree: 2 }))).toEqual(["hub z"]);
  expect(walks(path("a", "z", { maxDegree: 2, via: ["hub"] }))).toEqual(["a hub z"]);
  expect(walks(path("b hub", "z", { maxDegree: 2, via: ["b"] }))).toEqual(["b a hub z"]);
});

test("R26: a degree counts parallel links and those that the question does not walk, but no self-loops", () => {
  const { path } = graphOf("a>m m>z m>m m>z:q m>w(s1!)");
  expect(path("a", "z", { maxDegree: 3 }).count).toBe(0);
  expect(path("a", "z", { maxDegree: 4 }).count).toBe(1);
});

test("R26: an entity that its type keeps out is no skipped hub", () => {
  const { path } = graphOf(`hub/company a>hub hub>z ${hub}`);
  expect(path("a", "z", { maxDegree: 5, notTypes: ["company"] })).toMatchObject({
    count: 0,
    skipped: { count: 0, entities: [] },
  });
  expect(path("a", "z", { maxDegree: 5 }).skipped?.count).toBe(1);
});

test("R26: a type stands for its kinds, inside alone", () => {
  const { path } = graphOf("m/company n/person a>m m>z a>n n>z");
  expect(walks(path("a", "z", { types: ["organization"] }))).toEqual(["a m z"]);
  expect(walks(path("a", "z", { notTypes: ["organization"] }))).toEqual(["a n z"]);
  expect(path("a", "z", { types: ["event"] })).toMatchObject({ count: 0, stop: "exhausted" });
});

test("R5, R26: twenty hubs at most are named, the first by id", () => {
  const words = Array.from({ length: 25 }, (_, at) => `a>h${String(at).padStart(2, "0")} h${String(at).padStart(2, "0")}>z`);
  const { skipped } = graphOf(words.join(" ")).path("a", "z", { maxDegree: 1 });
  expect(skipped?.count).toBe(25);
  expect(skipped?.entities.map(({ id }) => id)).toEqual(Array.from({ length: 20 }, (_, at) => `h${String(at).padStart(2, "0")}`));
});
