import { expect, test } from "vitest";
import { BadInput } from "../../src/base/problem.ts";
import { graphOf } from "../query/graph-of.ts";
import { filterOf, type LooseConditions, walked } from "./filter-of.ts";

const drawing =
  '#s1:B #s2:D p q a>b:by-p(s1@p) a>b:by-q(s3?@q) a>b:echo(s1=s3) a>b:good(s1%2) a>b:own(s1) a>b:quoted(s1") a>b:told(s2?)';

test.each<[LooseConditions, string]>([
  [{ sources: ["s2", "s3"] }, "by-q told"],
  [{ sources: ["s1"], notSources: ["s1"] }, ""],
  [{ notSources: ["s1"] }, "by-q told"],
  [{ speakers: ["p"] }, "by-p"],
  [{ speakers: ["a"] }, ""],
  [{ notSpeakers: ["p", "q"] }, "echo good own quoted told"],
  [{ speakers: ["p", "q"], notSpeakers: ["q"] }, "by-p"],
  [{ reliability: "A" }, ""],
  [{ reliability: "B" }, "by-p echo good own quoted"],
  [{ reliability: "F" }, "by-p echo good own quoted told"],
  [{ credibility: 1 }, ""],
  [{ credibility: 2 }, "good"],
  [{ credibility: 6 }, "good"],
  [{ quoted: true }, "quoted"],
  [{ noEchoes: true }, "by-p by-q good own quoted told"],
  [{ quoted: true, noEchoes: true }, "quoted"],
  [{ notClaims: ["a>good>b#0", "a>own>b#0", "no-claim"] }, "by-p by-q echo quoted told"],
])("R23: %o leaves %s", (asked, left) => {
  expect(walked(drawing, asked)).toBe(left);
});

test("R13: a speaker that the case lacks is refused in one line", () => {
  const { graph } = graphOf("a>b");
  for (const asked of [{ speakers: ["nobody"] }, { notSpeakers: ["nobody"] }]) {
    expect(() => filterOf(graph, asked)).toThrow('speaker: wanted an entity of the case, got "nobody"');
    expect(() => filterOf(graph, asked)).toThrow(BadInput);
  }
});

test("R2: claims of a link that are left out one by one leave the others", () => {
  const { graph } = graphOf('a>b(s1,s2",s3=s1,s4%3)');
  const left = (asked: LooseConditions) => [0, 1, 2, 3].filter((claim) => !filterOf(graph, asked).leavesOut(claim)).join("");
  expect(left({})).toBe("0123");
  expect(left({ quoted: true })).toBe("1");
  expect(left({ noEchoes: true })).toBe("013");
  expect(left({ credibility: 3 })).toBe("3");
  expect(left({ notSources: ["s1"] })).toBe("123");
});
