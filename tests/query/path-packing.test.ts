import { expect, test } from "vitest";
import { Meter } from "../../src/query/meter.ts";
import { bestPacking } from "../../src/query/path-packing.ts";

const meter = () => new Meter({ clock: () => 0 }, 1000);

test("R34: the first that fits is not always among the best", () => {
  const paths = [
    [0, 1, 2, 9],
    [0, 1, 3, 9],
    [0, 4, 2, 9],
  ];
  expect(bestPacking(paths, { apart: "entities", most: 5, meter: meter() })).toEqual({ chosen: [1, 2], hops: 6 });
  expect(bestPacking(paths, { apart: "entities", most: 1, meter: meter() })).toEqual({ chosen: [0], hops: 3 });
});

test("R34: an end of one path is not inside another", () => {
  const paths = [
    [0, 9],
    [1, 0, 8],
    [1, 5, 8],
  ];
  expect(bestPacking(paths, { apart: "entities", most: 5, meter: meter() }).chosen).toEqual([0, 2]);
  expect(bestPacking(paths, { apart: "links", most: 5, meter: meter() }).chosen).toEqual([0, 1, 2]);
});

test("R34: links are the same whichever way they are walked", () => {
  const paths = [
    [0, 1, 2, 9],
    [0, 2, 1, 9],
  ];
  expect(bestPacking(paths, { apart: "links", most: 5, meter: meter() }).chosen).toEqual([0]);
});
