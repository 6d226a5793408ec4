import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { shapes } from "../../../src/claims/ontology.ts";
import { acrossAt, curveBetween, distanceTo, pointAt, type Spot } from "../../../src/ui/canvas/edge-curve.ts";
import { shapeDistance } from "../../../src/ui/canvas/shape-distance.ts";

const spot = (x: number, y: number, more: Partial<Spot> = {}): Spot => ({ x, y, radius: 10, shape: "disc", gap: 2, ...more });
const middle = (bend: number, from = spot(0, 0), to = spot(200, 0)) => {
  const curve = curveBetween(from, to, { bend, scale: 1 });
  return pointAt(curve, (curve.start + curve.end) / 2);
};
const coordinate = fc.integer({ min: -400, max: 400 });
const anySpot = fc.record({
  x: coordinate,
  y: coordinate,
  radius: fc.integer({ min: 6, max: 24 }),
  shape: fc.constantFrom(...shapes),
  gap: fc.constantFrom(2, 5.5, 8.5),
});

describe("the line of a link", () => {
  test("alone it is straight, from outline to outline", () => {
    const curve = curveBetween(spot(0, 0), spot(200, 0), { bend: 0, scale: 1 });
    expect(pointAt(curve, curve.start).x).toBeCloseTo(12);
    expect(pointAt(curve, curve.end).x).toBeCloseTo(188);
    expect(middle(0).y).toBeCloseTo(0);
  });

  test("a positive bend lies to the left of its direction: above, when it runs to the right of the screen", () => {
    expect(middle(1).y).toBeLessThan(-20);
    expect(middle(-1).y).toBeGreaterThan(20);
  });

  test("two that run opposite ways with the same bend part to both sides", () => {
    expect(Math.sign(middle(0.5).y)).toBe(-Math.sign(middle(0.5, spot(200, 0), spot(0, 0)).y));
  });

  test("between nodes close together it bends less, and never back over itself", () => {
    expect(Math.abs(middle(4, spot(0, 0), spot(60, 0)).y)).toBeLessThan(30);
  });

  test("ends where the widened outlines are, whatever shapes it joins and however it bends", () => {
    fc.assert(
      fc.property(anySpot, anySpot, fc.constantFrom(-1.5, -0.5, 0, 0.5, 1, 2), (from, to, bend) => {
        fc.pre(Math.hypot(from.x - to.x, from.y - to.y) > 90);
        const curve = curveBetween(from, to, { bend, scale: 1 });
        for (const [end, at] of [
          [from, curve.start],
          [to, curve.end],
        ] as const) {
          const point = pointAt(curve, at);
          expect(Math.abs(shapeDistance(end.shape, point.x - end.x, point.y - end.y, end.radius) - end.gap)).toBeLessThan(1.2);
        }
      }),
    );
  });

  test("across it is at right angles to it, at any place", () => {
    fc.assert(
      fc.property(fc.constantFrom(0, 0.5, -1), fc.double({ min: -0.9, max: 0.9, noNaN: true }), (bend, share) => {
        const curve = curveBetween(spot(0, 0), spot(160, 90), { bend, scale: 1 });
        const at = curve.end * share;
        const [ax, ay] = acrossAt(curve, at);
        const before = pointAt(curve, at - 0.01);
        const after = pointAt(curve, at + 0.01);
        expect(((after.x - before.x) * ax + (after.y - before.y) * ay) / 0.02).toBeCloseTo(0, 2);
        expect(Math.hypot(ax, ay)).toBeCloseTo(1);
      }),
    );
  });
});

describe("a link of an entity to itself", () => {
  const loop = (bend: number) => curveBetween(spot(50, 50), spot(50, 50), { bend, scale: 1 });

  test("is a loop above the node that leaves and meets its outline", () => {
    const curve = loop(0);
    expect(pointAt(curve, 0).y).toBeLessThan(50 - 20);
    for (const at of [curve.start, curve.end]) {
      const point = pointAt(curve, at);
      expect(Math.hypot(point.x - 50, point.y - 50)).toBeCloseTo(12, 0);
    }
  });

  test("each further one is larger", () => {
    expect(pointAt(loop(1), 0).y).toBeLessThan(pointAt(loop(0), 0).y - 8);
  });
});

test("the distance to a line is the least over its points", () => {
  fc.assert(
    fc.property(anySpot, anySpot, fc.constantFrom(-1, 0, 0.5, 2), coordinate, coordinate, (from, to, bend, x, y) => {
      fc.pre(Math.hypot(from.x - to.x, from.y - to.y) > 90);
      const curve = curveBetween(from, to, { bend, scale: 1 });
      let least = Number.POSITIVE_INFINITY;
      for (let step = 0; step <= 400; step++) {
        const point = pointAt(curve, curve.start + ((curve.end - curve.start) * step) / 400);
        least = Math.min(least, Math.hypot(point.x - x, point.y - y));
      }
      expect(Math.abs(distanceTo(curve, { x, y }) - least)).toBeLessThan(1.5);
    }),
  );
});
