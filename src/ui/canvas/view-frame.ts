import type Sigma from "sigma";
import type { EdgeLook, NodeLook } from "./looks.ts";
import { nodeScale, type Size, zoomOf } from "./zoom.ts";

/** How graph coordinates become pixels of the view at the moment: `left + x * zoom`, `top - y * zoom`. */
export interface ViewFrame extends Size {
  readonly zoom: number;
  readonly left: number;
  readonly top: number;
  /** Of nodes; see `nodeScale`. */
  readonly scale: number;
}

export function viewFrame(sigma: Sigma<NodeLook, EdgeLook>): ViewFrame {
  const size = sigma.getDimensions();
  const { x, y } = sigma.graphToViewport({ x: 0, y: 0 });
  const zoom = zoomOf(sigma.getCamera().ratio, size);
  return { ...size, zoom, left: x, top: y, scale: nodeScale(zoom) };
}

export function toView(
  { left, top, zoom }: ViewFrame,
  { x, y }: { readonly x: number; readonly y: number },
): { x: number; y: number } {
  return { x: left + x * zoom, y: top - y * zoom };
}
