import fc from "fast-check";
import { expect, test } from "vitest";
import { boxAround, createBoxGrid, overlap } from "../../../../src/ui/canvas/labels/box-grid.ts";

const box = fc
  .tuple(
    fc.integer({ min: -300, max: 900 }),
    fc.integer({ min: -300, max: 900 }),
    fc.integer({ min: 1, max: 200 }),
    fc.integer({ min: 1, max: 90 }),
  )
  .map(([x, y, width, height]) => boxAround(x, y, { width, height }));

test("a box hits exactly when it overlaps one that was added", () => {
  fc.assert(
    fc.property(fc.array(box, { maxLength: 30 }), box, fc.constantFrom(16, 64, 500), (added, asked, cell) => {
      const grid = createBoxGrid(cell);
      for (const one of added) grid.add(one);
      expect(grid.hits(asked)).toBe(added.some((one) => overlap(one, asked)));
    }),
  );
});

test("boxes that touch do not overlap", () => {
  expect(overlap(boxAround(0, 0, { width: 10, height: 10 }), boxAround(10, 0, { width: 10, height: 10 }))).toBe(false);
});
