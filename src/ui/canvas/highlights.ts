import { type Curve, pointAt } from "./edge-curve.ts";
import type { LabelEdge, LabelNode } from "./labels/label-items.ts";
import { hex, type Palette } from "./palette.ts";
import { shapePath } from "./shape-path.ts";
import { curveOf, spotOf } from "./spot-of.ts";
import type { ViewFrame } from "./view-frame.ts";

/** What is under the pointer, or where the keyboard stands. */
export interface Pointed {
  readonly by: "pointer" | "keyboard";
  readonly node: LabelNode | null;
  readonly edge: LabelEdge | null;
}

interface DrawOptions {
  readonly frame: ViewFrame;
  readonly palette: Palette;
}

/**
 * Halos around what is pointed at, drawn on the layer of names: so that moving the pointer draws nothing of the graph anew.
 * The pointer's is a breath of ink, the keyboard's a firm ring.
 */
export function drawHighlights(context: CanvasRenderingContext2D, pointed: readonly Pointed[], options: DrawOptions): void {
  for (const { by, node, edge } of pointed) {
    const style = by === "keyboard" ? firm : breath;
    context.strokeStyle = hex(options.palette[style.color]);
    if (edge !== null) drawLine(context, edge, { ...style, ...options });
    if (node !== null) drawRing(context, node, { ...style, ...options });
    context.globalAlpha = 1;
  }
}

const breath = { color: "ink", line: 0.16, ring: 0.16, width: 5, gap: 2.5 } as const;
const firm = { color: "focus", line: 0.4, ring: 1, width: 2, gap: 2 } as const;

type Style = DrawOptions & (typeof breath | typeof firm);

function drawLine(context: CanvasRenderingContext2D, edge: LabelEdge, { frame, line }: Style): void {
  context.globalAlpha = line;
  context.lineWidth = edge.look.size + 7;
  context.lineCap = "round";
  context.stroke(curvePath(curveOf(edge, frame)));
}

function drawRing(context: CanvasRenderingContext2D, node: LabelNode, { frame, ring, width, gap }: Style): void {
  const spot = spotOf(node, frame);
  context.globalAlpha = ring;
  context.lineWidth = width;
  context.translate(spot.x, spot.y);
  context.stroke(shapePath(spot.shape, spot.radius, spot.gap + gap));
  context.translate(-spot.x, -spot.y);
}

function curvePath(curve: Curve): Path2D {
  const path = new Path2D();
  const pieces = curve.radius === 0 ? 1 : 24;
  for (let at = 0; at <= pieces; at++) {
    const { x, y } = pointAt(curve, curve.start + ((curve.end - curve.start) * at) / pieces);
    path.lineTo(x, y);
  }
  return path;
}
