import { expect, test } from "vitest";
import {
  type BearingQuestion,
  bearingDefaults,
  type CommonQuestion,
  type ConnectQuestion,
  commonDefaults,
  connectDefaults,
  type PatternQuestion,
  patternDefaults,
} from "../../src/query/question.ts";
import { rowsOf } from "./drawing.ts";
import { oracleBearing } from "./oracle-bearing.ts";
import { oracleCommon } from "./oracle-common.ts";
import { oracleConnect } from "./oracle-connect.ts";
import { oraclePattern } from "./oracle-pattern.ts";
import { rulesOn } from "./rules-on.ts";

const words = (text: string) => text.split(" ").filter(Boolean);

test("R43: as few further entities as will do, whichever way links point; parts that cannot be joined", () => {
  const connect = (drawing: string, entities: string, more: Partial<ConnectQuestion> = {}) => {
    const question = { ...connectDefaults, ...more, entities: words(entities) } as unknown as ConnectQuestion;
    rulesOn(drawing).ask(question);
    return oracleConnect(rowsOf(words(drawing)), question);
  };
  const star = "a>m b>m m>c a>x x>b b>y y>c";
  expect(connect(star, "a b c")).toEqual({ added: 1, fragments: [["a", "b", "c"]] });
  expect(connect(star, "a b c", { maxDegree: 2 })).toEqual({ added: 2, fragments: [["a", "b", "c"]] });
  expect(connect(star, "a b c", { maxHops: 1 })).toEqual({ added: 0, fragments: [["a"], ["b"], ["c"]] });
  expect(connect(`${star} d>e`, "a b d e")).toEqual({
    added: 1,
    fragments: [
      ["a", "b"],
      ["d", "e"],
    ],
  });
  expect(connect("a>b b>c", "a b c")).toEqual({ added: 0, fragments: [["a", "b", "c"]] });
  expect(connect("a>m m>n n>b b>c", "a b c", { maxHops: 2 })).toEqual({ added: 0, fragments: [["b", "c"], ["a"]] });
});

test("R44: one step from each of the named, or from so many; most reached first", () => {
  const common = (drawing: string, entities: string, more: Partial<CommonQuestion> = {}) => {
    const question = { ...commonDefaults, ...more, entities: words(entities) } as unknown as CommonQuestion;
    rulesOn(drawing).ask(question);
    return oracleCommon(rowsOf(words(drawing)), question).map(
      ({ id, ties }) => `${id} ${ties.map(({ entity }) => entity).join("")}`,
    );
  };
  const drawing = "a>x x>b c>x a>y b>y a>b b>c q/place a>q b>q";
  expect(common(drawing, "a b")).toEqual(["q ab", "x ab", "y ab"]);
  expect(common(drawing, "c b a")).toEqual(["x cba"]);
  expect(common(drawing, "c b a", { atLeast: 2 })).toEqual(["x cba", "q ba", "y ba"]);
  expect(common(drawing, "a b", { direction: "forward" })).toEqual(["q ab", "y ab"]);
  expect(common(drawing, "a b", { maxDegree: 2, notTypes: words("place") as never })).toEqual(["y ab"]);
  expect(common(drawing, "a b", { limit: 1 })).toHaveLength(3);
});

test("R45: what cuts the two sides when it alone is withdrawn", () => {
  const bearing = (drawing: string, more: Partial<BearingQuestion> = {}) => {
    const question = { ...bearingDefaults, from: ["a"], to: ["z"], ...more } as unknown as BearingQuestion;
    rulesOn(drawing).ask(question);
    const { linked, claims, sources, links, entities } = oracleBearing(rowsOf(words(drawing)), question);
    return [linked, ...[claims, sources, links, entities].map((ids) => ids.join(" "))];
  };
  const drawing = "a>b(s1) b>c(s2) b>d(s3) c>z(s2) d>z(s2)";
  expect(bearing(drawing)).toEqual([true, "a>r>b#0", "s1 s2", "a>r>b", "b"]);
  expect(bearing(drawing, { via: ["c"] } as never)).toEqual([
    ...[true, "a>r>b#0 b>r>c#0 c>r>z#0", "s1 s2", "a>r>b b>r>c c>r>z", "b"],
  ]);
  expect(bearing("a>z(s1,s2=s1)")).toEqual([true, "", "", "a>r>z", ""]);
  expect(bearing("a>z(s1,s2)", { standing: "corroborated" })).toEqual([true, "a>r>z#0 a>r>z#1", "s1 s2", "a>r>z", ""]);
  expect(bearing("a>b(s1!) b>z(s1)")).toEqual([false, "", "", "", ""]);
});

test("R46: every way to fill the holes with different entities, by the ids in the order of the nodes", () => {
  const pattern = (drawing: string, more: object) => {
    const question = { ...patternDefaults, ...more } as unknown as PatternQuestion;
    rulesOn(drawing).ask(question);
    return oraclePattern(rowsOf(words(drawing)), question).map(({ entities }) => entities.join(" "));
  };
  const node = (name: string, entity: string | null = null, types: string[] = []) => ({ name, entity, types });
  const edge = (from: number, to: number, direction = "forward", relations: string[] = []) => ({
    from,
    to,
    relations,
    direction,
  });
  const drawing = "o/company p/company a>o:member-of b>o:member-of b>p:member-of a-b";
  const members = [edge(0, 1, "forward", ["member-of"]), edge(2, 1, "forward", ["member-of"])];
  expect(pattern(drawing, { nodes: [node("x"), node("o"), node("y")], edges: members })).toEqual(["a o b", "b o a"]);
  expect(pattern(drawing, { nodes: [node("x"), node("o", null, ["organization"])], edges: [edge(0, 1)] })).toEqual([
    ...["a o", "b o", "b p"],
  ]);
  expect(pattern(drawing, { nodes: [node("x", "b"), node("y")], edges: [edge(1, 0, "backward")] })).toEqual([
    "b a",
    "b o",
    "b p",
  ]);
  expect(pattern(drawing, { nodes: [node("x"), node("y")], edges: [edge(0, 1)], direction: "backward" })).toHaveLength(5);
  expect(pattern(drawing, { nodes: [node("x"), node("y")], edges: [edge(0, 1)], avoid: ["b"] })).toEqual(["a o"]);
});
