import fc from "fast-check";
import { expect, test } from "vitest";
import { partBoxes } from "../../../../src/ui/canvas/layout/part-boxes.ts";
import { overlaps, taskOf } from "./tasks.ts";

const spots = fc.array(fc.tuple(fc.integer({ min: -200, max: 200 }), fc.integer({ min: -200, max: 200 })), {
  minLength: 2,
  maxLength: 30,
});

test("boxes that overlap are pushed apart, even when all lie on one spot", () => {
  fc.assert(
    fc.property(spots, (all) => {
      const task = taskOf(all.length, []);
      const places = { x: Float64Array.from(all, ([x]) => x), y: Float64Array.from(all, ([, y]) => y) };
      expect(partBoxes(task, places, { mostRounds: 600 })).toBe(true);
      expect(overlaps(task, places)).toEqual([]);
    }),
  );
});

test("what does not overlap does not move", () => {
  const places = { x: Float64Array.of(0, 300, 600), y: Float64Array.of(0, 0, 0) };
  expect(partBoxes(taskOf(3, []), places)).toBe(true);
  expect([...places.x, ...places.y]).toEqual([0, 300, 600, 0, 0, 0]);
});

test("fixed nodes stay, and the others give way", () => {
  const places = { x: Float64Array.of(0, 5, 10), y: Float64Array.of(0, 3, -2) };
  const task = taskOf(3, []);
  partBoxes(task, places, { fixed: (node) => node === 0 });
  expect([places.x[0], places.y[0]]).toEqual([0, 0]);
  expect(overlaps(task, places)).toEqual([]);
});

test("two fixed nodes that overlap are left as they are", () => {
  const places = { x: Float64Array.of(0, 5), y: Float64Array.of(0, 3) };
  partBoxes(taskOf(2, []), places, { fixed: () => true });
  expect([...places.x, ...places.y]).toEqual([0, 5, 0, 3]);
});
