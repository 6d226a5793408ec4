import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { shapes } from "../../../src/claims/ontology.ts";
import { borderDistance, shapeDistance, shapeIndex } from "../../../src/ui/canvas/shape-distance.ts";

const angle = fc.double({ min: 0, max: 2 * Math.PI, noNaN: true });

describe.each(shapes)("the outline of a %s", (shape) => {
  test("the middle is inside, a point two radii away outside", () => {
    expect(shapeDistance(shape, 0, 0, 10)).toBeLessThan(-7);
    fc.assert(
      fc.property(angle, (a) => {
        expect(shapeDistance(shape, 20 * Math.cos(a), 20 * Math.sin(a), 10)).toBeGreaterThan(5);
      }),
    );
  });

  test("a line from the middle meets it, widened by the gap, where the distance is the gap", () => {
    fc.assert(
      fc.property(angle, fc.double({ min: 0, max: 9, noNaN: true }), (a, gap) => {
        const direction = [Math.cos(a), Math.sin(a)] as const;
        const at = borderDistance(shape, direction, 14, gap);
        expect(shapeDistance(shape, direction[0] * at, direction[1] * at, 14)).toBeCloseTo(gap, 0);
      }),
    );
  });

  test("grows with the radius, and takes about the room of its disc", () => {
    fc.assert(
      fc.property(angle, (a) => {
        const direction = [Math.cos(a), Math.sin(a)] as const;
        const small = borderDistance(shape, direction, 10, 0);
        expect(borderDistance(shape, direction, 20, 0)).toBeCloseTo(2 * small, 1);
        expect(small).toBeGreaterThan(8);
        expect(small).toBeLessThan(13);
      }),
    );
  });
});

test("each shape has its own number for the shader", () => {
  expect(shapes.map(shapeIndex)).toEqual([0, 1, 2, 3]);
});
