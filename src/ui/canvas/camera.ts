import type Sigma from "sigma";
import type { View } from "./frame-nodes.ts";
import type { EdgeLook, NodeLook } from "./looks.ts";
import { flightMs, wantsStillness } from "./motion.ts";
import { cameraAt, graphPoint, leastZoom, mostZoom, ratioOf, type Size, zoomOf } from "./zoom.ts";

export interface CanvasCamera {
  /** Flies there, or stands there at once when no motion is wanted. */
  fly(view: View): void;
  jump(view: View): void;
  zoomBy(factor: number): void;
  /** What is looked at now. */
  view(): View;
  /** Called when the canvas, or what is seen of it, has changed its size: what was in the middle stays there, as large as it was. */
  keepSize(): void;
}

/**
 * Looking at the canvas by graph point and zoom, whatever size the canvas has. A view's point stands in the middle of what is
 * seen of the canvas; `covered`: how many pixels at its bottom are not.
 */
export function createCamera(sigma: Sigma<NodeLook, EdgeLook>, covered: () => number): CanvasCamera {
  const camera = sigma.getCamera();
  let size: Size = sigma.getDimensions();
  let hidden = covered();
  /** From the middle of what is seen down to the middle of the canvas, in the graph's units. */
  const lower = (zoom: number) => hidden / 2 / zoom;
  const stateFor = ({ x, y, zoom }: View) => ({
    ...cameraAt({ x, y: y - lower(zoom) }),
    ratio: ratioOf(zoom, size),
    angle: 0,
  });
  const bound = () => {
    camera.minRatio = ratioOf(mostZoom, size);
    camera.maxRatio = ratioOf(leastZoom, size);
  };
  const view = (): View => {
    const zoom = zoomOf(camera.ratio, size);
    const { x, y } = graphPoint(camera.getState());
    return { x, y: y + lower(zoom), zoom };
  };
  const jump = (to: View) => {
    hidden = covered();
    if (camera.isAnimated()) void camera.animate(stateFor(to), { duration: 1 });
    camera.setState(stateFor(to));
  };
  const fly = (to: View) => {
    hidden = covered();
    if (wantsStillness()) jump(to);
    else void camera.animate(stateFor(to), { duration: flightMs, easing: "cubicOut" });
  };
  bound();
  return {
    fly,
    jump,
    view,
    zoomBy(factor) {
      const now = view();
      fly({ ...now, zoom: Math.min(mostZoom, Math.max(leastZoom, now.zoom * factor)) });
    },
    keepSize() {
      const now = view();
      size = sigma.getDimensions();
      hidden = covered();
      bound();
      camera.setState(stateFor(now));
    },
  };
}
