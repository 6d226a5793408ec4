import { expect, test } from "vitest";
import { graphOf, walks } from "./graph-of.ts";

/** Each loosening as "text: hops". */
function loosenings(answer: ReturnType<ReturnType<typeof graphOf>["path"]>): string[] {
  return (answer.why?.loosen ?? []).map(({ text, hops }) => `${text}: ${hops}`);
}

test("R9: an answer with a path needs no explanation", () => {
  expect(graphOf("a>b").path("a", "b").why).toBeNull();
});

test("R9: a standing is loosened by the least step that gives a path", () => {
  const { path } = graphOf("a>b(s1?) b>c(s1,s2!)");
  const answer = path("a", "c", { standing: "corroborated" });
  expect(answer.why).toMatchObject({ cut: ["A path needs a link weaker than corroborated."] });
  expect(loosenings(answer)).toEqual(["allow contested links: 2"]);
  expect(loosenings(path("a", "b", { standing: "corroborated" }))).toEqual(["allow alleged links: 1"]);
});

test("R6, R9: a link that is only denied is offered last, and only by name", () => {
  const { path } = graphOf("a>b(s1!)");
  const answer = path("a", "b");
  expect(answer.why?.cut).toEqual(["A path needs a link that is only denied."]);
  expect(loosenings(answer)).toEqual(["allow links that are only denied: 1"]);
  expect(walks(path("a", "b", { includeDenied: true }))).toEqual(["a b"]);
  expect(loosenings(path("a", "b", { standing: "stated" }))).toEqual(["allow links that are only denied: 1"]);
});

test("R9: every constraint that alone stands in the way is named, each with its own loosening", () => {
  const answer = graphOf("a>m m>b(s1) a>x:q x>b a>y b>y(s1) a>w w>v v>b(s2?)").path("a", "b", {
    relations: ["r"],
    direction: "forward",
    notSources: ["s1"],
    standing: "stated",
    maxHops: 2,
  });
  expect(loosenings(answer)).toEqual(["allow “q” too: 2", "accept “Source s1”: 2"]);
  expect(answer.why?.cut).toEqual([
    "A path needs “q”, which is not among the relations allowed.",
    "A path rests on “Source s1”, which is left out.",
  ]);
});

test("R9: hops, direction, avoided and must-pass entities are loosened one by one", () => {
  const { path } = graphOf("a>b b>c d>c a>x x>d e");
  expect(loosenings(path("a", "c", { maxHops: 1 }))).toEqual(["allow 2 hops: 2"]);
  expect(path("a", "c", { maxHops: 1 }).why?.cut).toEqual(["A path needs 2 hops; at most 1 are allowed."]);
  expect(loosenings(path("b", "d", { direction: "forward" }))).toEqual(["walk links in both directions: 2"]);
  expect(loosenings(path("a", "c", { avoid: ["b", "x"] }))).toEqual(["allow B: 2", "allow X: 3"]);
  const via = path("a", "c", { via: ["e"] });
  expect(loosenings(via)).toEqual(["do not ask for E: 2"]);
  expect(via.why?.cut).toEqual(["No path passes E as well."]);
});

test("R9: when no single loosening is enough, the fewest together are found and no further than needed", () => {
  const answer = graphOf("a>b(s1?) b>c(s1?) c>d(s1?) e").path("a", "d", { standing: "stated", maxHops: 2, avoid: ["e"] });
  expect(loosenings(answer)).toEqual(["allow alleged links and allow 3 hops: 3"]);
  expect(answer.why?.cut[0]).toBe("No single constraint cuts it; these together do.");
  expect(answer.why?.loosen[0]?.question).toMatchObject({ standing: "alleged", maxHops: 3, avoid: ["e"] });
});

test("R9: two sides that no chain of links joins are said to be apart", () => {
  const { path } = graphOf("a>b c>d e");
  const answer = path("a", "d", { standing: "stated", maxHops: 3 });
  expect(answer.why).toEqual({ cut: ["No chain of links joins A and D in this case, whatever is allowed."], loosen: [] });
  expect(path("a b", "e").why?.cut).toEqual([
    "No chain of links joins any of the 2 entities and E in this case, whatever is allowed.",
  ]);
});

test("R9: a loosened question asked as it stands gives the path that was promised", () => {
  const { path } = graphOf("a>b(s1?) b>c:q");
  const [loosening] = path("a", "c", { standing: "stated" }).why?.loosen ?? [];
  const { from, to, ...more } = loosening!.question;
  expect(path(from.join(" "), to.join(" "), more).paths[0]?.hops).toBe(loosening?.hops);
});

test("R4, R9: when time runs out over the explanation, the answer stands and says what is not known", () => {
  const words = Array.from({ length: 3000 }, (_, at) => `n${at}>n${at + 1}(s1?)`);
  let looks = 0;
  const budget = { clock: () => 100 * looks++ };
  const answer = graphOf(words.join(" ")).path("n0", "n3000", { standing: "stated", budgetMs: 1000 }, budget);
  expect(answer).toMatchObject({ count: 0, complete: true, stop: "exhausted" });
  expect(answer.why).toEqual({ cut: ["There was no time to find out which constraint cuts it."], loosen: [] });
});
