import { shapes } from "../../claims/ontology.ts";
import { type Curve, curveBetween, type Spot } from "./edge-curve.ts";
import type { LabelEdge, LabelNode } from "./labels/label-items.ts";
import { ringGap } from "./looks.ts";
import { toView, type ViewFrame } from "./view-frame.ts";

/** A node as it stands in the view. */
export function spotOf({ node, look }: LabelNode, frame: ViewFrame): Spot {
  return {
    ...toView(frame, look),
    radius: look.size * frame.scale,
    shape: shapes[look.shape] ?? node.shape,
    gap: ringGap(look.rings),
  };
}

/** A link as it runs through the view. */
export function curveOf({ look, from, to }: LabelEdge, frame: ViewFrame): Curve {
  return curveBetween(spotOf(from, frame), spotOf(to, frame), { bend: look.bend, scale: frame.scale });
}
