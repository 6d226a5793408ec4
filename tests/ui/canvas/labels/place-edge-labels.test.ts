import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { curveBetween } from "../../../../src/ui/canvas/edge-curve.ts";
import { boxAround, createBoxGrid, overlap } from "../../../../src/ui/canvas/labels/box-grid.ts";
import { crossesBox, crossings, sampleLine } from "../../../../src/ui/canvas/labels/crossings.ts";
import { type NamedLine, placeEdgeLabels } from "../../../../src/ui/canvas/labels/place-edge-labels.ts";

const view = { width: 800, height: 600 };
type Ends = readonly [x1: number, y1: number, x2: number, y2: number];
const curveOf = ([x1, y1, x2, y2]: Ends, bend = 0) => {
  const end = { radius: 10, shape: "disc", gap: 2 } as const;
  return curveBetween({ x: x1, y: y1, ...end }, { x: x2, y: y2, ...end }, { bend, scale: 1 });
};
const named = (ends: Ends, more: Partial<NamedLine> = {}): NamedLine => ({
  curve: curveOf(ends),
  width: 60,
  height: 14,
  mark: 0,
  always: false,
  ...more,
});

function place(names: readonly NamedLine[], blocked: readonly ReturnType<typeof boxAround>[] = []) {
  const taken = createBoxGrid(64);
  for (const box of blocked) taken.add(box);
  const lines = names.map(({ curve }) => sampleLine(curve, 1));
  return placeEdgeLabels(names, { taken, lettered: createBoxGrid(64), lines, view });
}

describe("relation names beside their lines", () => {
  test("above a line that lies flat, close to it, in its middle", () => {
    const [label] = place([named([200, 300, 600, 300])]);
    expect(label?.x).toBeCloseTo(400);
    expect(label?.box.bottom).toBeLessThan(300);
    expect(label?.box.bottom).toBeGreaterThan(290);
  });

  test("never on their own line, whichever way it runs", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 359 }), fc.constantFrom(-1, 0, 0.5, 1), (angle, bend) => {
        const [x, y] = [Math.cos((angle * Math.PI) / 180) * 160, Math.sin((angle * Math.PI) / 180) * 160];
        const curve = curveOf([400 - x, 300 - y, 400 + x, 300 + y], bend);
        for (const { box } of place([named([0, 0, 1, 1], { curve })]))
          expect(crossings(box, [sampleLine(curve, 1)], null)).toBe(0);
      }),
    );
  });

  test("on the other side where something stands in the way", () => {
    const above = boxAround(400, 285, { width: 500, height: 28 });
    const [label] = place([named([200, 300, 600, 300])], [above]);
    expect(label?.box.top).toBeGreaterThan(300);
  });

  test("clear of the mark in the middle of a contested link", () => {
    const [label] = place([named([200, 300, 600, 300], { mark: 8 })]);
    expect(label?.box.bottom).toBeLessThan(300 - 8);
  });

  test("a line too short for its name stays without, unless it stands out", () => {
    expect(place([named([400, 300, 440, 300])])).toEqual([]);
    expect(place([named([400, 300, 440, 300], { always: true })])).toHaveLength(1);
  });

  test("no name covers another, on whatever lines", () => {
    const ends = fc.tuple(
      fc.integer({ min: 20, max: 780 }),
      fc.integer({ min: 20, max: 580 }),
      fc.integer({ min: 20, max: 780 }),
      fc.integer({ min: 20, max: 580 }),
    );
    fc.assert(
      fc.property(fc.array(ends, { maxLength: 25 }), (all) => {
        const boxes = place(all.filter(([x1, y1, x2, y2]) => Math.hypot(x1 - x2, y1 - y2) > 30).map((one) => named(one))).map(
          ({ box }) => box,
        );
        boxes.forEach((box, at) => {
          for (const other of boxes.slice(at + 1)) expect(overlap(box, other)).toBe(false);
        });
      }),
    );
  });
});

test("a straight piece runs through a box exactly when one of many points on it lies inside", () => {
  const at = fc.integer({ min: 0, max: 100 });
  fc.assert(
    fc.property(at, at, at, at, (x1, y1, x2, y2) => {
      const box = { left: 40.3, top: 35.3, right: 70.7, bottom: 55.7 };
      let inside = false;
      for (let step = 0; step <= 4000; step++) {
        const x = x1 + ((x2 - x1) * step) / 4000;
        const y = y1 + ((y2 - y1) * step) / 4000;
        inside ||= x > box.left && x < box.right && y > box.top && y < box.bottom;
      }
      const crosses = crossesBox(box, { x: x1, y: y1 }, { x: x2, y: y2 });
      if (inside) expect(crosses).toBe(true);
      if (!crosses) expect(inside).toBe(false);
    }),
  );
});
