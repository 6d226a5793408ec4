import { expect, test } from "vitest";
import { LinkFilter } from "../../src/graph/link-filter.ts";
import { pathDefaults } from "../../src/query/question.ts";
import { isUnweighted, Weigher, weightScale } from "../../src/query/weigher.ts";
import { graphOf, walks } from "./graph-of.ts";

test("R29: sums of decimals tie where people would say so, whatever the order", () => {
  const { path } = graphOf("a>b(s*0.1) b>c(s*0.2) c>z(s*0.3) a>d(s*0.3) d>e(s*0.2) e>z(s*0.1) a>f(s*0.55) f>z(s*0.05)");
  const answer = path("a", "z", { kind: "cheapest" });
  expect(walks(answer)).toEqual(["a f z", "a b c z", "a d e z"]);
  expect(answer.paths.map(({ weight }) => weight)).toEqual([0.6, 0.6, 0.6]);
});

test("R29: weights that are no decimals keep forty bits, and their sums are shown with twelve digits", () => {
  const third = graphOf(`a>b(s*${1 / 3}) b>c(s*${2 / 3})`);
  const { term, shown } = weightScale(third.graph.snapshot);
  expect(shown(term(1 / 3) + term(2 / 3))).toBe(1);
  expect(third.path("a", "c", { kind: "cheapest" }).paths[0]?.weight).toBe(1);
  expect(term(1e300)).toBeGreaterThan(0);
  const huge = 10 ** 300;
  const scale = weightScale(graphOf(`a>b(s*1${"0".repeat(300)})`).graph.snapshot);
  expect(scale.shown(scale.term(huge))).toBe(huge);
});

test("R2, R29: where claims are taken away a link weighs on those that remain", () => {
  const { graph } = graphOf("a>b(s1*2,s2*3)");
  const weighed = (notSources: readonly string[]) =>
    new Weigher(graph.snapshot, new LinkFilter(graph, { ...pathDefaults, notSources: notSources as never[] })).of(0);
  const { shown } = weightScale(graph.snapshot);
  expect([weighed([]), weighed(["s1"])].map(shown)).toEqual([2, 3]);
});

test("a case without weights of its own is known for one", () => {
  expect(isUnweighted(graphOf("a>b b>c(s*1)").graph.snapshot)).toBe(true);
  expect(isUnweighted(graphOf("a>b b>c(s*2)").graph.snapshot)).toBe(false);
});
