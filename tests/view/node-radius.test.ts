import { describe, expect, test } from "vitest";
import { nodeRadius } from "../../src/view/node-radius.ts";

describe("how large a node is drawn", () => {
  test("from 10 pixels without links to 20 for the best linked", () => {
    expect(nodeRadius(0, 50)).toBe(10);
    expect(nodeRadius(50, 50)).toBe(20);
  });

  test("what the radius adds grows with the root of the links", () => {
    expect(nodeRadius(25, 100)).toBeCloseTo(15);
    expect(nodeRadius(4, 100)).toBeCloseTo(12);
  });

  test("in a case of two, nobody is a hub", () => {
    expect(nodeRadius(1, 1)).toBeLessThan(14);
  });

  test("a count out of range stays within the sizes", () => {
    expect(nodeRadius(-3, 10)).toBe(10);
    expect(nodeRadius(99, 10)).toBe(20);
  });
});
