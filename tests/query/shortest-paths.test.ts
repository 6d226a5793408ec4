import { expect, test } from "vitest";
import { graphOf, walks } from "./graph-of.ts";

test("R1: a constraint holds during the search: dropping the shortest path afterwards would leave none", () => {
  const { path } = graphOf("a>b:weak(s1?) a>x x>y y>b");
  expect(walks(path("a", "b"))).toEqual(["a b"]);
  const stated = path("a", "b", { standing: "stated" });
  expect(walks(stated)).toEqual(["a x y b"]);
  expect(stated.stop).toBe("exhausted");
});

test("R1: entities to avoid are avoided during the search", () => {
  const { path } = graphOf("a>m m>b a>x x>y y>b");
  expect(walks(path("a", "b", { avoid: ["m"] }))).toEqual(["a x y b"]);
  expect(path("a", "b", { avoid: ["m", "y"] })).toMatchObject({ count: 0, stop: "exhausted" });
});

test("R2: without a source, a corroborated hop is stated, and what stood on that source alone is gone", () => {
  const { path } = graphOf("a>b(s1,s2) b>c(s2)");
  expect(path("a", "b", { notSources: ["s1"] }).paths[0]?.standing).toBe("stated");
  expect(path("a", "c", { notSources: ["s1"] }).paths[0]?.standing).toBe("stated");
  expect(path("a", "c", { notSources: ["s2"] }).count).toBe(0);
});

test("R2: standing is not the standing of all claims: without the denial the hop stands", () => {
  const { path } = graphOf("a>b(s1,s2!) a>m m>b");
  expect(walks(path("a", "b", { standing: "stated" }))).toEqual(["a m b"]);
  expect(walks(path("a", "b", { standing: "stated", notSources: ["s2"] }))).toEqual(["a b"]);
});

test("R3: parallel links are one path with a choice at each hop, strongest first, then by id", () => {
  const answer = graphOf("a>b:y(s1?) a>b:x(s1?) a>b:z(s1,s2) b>c:u b>c:v").path("a", "c");
  expect(answer).toMatchObject({ count: 1, linkSequences: 6 });
  expect(answer.paths[0]?.steps.map(({ links }) => links.map(({ relation }) => relation))).toEqual([
    ["z", "x", "y"],
    ["u", "v"],
  ]);
});

test("R4, R13: nothing is found in different words when there is none, none so short, or no time", () => {
  const { path } = graphOf("a>b b>c c>d e>f");
  expect(path("a", "e")).toMatchObject({ count: 0, complete: true, stop: "exhausted" });
  expect(path("a", "d", { maxHops: 2 })).toMatchObject({ count: 0, complete: true, stop: "max-hops" });
  expect(path("a", "d", { maxHops: 3 })).toMatchObject({ count: 1, complete: true, stop: "exhausted" });
  expect(path("a", "d", { maxHops: 0 })).toMatchObject({ count: 0, stop: "max-hops" });
  expect(path("e", "a", { maxHops: 1 })).toMatchObject({ count: 0, stop: "exhausted" });
  expect(path("a", "d", {}, { clock: () => 0, cancelled: () => true })).toMatchObject({
    count: 0,
    complete: false,
    stop: "cancelled",
    why: null,
  });
  let now = 0;
  const answer = path("a", "d", { budgetMs: 10 }, { clock: () => (now += 20) });
  expect(answer).toMatchObject({ count: 0, complete: false, stop: "budget", why: null });
});

test("R4: a bound that a dead end makes pointless is an exhausted search", () => {
  const { path } = graphOf("a>b b>c(s!) c>d d>e e>f");
  expect(path("a", "f", { maxHops: 1 }).stop).toBe("exhausted");
  expect(path("b", "f", { maxHops: 0 }).stop).toBe("max-hops");
});

test("R4, R14: the limit cuts what is given, not what is counted", () => {
  const { path } = graphOf("a>1 a>2 a>3 1>z 2>z 3>z");
  expect(path("a", "z", { limit: 2 })).toMatchObject({ count: 3, linkSequences: 3, complete: false, stop: "limit" });
  expect(walks(path("a", "z", { limit: 2 }))).toEqual(["a 1 z", "a 2 z"]);
  expect(path("a", "z", { limit: 3 })).toMatchObject({ count: 3, complete: true, stop: "exhausted" });
});

test("R11: ties come in the order of their ids, also where emoji and capitals sort apart", () => {
  const { path } = graphOf("s>b s>a s>Z s>😀 s>\uff21 b>t a>t Z>t 😀>t \uff21>t");
  expect(walks(path("s", "t"))).toEqual(["s Z t", "s a t", "s b t", "s 😀 t", "s \uff21 t"]);
});

test("R12: a path joins the nearest of either side", () => {
  const { path } = graphOf("a>x x>y y>t b>t c>u");
  expect(walks(path("a b", "t u"))).toEqual(["b t"]);
  expect(walks(path("a b c", "t u"))).toEqual(["b t", "c u"]);
  expect(walks(path("t u", "a b c"))).toEqual(["t b", "u c"]);
});

test("R13: contradictions are refused in one line", () => {
  const { path } = graphOf("a>b b>c");
  expect(() => path("a", "a")).toThrow('path: wanted two different entities, got "a" on both sides');
  expect(() => path("a b", "b c")).toThrow('path: wanted two different entities, got "b" on both sides');
  expect(() => path("a", "c", { avoid: ["c"] })).toThrow('path: wanted "c" on the path or avoided, got both');
  expect(() => path("a", "c", { via: ["b"], avoid: ["b"] })).toThrow('path: wanted "b" on the path or avoided, got both');
  expect(() => path("a", "nobody")).toThrow('entity: wanted one of the case, got "nobody"');
  expect(() => path("a", "x".repeat(10_000))).toThrow(/^.{0,140}$/);
});

test("R14: a hundred million million million ties are counted exactly without being walked", () => {
  const layers = 20;
  const words: string[] = [];
  for (let layer = 0; layer < layers; layer++)
    for (const left of layer === 0 ? ["s"] : [0, 1, 2, 3, 4, 5, 6, 7, 8, 9].map((at) => `n${layer - 1}_${at}`))
      for (let right = 0; right < 10; right++) words.push(`${left}>n${layer}_${right}`, `${left}>n${layer}_${right}:q`);
  for (let left = 0; left < 10; left++) words.push(`n${layers - 1}_${left}>t`);
  const answer = graphOf(words.join(" ")).path("s", "t", { limit: 3 });
  expect(answer).toMatchObject({ stop: "limit", count: 1e20, linkSequences: (20n ** 20n).toString() });
  expect(answer.paths.map(({ entities }) => entities[layers]?.id)).toEqual(["n19_0", "n19_1", "n19_2"]);
  expect(answer.visited.links).toBeLessThan(3 * 2 * words.length);
});

test("R15: a self-loop is no way anywhere", () => {
  expect(graphOf("a>a b>b a>b").path("a", "b").count).toBe(1);
  expect(graphOf("a>a b").path("a", "b")).toMatchObject({ count: 0, stop: "exhausted" });
});

test("R17: direction is the path's, and symmetric relations go both ways", () => {
  const { path } = graphOf("a>b c>b c-d");
  expect(walks(path("a", "c"))).toEqual(["a b c"]);
  expect(path("a", "c", { direction: "forward" }).count).toBe(0);
  expect(walks(path("b", "a", { direction: "backward" }))).toEqual(["b a"]);
  expect(walks(path("d", "b", { direction: "forward" }))).toEqual(["d c b"]);
  expect(walks(path("d", "b", { direction: "backward" }))).toEqual([]);
  const hop = path("c", "a").paths[0]?.steps.map(({ links }) => links[0]?.along);
  expect(hop).toEqual([true, false]);
});

test("R10: a hub on one side is not walked when the other side is small", () => {
  const spokes = Array.from({ length: 2000 }, (_, at) => `hub>n${at}`);
  const { path } = graphOf(["start>x", "x>hub", ...spokes].join(" "));
  const far = path("hub", "start");
  expect(walks(far)).toEqual(["hub x start"]);
  expect(far.visited.links).toBeLessThan(60);
  const { visited } = graphOf(["a>b", "b>n0(s!)", ...spokes].join(" ")).path("hub", "a");
  expect(visited).toEqual({ entities: 3, links: 3 });
});

test("R5: the same question gives the same bytes, whatever was asked in between", () => {
  const { path } = graphOf("a>b b>c a>c:q(s1?,s2!) c>d a-d(s3) b-d c>e");
  const asked = () => JSON.stringify([path("a", "e"), path("a d", "e", { via: ["b"] }), path("e", "a", { standing: "stated" })]);
  const first = asked();
  for (let round = 0; round < 50; round++) {
    path("d", "b", { notSources: ["s"], limit: 1 });
    expect(asked()).toBe(first);
  }
});
