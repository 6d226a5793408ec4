import { expect, test } from "vitest";
import { entityId } from "../../../src/base/ids.ts";
import type { DrawnScene } from "../../../src/ui/canvas/graph-of-scene.ts";
import { Placing, type Settled } from "../../../src/ui/canvas/placing.ts";
import { drawnAt } from "./drawn.ts";

test("what comes to a canvas with nothing on it is its first picture, which is fitted into view", () => {
  const heard: Settled[] = [];
  let drawn: DrawnScene = drawnAt("", {});
  const placing = new Placing({
    drawn: () => drawn,
    nameWidth: () => 40,
    canvas: () => ({ width: 600, height: 400 }),
    moved: () => {},
    settled: (how) => heard.push(how),
  });
  placing.settle([]);
  expect(placing.isBlank).toBe(true);

  drawn = drawnAt("a>b", {});
  const chart = drawn.nodes.map(({ node }, at) => ({ entity: entityId(node.id), x: 100 * at, y: 0, pinned: false }));
  expect(chart).toHaveLength(2);
  placing.settle(chart);
  expect(placing.isBlank).toBe(false);
  placing.settle(chart);
  expect(heard.map(({ first }) => first)).toEqual([true, true, false]);
});
