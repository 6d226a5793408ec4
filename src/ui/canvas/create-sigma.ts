import Sigma from "sigma";
import { createEdgeProgram } from "./edge-program.ts";
import type { CanvasGraph } from "./graph-of-scene.ts";
import type { EdgeLook, NodeLook } from "./looks.ts";
import { flightMs, wantsStillness } from "./motion.ts";
import { createNodeProgram } from "./node-program.ts";
import type { Palette } from "./palette.ts";
import { frameBox, nodeScale, zoomOf } from "./zoom.ts";

/** sigma with our programs under its own type names (so that its own are not compiled), its own names off. */
export function createSigma(graph: CanvasGraph, container: HTMLElement, palette: () => Palette): Sigma<NodeLook, EdgeLook> {
  const Line = createEdgeProgram(palette);
  const Mark = createNodeProgram(palette);
  const motion = wantsStillness() ? 1 : flightMs;
  const sigma = new Sigma<NodeLook, EdgeLook>(graph, container, {
    nodeProgramClasses: { circle: Mark },
    nodeHoverProgramClasses: { circle: Mark },
    edgeProgramClasses: { line: Line, arrow: Line },
    zIndex: true,
    stagePadding: 0,
    renderLabels: false,
    enableCameraRotation: false,
    allowInvalidContainer: true,
    defaultDrawNodeHover: () => {},
    zoomingRatio: 1.4,
    zoomDuration: motion,
    inertiaDuration: motion,
    inertiaRatio: wantsStillness() ? 1 : 3,
    doubleClickZoomingDuration: motion,
    zoomToSizeRatioFunction: (ratio) => {
      const { offsetWidth: width, offsetHeight: height } = container;
      return 1 / nodeScale(zoomOf(ratio, { width: Math.max(1, width), height: Math.max(1, height) }));
    },
  });
  sigma.setCustomBBox(frameBox);
  return sigma;
}
