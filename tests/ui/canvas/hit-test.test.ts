import { describe, expect, test } from "vitest";
import { entityId } from "../../../src/base/ids.ts";
import { pointAt } from "../../../src/ui/canvas/edge-curve.ts";
import { linkAt, nodeAt } from "../../../src/ui/canvas/hit-test.ts";
import { curveOf } from "../../../src/ui/canvas/spot-of.ts";
import { drawnAt, frameOf } from "./drawn.ts";

const frame = frameOf();

describe("the node under the pointer", () => {
  const { nodes } = drawnAt("a>b", { a: [-100, 0], b: [100, 50] });

  test("y of the graph runs up, y of the view down", () => {
    expect(nodeAt(nodes, { x: 300, y: 300 }, frame)?.node.id).toBe("a");
    expect(nodeAt(nodes, { x: 500, y: 250 }, frame)?.node.id).toBe("b");
    expect(nodeAt(nodes, { x: 500, y: 350 }, frame)).toBeNull();
  });

  test("a little beside it still hits, further away does not", () => {
    const radius = (nodes[0]?.node.size ?? 0) * frame.scale;
    expect(nodeAt(nodes, { x: 300 + radius + 2, y: 300 }, frame)?.node.id).toBe("a");
    expect(nodeAt(nodes, { x: 300 + radius + 6, y: 300 }, frame)).toBeNull();
  });

  test("of two on one spot, the one drawn above: what is selected lies above what fades", () => {
    const over = drawnAt("b>a c>d", { a: [0, 0], b: [0, 0], c: [0, 0], d: [200, 0] }, { selectedEntities: [entityId("b")] });
    expect(nodeAt(over.nodes, { x: 400, y: 300 }, frame)?.node.id).toBe("b");
  });
});

describe("the link under the pointer", () => {
  test.each(["a>b::r1 a>b::r2", "a>b::r1 b>a::r2", "a>b::r1 a>b::r2 b>a::r3 a>b::r4 a>b::r5"])(
    "of parallel links, each is hit at its own middle: %s",
    (drawn) => {
      const { edges } = drawnAt(drawn, { a: [-150, 40], b: [150, -60] });
      for (const item of edges) {
        const curve = curveOf(item, frame);
        expect(linkAt(edges, pointAt(curve, (curve.start + curve.end) / 2), frame)).toBe(item);
      }
    },
  );

  test("a loop is hit on its far side", () => {
    const { edges } = drawnAt("a>a a>b", { a: [0, 0], b: [200, 0] });
    const loop = edges[0];
    if (loop === undefined) throw new Error("wanted a loop");
    expect(linkAt(edges, pointAt(curveOf(loop, frame), 0), frame)).toBe(loop);
  });

  test("between the lines there is nothing", () => {
    const { edges } = drawnAt("a>b::r1 a>b::r2", { a: [-150, 0], b: [150, 0] });
    expect(linkAt(edges, { x: 400, y: 300 }, frame)).toBeNull();
  });

  test("the nearer of two that cross close by wins", () => {
    const { edges } = drawnAt("a>b c>d", { a: [-100, 0], b: [100, 0], c: [-100, 8], d: [100, 8] });
    expect(linkAt(edges, { x: 400, y: 299 }, frame)?.from.node.id).toBe("a");
    expect(linkAt(edges, { x: 400, y: 294 }, frame)?.from.node.id).toBe("c");
  });
});
