import { drawHighlights, type Pointed } from "../highlights.ts";
import { hex, type Palette } from "../palette.ts";
import type { ViewFrame } from "../view-frame.ts";
import { arrangeNames, type PlacedText } from "./arrange-names.ts";
import { inOrderOfLines, inOrderOfNames, type LabelEdge, type LabelNode } from "./label-items.ts";
import type { TextMeasure } from "./text-measure.ts";

export interface LabelLayer {
  setItems(nodes: readonly LabelNode[], edges: readonly LabelEdge[]): void;
  draw(
    context: CanvasRenderingContext2D,
    frame: ViewFrame,
    options: { readonly palette: Palette; readonly pointed: readonly Pointed[] },
  ): void;
}

/** The names on the canvas: drawn after each frame of sigma's, on its own layer of names. */
export function createLabelLayer(measure: TextMeasure): LabelLayer {
  let nodes: readonly LabelNode[] = [];
  let edges: readonly LabelEdge[] = [];
  return {
    setItems(newNodes, newEdges) {
      nodes = inOrderOfNames(newNodes);
      edges = inOrderOfLines(newEdges);
    },
    draw(context, frame, { palette, pointed }) {
      const texts = arrangeNames({ nodes, edges, frame, palette, pointed, cut: measure.cut });
      context.clearRect(0, 0, frame.width, frame.height);
      drawHighlights(context, pointed, { frame, palette });
      drawTexts(context, texts, hex(palette.ground));
    },
  };
}

/** Halos first, so that none lies on a name. */
function drawTexts(context: CanvasRenderingContext2D, texts: readonly PlacedText[], ground: string): void {
  context.textAlign = "center";
  context.textBaseline = "middle";
  context.lineJoin = "round";
  context.lineWidth = 4;
  context.strokeStyle = ground;
  for (const { text, x, y, font } of texts) {
    context.font = font;
    context.strokeText(text, x, y + 0.5);
  }
  for (const { text, x, y, font, color } of texts) {
    context.font = font;
    context.fillStyle = color;
    context.fillText(text, x, y + 0.5);
  }
}
