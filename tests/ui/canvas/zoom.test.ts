import fc from "fast-check";
import { expect, test } from "vitest";
import { cameraAt, graphPoint, lineScale, nodeScale, ratioOf, zoomOf } from "../../../src/ui/canvas/zoom.ts";

test("zoom and camera ratio, point and camera place lead to each other, whatever the canvas's size", () => {
  const side = fc.integer({ min: 100, max: 4000 });
  fc.assert(
    fc.property(
      side,
      side,
      fc.double({ min: 0.02, max: 4, noNaN: true }),
      fc.integer({ min: -9000, max: 9000 }),
      (width, height, zoom, x) => {
        expect(zoomOf(ratioOf(zoom, { width, height }), { width, height })).toBeCloseTo(zoom);
        expect(graphPoint(cameraAt({ x, y: -x }))).toEqual({ x: expect.closeTo(x), y: expect.closeTo(-x) });
      },
    ),
  );
});

test("nodes grow with the zoom, but less: a far view keeps its nodes, a near one its gaps", () => {
  expect(nodeScale(1)).toBe(1);
  for (const zoom of [0.05, 0.2, 0.6]) expect(nodeScale(zoom)).toBeGreaterThan(zoom);
  for (const zoom of [1.5, 2, 4]) expect(nodeScale(zoom)).toBeLessThan(zoom);
});

test("lines are neither hairs nor beams", () => {
  expect(lineScale(0.01)).toBeGreaterThan(0.3);
  expect(lineScale(9)).toBeLessThan(2);
});
