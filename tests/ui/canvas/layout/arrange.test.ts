import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { arrange } from "../../../../src/ui/canvas/layout/arrange.ts";
import { components } from "../../../../src/ui/canvas/layout/components.ts";
import { greatest, least } from "../../../../src/ui/canvas/layout/fit-aspect.ts";
import { hubsAndSpokes, overlaps, taskOf } from "./tasks.ts";

const ring = (count: number) => Array.from({ length: count }, (_, node) => [node, (node + 1) % count] as const);
const small = taskOf(23, hubsAndSpokes(23, 2));

describe("a layout from nothing", () => {
  const places = arrange(small);

  test("the same task gives the same places, to the bit", () => {
    expect(arrange(small)).toEqual(places);
  });

  test("another seed gives another picture", () => {
    expect(arrange({ ...small, seed: 1 })).not.toEqual(places);
  });

  test("no two nodes or names overlap", () => {
    expect(overlaps(small, places)).toEqual([]);
  });

  test("it has about the canvas's shape, and fills it without being scaled", () => {
    const width = greatest(places.x) - least(places.x);
    const height = greatest(places.y) - least(places.y);
    expect(width / height).toBeGreaterThan(small.aspect / 1.6);
    expect(width / height).toBeLessThan(small.aspect * 1.6);
    expect(width * height).toBeGreaterThan(0.3 * small.room);
    expect(width * height).toBeLessThan(1.6 * small.room);
  });

  test("a wide canvas gets a wide drawing, a tall one a tall one", () => {
    const shape = (aspect: number) => {
      const { x, y } = arrange({ ...small, aspect });
      return (greatest(x) - least(x)) / (greatest(y) - least(y));
    };
    expect(shape(2)).toBeGreaterThan(1.2);
    expect(shape(0.5)).toBeLessThan(0.8);
  });

  test("linked nodes lie nearer than others", () => {
    const distance = (a: number, b: number) =>
      Math.hypot((places.x[a] as number) - (places.x[b] as number), (places.y[a] as number) - (places.y[b] as number));
    const mean = (pairs: [number, number][]) => pairs.reduce((sum, [a, b]) => sum + distance(a, b), 0) / pairs.length;
    const all = Array.from({ length: 23 }, (_, a) => Array.from({ length: a }, (_, b) => [a, b] as [number, number])).flat();
    expect(mean(hubsAndSpokes(23, 2))).toBeLessThan(0.75 * mean(all));
  });

  test("a ring is drawn without crossings", () => {
    const task = taskOf(8, ring(8));
    const { x, y } = arrange(task);
    const angles = Array.from(x, (_, node) => Math.atan2(y[node] as number, x[node] as number));
    const turns = angles.map((angle, node) => Math.sin((angles[(node + 1) % 8] as number) - angle) > 0);
    expect(new Set(turns).size).toBe(1);
  });

  test("whatever is linked to whatever, every node has a place, and names do not overlap", () => {
    const graph = fc
      .integer({ min: 1, max: 40 })
      .chain((count) =>
        fc.tuple(fc.constant(count), fc.array(fc.tuple(fc.nat(count - 1), fc.nat(count - 1)), { maxLength: 60 })),
      );
    fc.assert(
      fc.property(graph, ([count, links]) => {
        const task = taskOf(count, links);
        const { x, y } = arrange(task);
        expect([...x, ...y].every(Number.isFinite)).toBe(true);
        expect(overlaps(task, { x, y })).toEqual([]);
      }),
      { numRuns: 25 },
    );
  });

  test("nothing to lay out is laid out", () => {
    expect(arrange(taskOf(0, []))).toEqual({ x: new Float64Array(0), y: new Float64Array(0) });
  });
});

describe("parts that are not linked", () => {
  test("are found, the largest first", () => {
    expect(
      components(
        taskOf(6, [
          [0, 5],
          [3, 1],
          [1, 4],
        ]),
      ),
    ).toEqual([[1, 3, 4], [0, 5], [2]]);
  });

  test("lie next to each other, not across each other, and not far apart", () => {
    const task = taskOf(30, [...ring(12), ...hubsAndSpokes(9, 1).map(([a, b]) => [a + 12, b + 12] as const)]);
    const places = arrange(task);
    expect(overlaps(task, places)).toEqual([]);
    const boxes = task.halfWidth.reduce((sum, half) => sum + 2 * half * 58, 0);
    const area = (greatest(places.x) - least(places.x)) * (greatest(places.y) - least(places.y));
    expect(area).toBeLessThan(12 * boxes);
  });
});

describe("a layout among known places", () => {
  const known = arrange(small);
  const withNew = (added: number) => {
    const links = [...hubsAndSpokes(23, 2), ...Array.from({ length: added }, (_, at) => [23 + at, at % 23] as [number, number])];
    const extend = (values: Float64Array) => Float64Array.from({ length: 23 + added }, (_, node) => values[node] ?? Number.NaN);
    return taskOf(23 + added, links, { x: extend(known.x), y: extend(known.y) });
  };

  test("known places are kept to the bit, whether few nodes come or many", () => {
    for (const added of [1, 5, 120]) {
      const { x, y } = arrange(withNew(added));
      expect(x.slice(0, 23)).toEqual(known.x);
      expect(y.slice(0, 23)).toEqual(known.y);
      expect([...x, ...y].every(Number.isFinite)).toBe(true);
    }
  });

  test("a new node comes to lie near its neighbour, on nobody", () => {
    const task = withNew(5);
    const { x, y } = arrange(task);
    expect(overlaps(task, { x, y })).toEqual([]);
    const reach = greatest(known.x) - least(known.x);
    for (let node = 23; node < 28; node++) {
      expect(
        Math.hypot((x[node] as number) - (x[node - 23] as number), (y[node] as number) - (y[node - 23] as number)),
      ).toBeLessThan(0.6 * reach);
    }
  });

  test("a new node without links goes below everything", () => {
    const extend = (values: Float64Array) => Float64Array.from([...values, Number.NaN]);
    const { y } = arrange(taskOf(24, hubsAndSpokes(23, 2), { x: extend(known.x), y: extend(known.y) }));
    expect(y[23]).toBeLessThan(least(known.y));
  });
});

test("a thousand nodes take a moment, and are shown while they form", () => {
  const shown: number[] = [];
  const task = taskOf(1000, hubsAndSpokes(1000, 2), {
    halfWidth: new Float64Array(1000).fill(18),
    below: new Float64Array(1000).fill(20),
  });
  const { x, y } = arrange(task, (places) => shown.push(greatest(places.x) - least(places.x)));
  expect(shown.length).toBeGreaterThan(2);
  expect([...x, ...y].every(Number.isFinite)).toBe(true);
  expect(overlaps(task, { x, y }).length).toBeLessThan(20);
});
