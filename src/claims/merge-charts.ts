import type { EntityId } from "../base/ids.ts";
import { type Chart, type ChartNode, isSameNode } from "./chart.ts";

export interface MergedChart {
  /** Where both moved a node by hand, or both named the chart, it is as `mine` has it. */
  readonly chart: Chart;
  /** Nodes that both placed by hand, each elsewhere. */
  readonly both: readonly EntityId[];
  /** Both gave it a name, each another. */
  readonly renamed: boolean;
}

/**
 * A chart that two have changed, node by node: `base` is what both began with (null: nothing). A change of one is taken; of two
 * different ones the one that was made by hand; where neither was, that of `theirs`, which is saved already. A node that one moved
 * and the other took away stays. Nodes come in the order of `mine`, then those that only `theirs` has.
 */
export function mergeCharts(base: Chart | null, mine: Chart, theirs: Chart): MergedChart {
  const [before, after, other] = [nodesOf(base), nodesOf(mine), nodesOf(theirs)];
  const both: EntityId[] = [];
  const nodes = [...new Set([...after.keys(), ...other.keys()])].flatMap((id) => {
    const sides: Sides = { base: before.get(id), mine: after.get(id), theirs: other.get(id) };
    if (isContested(sides)) both.push(id);
    return mergeNode(sides) ?? [];
  });
  const baseName = base?.name ?? null;
  const renamed = mine.name !== theirs.name && mine.name !== baseName && theirs.name !== baseName;
  const name = mine.name === baseName ? theirs.name : mine.name;
  return { chart: { ...mine, name, nodes }, both, renamed };
}

interface Sides {
  readonly base: ChartNode | undefined;
  readonly mine: ChartNode | undefined;
  readonly theirs: ChartNode | undefined;
}

function mergeNode({ base, mine, theirs }: Sides): ChartNode | undefined {
  if (isSameNode(mine, base) || isSameNode(mine, theirs)) return theirs;
  if (isSameNode(theirs, base)) return mine;
  if (mine === undefined || theirs === undefined) return mine ?? theirs;
  return mine.pinned ? mine : theirs;
}

function isContested({ base, mine, theirs }: Sides): boolean {
  if (isSameNode(mine, base) || isSameNode(theirs, base) || isSameNode(mine, theirs)) return false;
  return mine?.pinned === true && theirs?.pinned === true;
}

function nodesOf(chart: Chart | null): ReadonlyMap<EntityId, ChartNode> {
  return new Map(chart?.nodes.map((node) => [node.entity, node]));
}
