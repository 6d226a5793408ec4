import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { boxAround, createBoxGrid, overlap } from "../../../../src/ui/canvas/labels/box-grid.ts";
import { type NamedNode, type PlacedLabel, placeNodeLabels } from "../../../../src/ui/canvas/labels/place-node-labels.ts";

const view = { width: 800, height: 600 };
const node = (x: number, y: number, more: Partial<NamedNode> = {}): NamedNode => ({
  x,
  y,
  radius: 12,
  width: 80,
  height: 15,
  covers: "nothing",
  ...more,
});

/** Names among those nodes, the nodes themselves in the way. */
function place(
  nodes: readonly NamedNode[],
  { most = 99, crossed = () => 0 }: { most?: number; crossed?: (box: PlacedLabel["box"]) => number } = {},
) {
  const taken = createBoxGrid(64);
  for (const { x, y, radius } of nodes) taken.add(boxAround(x, y, { width: 2 * radius, height: 2 * radius }));
  return placeNodeLabels(nodes, { taken, lettered: createBoxGrid(64), view, most, crossed });
}

describe("names at their nodes", () => {
  test("under the node, in its middle", () => {
    const [label] = place([node(400, 300)]);
    expect(label?.x).toBe(400);
    expect(label?.y).toBeGreaterThan(300 + 12);
  });

  test("where another is in the way, above or beside", () => {
    const [label] = place([node(400, 300), node(400, 328, { width: 10 })]);
    expect(label?.y).toBeLessThan(300);
  });

  test("where lines run through, the side with the fewest", () => {
    const below = (box: PlacedLabel["box"]) => (box.top > 300 ? 3 : 0);
    expect(place([node(400, 300)], { crossed: below })[0]?.y).toBeLessThan(300);
    expect(place([node(400, 300)], { crossed: () => 3 })[0]?.y).toBeGreaterThan(300);
  });

  test("a name that finds no room is left out, unless it stands out", () => {
    const crowd = [node(400, 340), node(400, 260), node(480, 300), node(320, 300)];
    expect(place([...crowd, node(400, 300)]).map((label) => label.node)).not.toContain(4);
    expect(place([...crowd, node(400, 300, { covers: "anything" })]).map((label) => label.node)).toContain(4);
  });

  test("a hub's name may cover smaller nodes, never another name", () => {
    const around = [node(400, 327), node(400, 273), node(452, 300), node(348, 300)].map((one) => ({ ...one, width: 2 }));
    const hub = node(400, 300, { covers: "nodes" });
    const placed = place([hub, ...around]);
    expect(placed.map((label) => label.node)).toContain(0);
    const [first, ...others] = placed;
    expect(others.every(({ box }) => first !== undefined && !overlap(first.box, box))).toBe(true);
  });

  test("no more than asked for, those that stand out aside", () => {
    const nodes = [100, 250, 400, 550].map((x) => node(x, 300));
    expect(place(nodes, { most: 2 })).toHaveLength(2);
    expect(place([...nodes, node(700, 300, { covers: "anything" })], { most: 2 })).toHaveLength(3);
  });

  test("nodes out of view are not named", () => {
    expect(place([node(-200, 300), node(400, 900)])).toEqual([]);
  });

  test("no name covers another or a node, whatever stands where", () => {
    const nodes = fc.array(
      fc.record({
        x: fc.integer({ min: 0, max: 800 }),
        y: fc.integer({ min: 0, max: 600 }),
        radius: fc.integer({ min: 3, max: 20 }),
        width: fc.integer({ min: 8, max: 170 }),
      }),
      { maxLength: 40 },
    );
    fc.assert(
      fc.property(nodes, (all) => {
        const labels = place(all.map((one) => node(one.x, one.y, one)));
        const boxes = labels.map(({ box }) => box);
        boxes.forEach((box, at) => {
          for (const other of boxes.slice(at + 1)) expect(overlap(box, other)).toBe(false);
          for (const { x, y, radius } of all)
            expect(overlap(box, boxAround(x, y, { width: 2 * radius, height: 2 * radius }))).toBe(false);
        });
      }),
    );
  });
});
