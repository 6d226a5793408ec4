import { expect, test } from "vitest";
import type { BearingAnswer } from "../../src/query/answer.ts";
import type { Budget } from "../../src/query/meter.ts";
import { type BearingQuestion, bearingDefaults } from "../../src/query/question.ts";
import { type DrawnGraph, graphOf, type Loose } from "./graph-of.ts";

function ask(drawn: DrawnGraph, from: string, to: string, more: Loose<BearingQuestion> = {}, budget?: Budget): BearingAnswer {
  const question = { ...bearingDefaults, from: from.split(" "), to: to.split(" "), ...more } as unknown as BearingQuestion;
  return drawn.ask(question, budget);
}

/** "source s", "claim a>r>b#0", … */
function bears({ sources, claims, links, entities }: BearingAnswer): string[] {
  const ids = (what: string, list: readonly { readonly id: string }[]) => list.map(({ id }) => `${what} ${id}`);
  return [...ids("source", sources), ...ids("claim", claims), ...ids("link", links), ...ids("entity", entities)];
}

test("R45: a chain rests on its only source, and on every claim, link and entity inside", () => {
  const answer = ask(graphOf("a>b(s1) b>c(s1)"), "a", "c");
  expect(bears(answer)).toEqual(["source s1", "claim a>r>b#0", "claim b>r>c#0", "link a>r>b", "link b>r>c", "entity b"]);
  expect(answer).toMatchObject({ linked: true, complete: true, stop: "exhausted" });
  expect(answer.sentence).toBe(
    "It rests on 1 source (“Source s1”), 2 claims, 2 links and 1 entity (B): if any one of them falls, no path is left.",
  );
  expect(answer.claims[0]).toMatchObject({ id: "a>r>b#0", source: "s1", link: { id: "a>r>b", standing: "stated" } });
  expect(Object.keys(answer.claims[0]!.link)).not.toContain("along");
});

test("R45: two ways round bear together what they share", () => {
  const answer = ask(graphOf("a>b(s1) b>d(s1) a>c(s2) c>d(s2) d>e(s1,s2)"), "a", "e");
  expect(bears(answer)).toEqual(["link d>r>e", "entity d"]);
  expect(answer.sentence).toBe("It rests on 1 link and 1 entity (D): if any one of them falls, no path is left.");
  const apart = ask(graphOf("a>b(s1) b>d(s1) a>c(s2) c>d(s2)"), "a", "d");
  expect(bears(apart)).toEqual([]);
  expect(apart.sentence).toBe("It rests on nothing alone: whatever one thing falls, a path is left.");
});

test("R45: a claim bears the weight where the link would not be strong enough without it", () => {
  const drawn = graphOf("a>b(s1,s2,s3?)");
  expect(bears(ask(drawn, "a", "b"))).toEqual(["link a>r>b"]);
  expect(bears(ask(drawn, "a", "b", { standing: "corroborated" }))).toEqual([
    "source s1",
    "source s2",
    "claim a>r>b#0",
    "claim a>r>b#1",
    "link a>r>b",
  ]);
});

test("R45: a denial never bears, and withdrawing a source takes its denials away, too", () => {
  expect(bears(ask(graphOf("a>b(s1,s2!)"), "a", "b"))).toEqual(["source s1", "claim a>r>b#0", "link a>r>b"]);
  // Without s1 the long way stands, which s1 denies.
  const drawn = graphOf("a>b(s1,s2) a>c(s2) c>b(s2,s1!)");
  expect(bears(ask(drawn, "a", "b", { standing: "stated" }))).toEqual(["link a>r>b"]);
});

test("R45: claims that echo a withdrawn one stay", () => {
  expect(bears(ask(graphOf("a>b(s1,s2=s1)"), "a", "b"))).toEqual(["link a>r>b"]);
});

test("R45: every condition of the question counts", () => {
  const drawn = graphOf("a>b(s1) b>d(s2) a>c(s3) c>x(s3) x>d(s3)");
  expect(bears(ask(drawn, "a", "d"))).toEqual([]);
  expect(bears(ask(drawn, "a", "d", { maxHops: 2 }))).toEqual([
    ...["source s1", "source s2", "claim a>r>b#0", "claim b>r>d#0", "link a>r>b", "link b>r>d", "entity b"],
  ]);
  expect(bears(ask(drawn, "a", "d", { notSources: ["s2"] })).filter((text) => text.startsWith("entity"))).toEqual([
    "entity c",
    "entity x",
  ]);
  expect(bears(ask(drawn, "a", "d", { via: ["c"] })).filter((text) => text.startsWith("entity"))).toEqual(["entity x"]);
  expect(ask(drawn, "a", "d", { maxHops: 1 })).toMatchObject({ linked: false, complete: true, sentence: "There is no path." });
});

test("R45: what the question names bears nothing: the members of either side, and those to pass", () => {
  const drawn = graphOf("a>b b>c c>d");
  expect(bears(ask(drawn, "a b", "d")).filter((text) => text.startsWith("entity"))).toEqual(["entity c"]);
  expect(bears(ask(drawn, "a", "d", { via: ["b"] })).filter((text) => text.startsWith("entity"))).toEqual(["entity c"]);
});

test("R45: the time order counts", () => {
  const drawn = graphOf("a>b(s1[2001],s2[2009]) b>c(s3[2005])");
  expect(bears(ask(drawn, "a", "c")).includes("claim a>r>b#0")).toBe(false);
  expect(bears(ask(drawn, "a", "c", { timeOrder: "forward" })).includes("claim a>r>b#0")).toBe(true);
});

test("R4, R10: time that runs out is said; what is given is certain", () => {
  const chain = Array.from({ length: 60 }, (_, at) => `n${at}>n${at + 1}`).join(" ");
  const spokes = Array.from({ length: 3000 }, (_, at) => `n0>x${at} n60>y${at}`).join(" ");
  const drawn = graphOf(`${chain} ${spokes}`);
  const all = bears(ask(drawn, "n0", "n60"));
  expect(all).toHaveLength(1 + 60 + 60 + 59);
  let looks = 0;
  const some = ask(drawn, "n0", "n60", { budgetMs: 40 }, { clock: () => looks++ });
  expect(some).toMatchObject({ linked: true, complete: false, stop: "budget" });
  expect(bears(some).length).toBeLessThan(all.length);
  expect(all).toEqual(expect.arrayContaining(bears(some)));
  expect(some.sentence).toContain("The time given did not do");
  const none = ask(drawn, "n0", "n60", {}, { clock: () => 0, cancelled: () => true });
  expect(none).toMatchObject({
    linked: false,
    complete: false,
    stop: "cancelled",
    sentence: "No path was found in the time given.",
  });
});

test("R10: a path found without something rules out what it lacks, so that few questions are asked", () => {
  const ways = Array.from({ length: 8 }, (_, way) =>
    Array.from({ length: 9 }, (_, at) => `w${way}${at}>w${way}${at + 1}`).join(" "),
  );
  const ends = ways.map((_, way) => `a>w${way}0 w${way}9>z`).join(" ");
  const { visited, ...answer } = ask(graphOf(`${ways.join(" ")} ${ends}`), "a", "z");
  expect(bears(answer as BearingAnswer)).toEqual(["source s"]);
  expect(visited.links).toBeLessThan(1500);
});

test("R13: what a path question refuses is refused", () => {
  const drawn = graphOf("a>b");
  expect(() => ask(drawn, "a", "a")).toThrow('path: wanted two different entities, got "a" on both sides');
  expect(() => ask(drawn, "a", "q")).toThrow('entity: wanted one of the case, got "q"');
  expect(() => ask(drawn, "a", "b", { maxGap: 3 })).toThrow("path: wanted a time order");
});

test("hostile ids bear like others", () => {
  const answer = ask(graphOf("__proto__>🦊:constructor(toString) 🦊>x(toString)"), "__proto__", "x");
  expect(bears(answer)).toEqual([
    ...["source toString", "claim __proto__>constructor>🦊#0", "claim 🦊>r>x#0"],
    ...["link __proto__>constructor>🦊", "link 🦊>r>x", "entity 🦊"],
  ]);
});
