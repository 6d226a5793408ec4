import { expect, test } from "vitest";
import { graphOf, walks } from "./graph-of.ts";

test("R32, R11: all paths of the least weight, by hops and then by id", () => {
  const { path } = graphOf("a>z(s*4) a>m(s*2) m>z(s*2) a>k(s*1) k>z(s*3) a>x(s*1) x>y(s*1) y>z(s*2) a>w(s*5) w>z(s*1)");
  const answer = path("a", "z", { kind: "cheapest" });
  expect(walks(answer)).toEqual(["a z", "a k z", "a m z", "a x y z"]);
  expect(answer).toMatchObject({ count: 4, stop: "exhausted", complete: true });
  expect(answer.paths[0]).toMatchObject({ weight: 4, sentence: expect.stringContaining("1 hop: stated; weight 4.") });
});

test("R28, R32: where the lightest path has too many hops, the lightest of those with few enough", () => {
  const { path } = graphOf("a>z(s*9) a>m(s*3) m>z(s*3) a>x(s*1) x>y(s*1) y>z(s*1)");
  expect(walks(path("a", "z", { kind: "cheapest" }))).toEqual(["a x y z"]);
  expect(walks(path("a", "z", { kind: "cheapest", maxHops: 2 }))).toEqual(["a m z"]);
  expect(walks(path("a", "z", { kind: "cheapest", maxHops: 1 }))).toEqual(["a z"]);
  expect(path("a", "y", { kind: "cheapest", maxHops: 1 })).toMatchObject({ count: 0, stop: "max-hops" });
});

test("R29, R3: a hop weighs as its lightest link and lists all that qualify", () => {
  const answer = graphOf("a>z:x(s*3) a>z:y(s*2) a>m(s*2) m>z(s*2)").path("a", "z", { kind: "cheapest" });
  expect(answer).toMatchObject({ count: 1, linkSequences: 2 });
  expect(answer.paths[0]?.weight).toBe(2);
  expect(graphOf("a>z:x(s*3) a>z:y(s2*2)").path("a", "z", { kind: "cheapest", notSources: ["s2"] }).paths[0]?.weight).toBe(3);
});

test("R40: ties are enumerated one past the limit", () => {
  const { path } = graphOf("a>1(s*2) a>2(s*2) a>3(s*2) 1>z 2>z 3>z");
  expect(path("a", "z", { kind: "cheapest", limit: 2 })).toMatchObject({ count: 2, stop: "limit" });
  expect(path("a", "z", { kind: "cheapest", limit: 3 })).toMatchObject({ count: 3, stop: "exhausted" });
});

test("R12: the lightest between any two members of the sides", () => {
  const { path } = graphOf("a>m(s*5) b>m(s*1) m>y(s*4) m>z(s*1) b>y(s*2)");
  expect(walks(path("a b", "y z", { kind: "cheapest" }))).toEqual(["b y", "b m z"]);
});

test("R10: a lightest path in a large grid is found without walking it all", () => {
  const size = 40;
  const words: string[] = [];
  for (let x = 0; x < size; x++)
    for (let y = 0; y < size; y++)
      words.push(
        `n${x}_${y}>n${x + 1}_${y}(s*${1 + ((x * 7 + y * 3) % 5)})`,
        `n${x}_${y}>n${x}_${y + 1}(s*${1 + ((x * 5 + y) % 4)})`,
      );
  const { visited, paths } = graphOf(words.join(" ")).path("n20_20", "n23_22", { kind: "cheapest" });
  expect(paths[0]?.hops).toBe(5);
  expect(visited.links).toBeLessThan(words.length / 4);
});

test("R26, R32: hubs and types are heeded while the lightest is searched", () => {
  const hub = Array.from({ length: 9 }, (_, at) => `h>n${at}(s*9)`).join(" ");
  const { path } = graphOf(`a>h(s*1) h>z(s*1) a>m(s*3) m>z(s*3) ${hub}`);
  expect(walks(path("a", "z", { kind: "cheapest" }))).toEqual(["a h z"]);
  const bound = path("a", "z", { kind: "cheapest", maxDegree: 4 });
  expect(walks(bound)).toEqual(["a m z"]);
  expect(bound.skipped?.entities.map(({ id }) => id)).toEqual(["h"]);
});
