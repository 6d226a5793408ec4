import { describe, expect, test } from "vitest";
import { entityId } from "../../../src/base/ids.ts";
import type { ChartNode } from "../../../src/claims/chart.ts";
import { knownPlaces } from "../../../src/ui/canvas/known-places.ts";

const canvas = { width: 700, height: 500 };
const at = (id: string, x: number, y: number, pinned = false): ChartNode => ({ entity: entityId(id), x, y, pinned });

describe("a saved chart", () => {
  test("that the canvas saved is taken to the digit, with its pins", () => {
    const { places, kind } = knownPlaces([at("a", 0.1, -7.25), at("b", 140, 33, true)], canvas);
    expect(kind).toBe("exact");
    expect([...places]).toEqual([
      ["a", { x: 0.1, y: -7.25, pinned: false }],
      ["b", { x: 140, y: 33, pinned: true }],
    ]);
  });

  test("drawn in a smaller unit is a sketch: scaled to the canvas, each node in the same direction from each other", () => {
    const { places, kind } = knownPlaces([at("a", -3, 0), at("b", 3, 1), at("c", 0, -2)], canvas);
    expect(kind).toBe("sketch");
    const [a, b, c] = ["a", "b", "c"].map((id) => places.get(entityId(id)));
    if (a === undefined || b === undefined || c === undefined) throw new Error("wanted three places");
    expect(b.x - a.x).toBeGreaterThan(150);
    expect(b.x - a.x).toBeLessThan(900);
    expect(b.y).toBeGreaterThan(a.y);
    expect(c.y).toBeLessThan(a.y);
  });

  test("numbers that are none are left to the layout", () => {
    expect([
      ...knownPlaces([at("a", Number.NaN, 0), at("b", 1, Number.POSITIVE_INFINITY), at("c", 5, 6)], canvas).places.keys(),
    ]).toEqual(["c"]);
  });

  test("of one node, or all on one spot, gives finite places", () => {
    expect(knownPlaces([at("a", 5, 5)], canvas).places.get(entityId("a"))).toEqual({ x: 5, y: 5, pinned: false });
    const { places } = knownPlaces([at("a", 5, 5), at("b", 5, 5)], canvas);
    expect([...places.values()].every(({ x, y }) => Number.isFinite(x) && Number.isFinite(y))).toBe(true);
  });
});
