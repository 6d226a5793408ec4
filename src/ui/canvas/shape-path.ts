import type { Shape } from "../../claims/ontology.ts";
import { borderDistance } from "./shape-distance.ts";

/** The outline of a node around the origin, widened by `gap`, for drawing without WebGL: the same outline, met in many directions. */
export function shapePath(shape: Shape, radius: number, gap = 0): Path2D {
  const path = new Path2D();
  const steps = 96;
  for (let at = 0; at < steps; at++) {
    const angle = (at * 2 * Math.PI) / steps;
    const direction = [Math.cos(angle), Math.sin(angle)] as const;
    const reach = borderDistance(shape, direction, radius, gap);
    path.lineTo(direction[0] * reach, direction[1] * reach);
  }
  path.closePath();
  return path;
}
