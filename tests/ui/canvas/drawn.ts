import { entityId } from "../../../src/base/ids.ts";
import { builtInOntology } from "../../../src/claims/built-in-ontology.ts";
import { type DrawnScene, drawScene } from "../../../src/ui/canvas/graph-of-scene.ts";
import type { Palette } from "../../../src/ui/canvas/palette.ts";
import type { ViewFrame } from "../../../src/ui/canvas/view-frame.ts";
import { nodeScale } from "../../../src/ui/canvas/zoom.ts";
import { buildScene, type SceneView } from "../../../src/view/build-scene.ts";
import type { Scene } from "../../../src/view/scene.ts";
import { partOf } from "../../view/part.ts";

/** The light theme, as the style sheet has it. */
export const palette: Palette = {
  ground: [251, 250, 247],
  panel: [255, 255, 255],
  ink: [29, 27, 24],
  muted: [105, 100, 92],
  hairline: [229, 225, 217],
  thread: [197, 48, 29],
  focus: [11, 87, 164],
  font: "Inter",
};

export function sceneOf(drawn: string, view: Partial<SceneView> = {}): Scene {
  return buildScene(partOf(drawn), builtInOntology, {
    theme: "light",
    selectedEntities: [],
    selectedLink: null,
    path: null,
    ...view,
  });
}

/** A scene on the canvas, nodes at the places given as `a: [x, y]`. */
export function drawnAt(
  drawn: string,
  places: Readonly<Record<string, readonly [number, number]>>,
  view: Partial<SceneView> = {},
): DrawnScene {
  const known = new Map(Object.entries(places).map(([id, [x, y]]) => [entityId(id), { x, y }]));
  return drawScene(sceneOf(drawn, view), palette, (id) => known.get(id) ?? { x: 0, y: 0 });
}

/** A view of that size with the graph's origin in its middle. */
export function frameOf(zoom = 1, { width = 800, height = 600 } = {}): ViewFrame {
  return { width, height, zoom, left: width / 2, top: height / 2, scale: nodeScale(zoom) };
}
