import fc from "fast-check";
import { expect, test } from "vitest";
import { chartId, entityId } from "../../src/base/ids.ts";
import { type Chart, type ChartNode, isSameNode } from "../../src/claims/chart.ts";
import { mergeCharts } from "../../src/claims/merge-charts.ts";

const node = (entity: string, x: number, pinned = true): ChartNode => ({ entity: entityId(entity), x, y: 0, pinned });
const chart = (nodes: readonly ChartNode[], name = "Main"): Chart => ({ id: chartId("main"), name, nodes });
const base = chart([node("a", 0), node("b", 0), node("c", 0)]);

test("what each moved stands as each moved it; what one took away and the other left is away", () => {
  const mine = chart([node("a", 1), node("b", 0)]);
  const theirs = chart([node("a", 0), node("b", 2), node("c", 0), node("d", 3)]);
  expect(mergeCharts(base, mine, theirs)).toEqual({
    ...{ chart: chart([node("a", 1), node("b", 2), node("d", 3)]), both: [], renamed: false },
  });
});

test("a node that both placed by hand, each elsewhere, is named; one that a layout placed gives way", () => {
  const mine = chart([node("a", 1), node("b", 1), node("c", 1, false)]);
  const theirs = chart([node("a", 2), node("b", 2, false), node("c", 2)]);
  const { chart: merged, both } = mergeCharts(base, mine, theirs);
  expect(both).toEqual(["a"]);
  expect(merged.nodes).toEqual([node("a", 1), node("b", 1), node("c", 2)]);
  expect(mergeCharts(null, chart([node("a", 1, false)]), chart([node("a", 2, false)]))).toMatchObject({
    ...{ chart: { nodes: [node("a", 2, false)] }, both: [] },
  });
});

test("a node that one moved and the other took away stays", () => {
  expect(mergeCharts(base, chart([node("a", 1)]), chart([])).chart.nodes).toEqual([node("a", 1)]);
  expect(mergeCharts(base, chart([]), chart([node("a", 1)])).chart.nodes).toEqual([node("a", 1)]);
});

test("a name that one gave is kept; of two new ones that is told", () => {
  const named = (name: string) => chart(base.nodes, name);
  expect(mergeCharts(base, named("Mine"), base)).toMatchObject({ chart: { name: "Mine" }, renamed: false });
  expect(mergeCharts(base, base, named("Theirs"))).toMatchObject({ chart: { name: "Theirs" }, renamed: false });
  expect(mergeCharts(base, named("Mine"), named("Theirs"))).toMatchObject({ chart: { name: "Mine" }, renamed: true });
});

const anyNodes = fc.uniqueArray(
  fc.record({ entity: fc.constantFrom("a", "b", "c", "d", "e"), x: fc.integer({ min: 0, max: 3 }), pinned: fc.boolean() }),
  { selector: ({ entity }) => entity },
);
const anyChart = anyNodes.map((nodes) => chart(nodes.map(({ entity, x, pinned }) => node(entity, x, pinned))));

test("nothing that was placed by hand is lost, but where both did so and it is told", () => {
  const lost = (from: Chart, { nodes: were }: Chart, merged: Chart, both: readonly string[]) =>
    from.nodes.filter((mine) => {
      const before = were.find(({ entity }) => entity === mine.entity);
      if (!mine.pinned || isSameNode(before, mine) || both.includes(mine.entity)) return false;
      return !merged.nodes.some((after) => isSameNode(after, mine));
    });
  fc.assert(
    fc.property(anyChart, anyChart, anyChart, (before, mine, theirs) => {
      const { chart: merged, both } = mergeCharts(before, mine, theirs);
      expect(lost(mine, before, merged, both)).toEqual([]);
      expect(lost(theirs, before, merged, both)).toEqual([]);
      expect(mergeCharts(theirs, merged, theirs).chart.nodes).toEqual(merged.nodes);
    }),
    { numRuns: 500 },
  );
});
