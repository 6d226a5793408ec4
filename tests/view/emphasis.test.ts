import { describe, expect, test } from "vitest";
import { entityId } from "../../src/base/ids.ts";
import { emphasesOf } from "../../src/view/emphasis.ts";
import { linkOf, partOf, pathAlong } from "./part.ts";

const nothing = { selectedEntities: [], selectedLink: null, path: null };
const id = entityId;

describe("who stands out", () => {
  const { links } = partOf("a>b b>c c>d d>e");

  test("with nothing chosen and nothing asked, everything is plain", () => {
    const emphases = emphasesOf(links, nothing);
    expect(["a", "b", "c", "d", "e"].map((node) => emphases.node(id(node)))).toEqual(Array(5).fill("plain"));
    expect(links.map(emphases.edge)).toEqual(Array(4).fill("plain"));
  });

  test("what is selected shows one hop around it, and the rest fades", () => {
    const emphases = emphasesOf(links, { ...nothing, selectedEntities: [id("b")] });
    expect(["a", "b", "c", "d"].map((node) => emphases.node(id(node)))).toEqual(["near", "selected", "near", "faded"]);
    expect(links.map(emphases.edge)).toEqual(["near", "near", "faded", "faded"]);
    expect(emphases.isSelectedNode(id("b"))).toBe(true);
    expect(emphases.isSelectedNode(id("a"))).toBe(false);
  });

  test("a selected link brings its two ends near, and no others", () => {
    const emphases = emphasesOf(links, { ...nothing, selectedLink: linkOf("b>c").id });
    expect(links.map(emphases.edge)).toEqual(["faded", "selected", "faded", "faded"]);
    expect(["a", "b", "c", "d"].map((node) => emphases.node(id(node)))).toEqual(["faded", "near", "near", "faded"]);
    expect(links.map(emphases.isSelectedEdge)).toEqual([false, true, false, false]);
  });

  test("the path wins over the selection, and what is selected on it stays selected", () => {
    const emphases = emphasesOf(links, { ...nothing, selectedEntities: [id("b")], path: pathAlong("a>b", "b>c") });
    expect(["a", "b", "c", "d"].map((node) => emphases.node(id(node)))).toEqual(["path", "path", "path", "faded"]);
    expect(emphases.isSelectedNode(id("b"))).toBe(true);
    expect(links.map(emphases.edge)).toEqual(["path", "path", "faded", "faded"]);
  });

  test("a part that was asked for is near, its named entities chosen, and the rest fades; without anything in it all is plain", () => {
    const set = <T>(...all: T[]) => new Set(all);
    const part = { entities: set(id("b"), id("c")), links: set(linkOf("b>c").id), anchors: set(id("c")) };
    const emphases = emphasesOf(links, { ...nothing, part });
    expect(["a", "b", "c", "d"].map((node) => emphases.node(id(node)))).toEqual(["faded", "near", "selected", "faded"]);
    expect(links.map(emphases.edge)).toEqual(["faded", "near", "faded", "faded"]);
    expect(emphasesOf(links, { ...nothing, part: { ...part, anchors: set() } }).node(id("a"))).toBe("faded");
    const empty = { entities: set<never>(), links: set<never>(), anchors: set<never>() };
    expect(emphasesOf(links, { ...nothing, part: empty }).node(id("a"))).toBe("plain");
  });

  test("of each hop the first link is the thread; the others that qualify stay near", () => {
    const double = partOf("a>b:corroborated:leads a>b:alleged:funds b>c").links;
    const emphases = emphasesOf(double, { ...nothing, path: pathAlong("a>b:corroborated:leads a>b:alleged:funds", "b>c") });
    expect(double.map(emphases.edge)).toEqual(["path", "near", "path"]);
  });

  test("a path alone fades what is off it", () => {
    const emphases = emphasesOf(links, { ...nothing, path: pathAlong("a>b") });
    expect(emphases.node(id("e"))).toBe("faded");
    expect(links.map(emphases.edge)).toEqual(["path", "faded", "faded", "faded"]);
  });
});
