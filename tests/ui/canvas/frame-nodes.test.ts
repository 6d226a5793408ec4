import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Framed, frameNodes, margins, mostFit } from "../../../src/ui/canvas/frame-nodes.ts";
import { nodeScale } from "../../../src/ui/canvas/zoom.ts";

const node = (x: number, y: number, more: Partial<Framed> = {}): Framed => ({
  x,
  y,
  size: 14,
  halfWidth: 50,
  below: 20,
  ...more,
});

describe("fitting nodes into the view", () => {
  test("nothing to fit, nowhere to go", () => {
    expect(frameNodes([], { width: 800, height: 600 }, 1)).toBeNull();
  });

  test("one node is not blown up", () => {
    expect(frameNodes([node(5, 7)], { width: 800, height: 600 }, mostFit)?.zoom).toBe(mostFit);
  });

  test("every node with its name lies inside the margins, and as large as they allow", () => {
    const nodes = fc.array(
      fc.record({
        x: fc.integer({ min: -3000, max: 3000 }),
        y: fc.integer({ min: -3000, max: 3000 }),
        size: fc.integer({ min: 10, max: 20 }),
        halfWidth: fc.integer({ min: 0, max: 84 }),
        below: fc.constantFrom(0, 20),
      }),
      { minLength: 1, maxLength: 30 },
    );
    fc.assert(
      fc.property(nodes, fc.integer({ min: 400, max: 1600 }), fc.integer({ min: 350, max: 1000 }), (all, width, height) => {
        const view = frameNodes(all, { width, height }, mostFit);
        if (view === null) throw new Error("wanted a view");
        const { zoom } = view;
        let room = Number.POSITIVE_INFINITY;
        for (const { x, y, size, halfWidth, below } of all) {
          const radius = size * nodeScale(zoom);
          const atX = width / 2 + (x - view.x) * zoom;
          const atY = height / 2 - (y - view.y) * zoom;
          const wide = Math.max(radius, halfWidth);
          expect(atX - wide).toBeGreaterThan(margins.left - 1);
          expect(atX + wide).toBeLessThan(width - margins.right + 1);
          expect(atY - radius).toBeGreaterThan(margins.top - 1);
          expect(atY + radius + below).toBeLessThan(height - margins.bottom + 1);
          room = Math.min(
            room,
            atX - wide - margins.left,
            width - margins.right - atX - wide,
            atY - radius - margins.top,
            height - margins.bottom - atY - radius - below,
          );
        }
        if (zoom < mostFit) expect(room).toBeLessThan(16);
      }),
    );
  });
});
