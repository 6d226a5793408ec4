import { describe, expect, test } from "vitest";
import { nodeRadius } from "../../src/view/node-radius.ts";

describe("how large a node is drawn", () => {
  test("from 10 pixels without links to 20 for the best linked", () => {
    expect(nodeRadius(0, { mostLinks: 50, entities: 20 })).toBe(10);
    expect(nodeRadius(50, { mostLinks: 50, entities: 20 })).toBe(20);
  });

  test("what the radius adds grows with the root of the links", () => {
    expect(nodeRadius(25, { mostLinks: 100, entities: 20 })).toBeCloseTo(15);
    expect(nodeRadius(4, { mostLinks: 100, entities: 20 })).toBeCloseTo(12);
  });

  test("in a case of two, nobody is a hub", () => {
    expect(nodeRadius(1, { mostLinks: 1, entities: 20 })).toBeLessThan(14);
  });

  test("a count out of range stays within the sizes", () => {
    expect(nodeRadius(-3, { mostLinks: 10, entities: 20 })).toBe(10);
    expect(nodeRadius(99, { mostLinks: 10, entities: 20 })).toBe(20);
  });
});

test("among many, the hubs stand out and the others make room", () => {
  expect(nodeRadius(0, { mostLinks: 50, entities: 2000 })).toBeLessThan(nodeRadius(0, { mostLinks: 50, entities: 20 }));
  expect(nodeRadius(50, { mostLinks: 50, entities: 2000 })).toBeGreaterThan(nodeRadius(50, { mostLinks: 50, entities: 20 }));
});
