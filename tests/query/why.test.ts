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

test("R9: one grade, one origin, one standing at a time, and no further than a path needs", () => {
  const { path } = graphOf("#s1:C #s2:F a>b(s1%3) b>c(s1%2,s2)");
  expect(loosenings(path("a", "c", { reliability: "A" }))).toEqual(["accept sources graded C: 2"]);
  expect(loosenings(path("a", "c", { credibility: 1 }))).toEqual(["accept claims graded 3: 2"]);
  const origins = path("a", "c", { origins: 3 });
  expect(loosenings(origins)).toEqual(["allow one origin: 2"]);
  expect(origins.why?.cut).toEqual(["A path needs a link with fewer than three independent origins."]);
  expect(loosenings(graphOf("a>b(s3%3)").path("a", "b", { reliability: "B" }))).toEqual(["accept ungraded sources: 1"]);
});

test("R9: sources, speakers and claims that are left out are named", () => {
  const { path } = graphOf("a>b(s1) b>c(s2@p) c>d(s1)");
  expect(loosenings(path("a", "d", { sources: ["s1"] }))).toEqual(["accept “Source s2” too: 3"]);
  expect(loosenings(path("a", "d", { notSpeakers: ["p"] }))).toEqual(["accept the words of P: 3"]);
  expect(loosenings(path("a", "b", { speakers: ["p"] }))).toEqual(["accept everybody's words: 1"]);
  expect(loosenings(path("a", "b", { notClaims: ["a>r>b#0"] }))).toEqual([
    "accept the claim “words of a>r>b#0” that is left out: 1",
  ]);
  expect(loosenings(path("a", "b", { quoted: true }))).toEqual(["accept claims without a checked quote: 1"]);
});

test("R9: relations and families are allowed again, or no longer ruled out", () => {
  const { path } = graphOf("a>b:funds b>c:member-of");
  expect(loosenings(path("a", "c", { families: ["support"] }))).toEqual(["allow “member-of” too: 2"]);
  expect(loosenings(path("a", "c", { notRelations: ["funds" as never] }))).toEqual(["allow “funds”: 2"]);
  expect(loosenings(path("a", "c", { notFamilies: ["support"] }))).toEqual(["allow relations of support: 2"]);
});

test("R9, R26: a hub is passed up to the degree that a path needs, a type up to those that it passes", () => {
  const { path } = graphOf("a>h h>z h>1 h>2 h>3 h/company");
  const hub = path("a", "z", { maxDegree: 3 });
  expect(loosenings(hub)).toEqual(["pass entities with up to five links: 2"]);
  expect(hub.why?.cut).toEqual(["A path passes a hub with more than three links."]);
  expect(loosenings(path("a", "z", { types: ["person"] }))).toEqual(["allow “company” inside: 2"]);
  expect(loosenings(path("a", "z", { notTypes: ["organization"] }))).toEqual(["allow “organization” inside: 2"]);
});

test("R9, R35: an order in time, a gap, dates that may fit and claims without one", () => {
  const { path } = graphOf("a>b(s[2014-03-05]) b>c(s[2014-03-25]) c>d(s[2010]) d>e(s)");
  expect(loosenings(path("a", "c", { timeOrder: "forward", maxGap: 7 }))).toEqual([
    "allow 20 days between steps: 2",
    "leave the order in time open: 2",
  ]);
  expect(loosenings(path("a", "d", { timeOrder: "forward" }))).toEqual(["leave the order in time open: 3"]);
  expect(loosenings(path("a", "d", { kind: "earliest" }))).toEqual(["ask for the shortest path, whenever its steps were: 3"]);
  expect(loosenings(path("c", "e", { during: "2009/2011", undated: "out" }))).toEqual([
    "accept claims without a date: 2",
    "leave the time open: 2",
  ]);
  expect(loosenings(path("c", "d", { at: "2010-05-01", certain: true }))).toEqual([
    "accept dates that may fit: 1",
    "leave the date open: 1",
  ]);
  expect(loosenings(path("a", "b", { said: "2014", undated: "out" }))).toEqual([
    "accept claims without a date: 1",
    "accept what was said at any time: 1",
  ]);
});

test("R9, R37, R38: sources along the path, and the order of those to pass", () => {
  const { path } = graphOf("a>b(s1) b>c(s2) c>d(s2)");
  const same = path("a", "c", { sourcesAlong: "same" });
  expect(loosenings(same)).toEqual(["let each step have its own source: 2"]);
  expect(same.why?.cut).toEqual(["No one source carries a whole path."]);
  expect(loosenings(path("b", "d", { sourcesAlong: "different" }))).toEqual(["let steps share a source: 2"]);
  expect(loosenings(path("a", "d", { via: ["c", "b"], viaOrdered: true }))).toEqual([
    "do not ask for C: 3",
    "do not ask for B: 3",
    "pass them in any order: 3",
  ]);
});

test("R9, R39: what is avoided so that it is not on both sides stays avoided", () => {
  const { path } = graphOf("c1/company c2/company o/organization c1>o c2>x x>o(s1?)");
  const ends = { fromTypes: ["company"], to: [], toTypes: ["organization"] };
  expect(() => path("c2", "", ends)).toThrow('got "c1" on both sides');
  expect(loosenings(path("c2", "", { ...ends, avoid: ["c1"], standing: "stated" }))).toEqual(["allow alleged links: 2"]);
});

test("R9: sides by type are called by their types", () => {
  const { path } = graphOf("a b/company c/armed-group x>b");
  expect(path("a", "", { to: [], toTypes: ["company", "armed-group"] }).why?.cut).toEqual([
    "No chain of links joins A and any company or any armed group in this case, whatever is allowed.",
  ]);
});
