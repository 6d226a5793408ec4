import { describe, expect, test } from "vitest";
import { entityId } from "../../../src/base/ids.ts";
import { restyleScene, sameParts } from "../../../src/ui/canvas/graph-of-scene.ts";
import { edgeKey, lineColor, nodeKey, ringGap, rings } from "../../../src/ui/canvas/looks.ts";
import { hex } from "../../../src/ui/canvas/palette.ts";
import { pathAlong } from "../../view/part.ts";
import { drawnAt, palette, sceneOf } from "./drawn.ts";

describe("the graph that is drawn", () => {
  test("ids that are names of Object.prototype are nodes like any others, and nothing else changes", () => {
    const { graph } = drawnAt("__proto__>constructor toString>__proto__", {});
    expect(graph.order).toBe(3);
    expect(graph.size).toBe(2);
    expect(graph.hasNode(nodeKey(entityId("__proto__")))).toBe(true);
    expect(Object.keys(Object.prototype)).toEqual([]);
  });

  test("parallel links and links of an entity to itself are all there", () => {
    expect(drawnAt("a>b::x a>b::y b>a::x a>a", {}).graph.size).toBe(4);
  });

  test("a scene whose link lacks an end is a mistake of the program", () => {
    const scene = sceneOf("a>b");
    expect(
      () => drawnAt("a>b", {}) && restyleScene(drawnAt("a>b", {}), { ...scene, nodes: scene.nodes.slice(0, 1) }, palette),
    ).toThrow(/wanted/);
  });
});

describe("a change of looks alone", () => {
  const before = drawnAt("a>b b>c", { a: [10, 20], b: [30, 40], c: [50, 60] });

  test("is told by the parts: the same nodes and links in the same order", () => {
    expect(sameParts(before.scene, sceneOf("a>b b>c", { selectedEntities: [entityId("a")] }))).toBe(true);
    expect(sameParts(before.scene, sceneOf("a>b b>c c>d"))).toBe(false);
    expect(sameParts(before.scene, sceneOf("b>c a>b"))).toBe(false);
  });

  test("keeps every place and the graph itself", () => {
    const after = restyleScene(before, sceneOf("a>b b>c", { selectedEntities: [entityId("a")] }), palette);
    expect(after.graph).toBe(before.graph);
    expect(after.nodes.map(({ look }) => [look.x, look.y])).toEqual([
      [10, 20],
      [30, 40],
      [50, 60],
    ]);
    expect(after.graph.getNodeAttribute(nodeKey(entityId("a")), "rings")).toBe(rings.selected);
  });
});

describe("the thread", () => {
  test("is the only red: on the path, and nowhere else", () => {
    const red = hex(palette.thread);
    expect(lineColor("path", palette)).toBe(red);
    for (const emphasis of ["plain", "faded", "near", "selected"] as const) expect(lineColor(emphasis, palette)).not.toBe(red);
    const { edges, graph } = drawnAt("a>b:contested b>c", {}, { path: pathAlong("a>b:contested") });
    expect(edges.map(({ edge }) => graph.getEdgeAttribute(edgeKey(edge.id), "color") === red)).toEqual([true, false]);
  });

  test("lies above all else, and faded below all else", () => {
    const { edges } = drawnAt("a>b b>c c>d d>e", {}, { path: pathAlong("a>b"), selectedEntities: [entityId("c")] });
    const depth = edges.map(({ look }) => look.zIndex);
    expect(depth[0]).toBe(Math.max(...depth));
    expect(depth[3]).toBe(Math.min(...depth));
  });

  test("nodes on it have its ring; lines keep clear of the rings", () => {
    const { nodes } = drawnAt("a>b", {}, { path: pathAlong("a>b"), selectedEntities: [entityId("a")] });
    expect(nodes.map(({ look }) => look.rings)).toEqual([rings.path + rings.selected, rings.path]);
    expect(ringGap(rings.path + rings.selected)).toBeGreaterThan(ringGap(rings.path));
    expect(ringGap(rings.path)).toBeGreaterThan(ringGap(0));
  });
});
