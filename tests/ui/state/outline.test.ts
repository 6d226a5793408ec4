import { expect, test } from "vitest";
import { nothingHidden } from "../../../src/ui/state/graph-index.ts";
import { type OutlineItem, outlineOf } from "../../../src/ui/state/outline.ts";
import { graphOf } from "./graph.ts";

const relation = () => ({ label: "knows", inverse: "known by", symmetric: false });
const outline = (drawn: string, open: readonly string[] = []) =>
  outlineOf(graphOf(drawn), { hidden: nothingHidden, open: new Set(open), relation });

function words(item: OutlineItem): string {
  return item.kind === "entity" ? item.entity.name : `${item.words} ${item.other.name}`;
}

test("entities stand in order of their names", () => {
  expect(outline("b>c a>b").map(words)).toEqual(["A", "B", "C"]);
});

test("an open entity lists its links in words from its side", () => {
  const [, b] = outline("a>b b>c", ["e1"]);
  expect(b?.items.map(words)).toEqual(["known by A", "knows C"]);
});

test("at the end of an open link stand the links of the other entity", () => {
  const [a] = outline("a>b b>c", ["e0", "e0/0"]);
  expect(a?.items[0]?.items.map(words)).toEqual(["known by A", "knows C"]);
});

test("a graph that goes round in a circle is built only as deep as it is open, and one peek further", () => {
  const depth = (item: OutlineItem): number => 1 + Math.max(0, ...item.items.map(depth));
  const [a] = outline("a>b b>a");
  expect(depth(a!)).toBe(2);
  const [opened] = outline("a>b b>a", ["e0"]);
  expect(depth(opened!)).toBe(3);
});

test("no two items share a key", () => {
  const keys: string[] = [];
  const collect = (item: OutlineItem) => {
    keys.push(item.key);
    item.items.forEach(collect);
  };
  outline("a>b b>a a>c c>b", ["e0", "e0/0", "e1", "e2", "e2/1"]).forEach(collect);
  expect(new Set(keys).size).toBe(keys.length);
});
