import { expect, test } from "vitest";
import type { PathQuestion } from "../../src/query/question.ts";
import type { Loose } from "./graph-of.ts";
import { rulesOn } from "./rules-on.ts";

/** The relations of the links that are left between a and b, in the order in which the hop has them. */
function left(drawing: string, more: Loose<PathQuestion>): string {
  const [path] = rulesOn(drawing).told("a", "b", more);
  return (path?.steps[0] ?? []).map(({ id }) => id.split(">")[1]).join(" ");
}

test.each<[Loose<PathQuestion>, string]>([
  [{ sources: ["s2"] }, "told"],
  [{ notSources: ["s1"] }, "told"],
  [{ speakers: ["p"] }, "by-p"],
  [{ notSpeakers: ["p"] }, "echo good own quoted told"],
  [{ reliability: "B" }, "echo good own quoted by-p"],
  [{ reliability: "D" }, "echo good own quoted by-p told"],
  [{ credibility: 2 }, "good"],
  [{ credibility: 1 }, ""],
  [{ quoted: true }, "quoted"],
  [{ noEchoes: true }, "good own quoted by-p told"],
  [{ notClaims: ["a>good>b#0", "a>own>b#0"] }, "echo quoted by-p told"],
])("R23: %o leaves %s", (more, relations) => {
  const drawing = '#s1:B #s2:D p a>b:own(s1) a>b:by-p(s1@p) a>b:told(s2?) a>b:echo(s1=s3) a>b:quoted(s1") a>b:good(s1%2)';
  expect(left(drawing, more)).toBe(relations);
});

const dated = "a>b:in(s[2014]) a>b:round(s[2013/2015]) a>b:about(s[~2014]) a>b:perhaps(s[2014?]) a>b:later(s[2016]) a>b:never(s)";

test.each<[Loose<PathQuestion>, string]>([
  [{ at: "2014-06-01" }, "about in never perhaps round"],
  [{ at: "2014-06-01", certain: true }, "never round"],
  [{ at: "2014-06-01", undated: "out" }, "about in perhaps round"],
  [{ at: "2014-06-01", certain: true, undated: "out" }, "round"],
  [{ during: "2014", certain: true }, "in never round"],
  [{ during: "~2014", certain: true }, "in never round"],
  [{ during: "2016/.." }, "later never"],
  [{ at: "2015-12-31", during: "2016" }, "never"],
  [{ said: "2014", undated: "out" }, ""],
])("R24: of links dated in part, %o leaves %s", (more, relations) => {
  expect(left(dated, more)).toBe(relations);
});

test("R24: when it was said is asked apart from when it held", () => {
  expect(left("a>b:x(s[2014]{2019}) a>b:y(s[2019]{2014})", { said: "2019" })).toBe("x");
});

test("R25, R18: origins are counted among claims in their own voice, and only where there are none among those that report", () => {
  const drawing = "p a>b:one(s1,s2=s1) a>b:two(s1,s2) a>b:voice(s1,s2?,s3@p) a>b:word(s1?,s2@p) a>b:cut(s1,s2,s3!)";
  expect(left(drawing, { origins: 1 })).toBe("two one voice word cut");
  expect(left(drawing, { origins: 2 })).toBe("two word cut");
  expect(left(drawing, { origins: 2, notSources: ["s2"] })).toBe("");
  expect(left("a>b(s1!,s2!)", { origins: 1, includeDenied: true })).toBe("");
});

test("R27: a relation of either list will do; one that is refused never does", () => {
  const drawing = "a>b:funds a>b:supplies a>b:member-of a>b:owns";
  expect(left(drawing, { relations: ["owns"], families: ["support"] })).toBe("funds owns supplies");
  expect(left(drawing, { families: ["support"], notRelations: ["funds"] })).toBe("supplies");
  expect(left(drawing, { relations: ["funds", "owns"], notFamilies: ["support"] })).toBe("owns");
  expect(left(drawing, { relations: ["unheard-of"] })).toBe("");
});

test("R26: types and hubs bind entities inside that the question does not name; a type stands for its kinds", () => {
  const { paths } = rulesOn("x/company y/person z/armed-group a>x x>b a>y y>b a>z z>b z>q");
  expect(paths("a", "b", { types: ["organization"] })).toEqual(["a x b", "a z b"]);
  expect(paths("a", "b", { notTypes: ["organization"] })).toEqual(["a y b"]);
  expect(paths("a", "b", { maxDegree: 2 })).toEqual(["a x b", "a y b"]);
  expect(paths("a", "b", { maxDegree: 1, via: ["z"] })).toEqual(["a z b"]);
  expect(paths("a y", "b", { maxDegree: 1, avoid: ["x"], kind: "simple" })).toEqual(["y b", "a y b"]);
});

test("R39: sides by type, less whom the other side names and who is avoided", () => {
  const { paths } = rulesOn("x/company y/company z/place a>x a>y x>z y>z x>y");
  expect(paths("", "z", { fromTypes: ["organization"] })).toEqual(["x z", "y z"]);
  expect(paths("", "x", { fromTypes: ["organization"] })).toEqual(["y x"]);
  expect(paths("a", "", { toTypes: ["company"], avoid: ["x"] })).toEqual(["a y"]);
});
