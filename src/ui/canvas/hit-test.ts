import { bendSpacing, distanceTo, mostBend } from "./edge-curve.ts";
import type { LabelEdge, LabelNode } from "./labels/label-items.ts";
import { shapeDistance } from "./shape-distance.ts";
import { curveOf, spotOf } from "./spot-of.ts";
import { toView, type ViewFrame } from "./view-frame.ts";

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Pixels around a node, and to either side of a line, that still hit it. */
const nodeReach = 3;
const lineReach = 6;

/** The node under a point of the view: of several, the one drawn above the others. Cost: one look at each node. */
export function nodeAt(nodes: readonly LabelNode[], point: Point, frame: ViewFrame): LabelNode | null {
  let found: LabelNode | null = null;
  for (const item of nodes) {
    const { look } = item;
    const far = look.size * frame.scale * 1.4 + nodeReach;
    const { x, y } = toView(frame, look);
    if (Math.abs(point.x - x) > far || Math.abs(point.y - y) > far) continue;
    const { shape, radius } = spotOf(item, frame);
    if (shapeDistance(shape, point.x - x, y - point.y, radius) > nodeReach) continue;
    if (found === null || look.zIndex >= found.look.zIndex) found = item;
  }
  return found;
}

/** The link whose line passes nearest to a point of the view, close enough to mean it. Cost: one look at each link, a close one at those near by. */
export function linkAt(edges: readonly LabelEdge[], point: Point, frame: ViewFrame): LabelEdge | null {
  let found: LabelEdge | null = null;
  let least = lineReach;
  for (const item of edges) {
    if (!mayPass(item, point, frame)) continue;
    const away = distanceTo(curveOf(item, frame), point) - item.look.size / 2;
    if (away > least || (away === least && found !== null)) continue;
    least = away;
    found = item;
  }
  return found;
}

/** Whether the point lies in the box around both ends, widened by as much as the line may bend or loop out of it. */
function mayPass({ look, from, to }: LabelEdge, point: Point, frame: ViewFrame): boolean {
  const a = toView(frame, from.look);
  const b = toView(frame, to.look);
  const loops = from === to ? (from.look.size * 4 + 40 * (1 + look.bend)) * frame.scale : 0;
  const bends = Math.min(Math.abs(look.bend) * bendSpacing * frame.scale, mostBend * Math.hypot(a.x - b.x, a.y - b.y));
  const reach = lineReach + look.size + loops + bends;
  return (
    point.x > Math.min(a.x, b.x) - reach &&
    point.x < Math.max(a.x, b.x) + reach &&
    point.y > Math.min(a.y, b.y) - reach &&
    point.y < Math.max(a.y, b.y) + reach
  );
}
