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
  /** Called when the canvas has changed its size: what was in the middle stays there, as large as it was. */
  keepSize(): void;
}

/** Looking at the canvas by graph point and zoom, whatever size the canvas has. */
export function createCamera(sigma: Sigma<NodeLook, EdgeLook>): CanvasCamera {
  const camera = sigma.getCamera();
  let size: Size = sigma.getDimensions();
  const stateFor = ({ x, y, zoom }: View) => ({ ...cameraAt({ x, y }), ratio: ratioOf(zoom, size), angle: 0 });
  const bound = () => {
    camera.minRatio = ratioOf(mostZoom, size);
    camera.maxRatio = ratioOf(leastZoom, size);
  };
  const view = (): View => ({ ...graphPoint(camera.getState()), zoom: zoomOf(camera.ratio, size) });
  const jump = (to: View) => {
    if (camera.isAnimated()) void camera.animate(stateFor(to), { duration: 1 });
    camera.setState(stateFor(to));
  };
  const fly = (to: View) => {
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
      bound();
      camera.setState(stateFor(now));
    },
  };
}
