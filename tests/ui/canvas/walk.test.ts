import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { entityId } from "../../../src/base/ids.ts";
import { type Direction, linksAt, nearestInDirection, stepAround } from "../../../src/ui/canvas/walk.ts";
import { sceneOf } from "./drawn.ts";

const stand = (id: string, x: number, y: number) => ({ id: entityId(id), x, y });
const here = stand("here", 0, 0);
const opposite: Record<Direction, Direction> = { up: "down", down: "up", left: "right", right: "left" };

describe("the nearest in a direction", () => {
  const around = [stand("north", 0, 100), stand("east", 100, 0), stand("south", 0, -100), stand("west", -100, 0), here];

  test.each([
    ["up", "north"],
    ["right", "east"],
    ["down", "south"],
    ["left", "west"],
  ] as const)("%s leads to the %s", (direction, id) => {
    expect(nearestInDirection(here, around, direction)).toBe(id);
  });

  test("what lies straight ahead wins over what is nearer but aside", () => {
    expect(nearestInDirection(here, [stand("aside", 60, 60), stand("ahead", 110, 0)], "right")).toBe("ahead");
  });

  test("nothing that way is nothing", () => {
    expect(nearestInDirection(here, [stand("behind", -50, 10)], "right")).toBeNull();
    expect(nearestInDirection(here, [here], "up")).toBeNull();
  });

  test("whoever is found lies that way, and not the opposite way", () => {
    const places = fc.array(fc.tuple(fc.integer({ min: -99, max: 99 }), fc.integer({ min: -99, max: 99 })), { maxLength: 20 });
    fc.assert(
      fc.property(places, fc.constantFrom<Direction>("up", "down", "left", "right"), (all, direction) => {
        const stands = all.map(([x, y], at) => stand(`n${at}`, x, y));
        const found = stands.find(({ id }) => id === nearestInDirection(here, stands, direction));
        if (found === undefined) return;
        expect(nearestInDirection(here, [found], opposite[direction])).toBeNull();
      }),
    );
  });
});

describe("walking around the links of an entity", () => {
  test("links that leave and links that arrive, in the scene's order", () => {
    const { edges } = sceneOf("a>b c>d d>a b>c");
    expect(linksAt(entityId("a"), edges).map(({ from, to }) => `${from}>${to}`)).toEqual(["a>b", "d>a"]);
  });

  test("forth and back, around the ends", () => {
    expect(stepAround(3, null, 1)).toBe(0);
    expect(stepAround(3, null, -1)).toBe(2);
    expect(stepAround(3, 2, 1)).toBe(0);
    expect(stepAround(3, 0, -1)).toBe(2);
    expect(stepAround(0, null, 1)).toBeNull();
  });
});
