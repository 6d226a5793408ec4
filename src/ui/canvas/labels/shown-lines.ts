import type { Emphasis } from "../../../view/scene.ts";
import { type Curve, curveBetween, pointAt, type Spot } from "../edge-curve.ts";
import { spotOf } from "../spot-of.ts";
import type { ViewFrame } from "../view-frame.ts";
import { lineScale } from "../zoom.ts";
import { type Box, boxAround } from "./box-grid.ts";
import { type SampledLine, sampleLine } from "./crossings.ts";
import type { LabelEdge, LabelNode } from "./label-items.ts";

export interface ShownLine {
  readonly item: LabelEdge;
  readonly curve: Curve;
}

/** With more lines in view than this, names keep clear only of those that stand out. */
const mostKeptClear = 240;

/** Lines with an end in view, those that stand out first; of a great many not all the others. */
export function shownLines(edges: readonly LabelEdge[], stands: ReadonlyMap<LabelNode, Spot>, frame: ViewFrame): ShownLine[] {
  const lines: ShownLine[] = [];
  for (const item of edges) {
    const { edge, look } = item;
    if (lines.length > mostKeptClear && isUsual(edge.emphasis)) break;
    const from = stands.get(item.from);
    const to = stands.get(item.to);
    if (from === undefined && to === undefined) continue;
    const options = { bend: look.bend, scale: frame.scale };
    lines.push({ item, curve: curveBetween(from ?? spotOf(item.from, frame), to ?? spotOf(item.to, frame), options) });
  }
  return lines;
}

const weights: Readonly<Record<Emphasis, number>> = { path: 2, selected: 1.4, near: 1.2, plain: 1, faded: 0.5 };

/** What a name should not lie on: thick lines and those that stand out count for more. */
export function linesToKeepClear(lines: readonly ShownLine[]): SampledLine[] {
  const crowded = lines.length > mostKeptClear;
  return lines
    .filter(({ item }) => !crowded || !isUsual(item.edge.emphasis))
    .map(({ item, curve }) => sampleLine(curve, weights[item.edge.emphasis] * Math.max(1, item.look.size / 2)));
}

function isUsual(emphasis: Emphasis): boolean {
  return emphasis === "faded" || emphasis === "plain";
}

/** The box of the ≠ in the middle of a contested link. */
export function markBox(curve: Curve, { scale }: ViewFrame): Box {
  const { x, y } = pointAt(curve, (curve.start + curve.end) / 2);
  const side = 16 * lineScale(scale);
  return boxAround(x, y, { width: side, height: side });
}
