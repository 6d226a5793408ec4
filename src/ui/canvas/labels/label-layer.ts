import type { Emphasis } from "../../../view/scene.ts";
import { type Curve, curveBetween, pointAt, type Spot } from "../edge-curve.ts";
import { drawHighlights, type Pointed } from "../highlights.ts";
import { hex, mix, type Palette } from "../palette.ts";
import { spotOf } from "../spot-of.ts";
import { toView, type ViewFrame } from "../view-frame.ts";
import { lineScale } from "../zoom.ts";
import { type Box, type BoxGrid, boxAround, createBoxGrid } from "./box-grid.ts";
import { crossings, type SampledLine, sampleLine } from "./crossings.ts";
import { nameFont, relationFont, widestName, widestRelation } from "./label-fonts.ts";
import { inOrderOfLines, inOrderOfNames, type LabelEdge, type LabelNode } from "./label-items.ts";
import { type NamedLine, placeEdgeLabels } from "./place-edge-labels.ts";
import { type NamedNode, placeNodeLabels } from "./place-node-labels.ts";
import type { TextMeasure } from "./text-measure.ts";

interface Text {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly font: string;
  readonly color: string;
}

const lineHeight = 15;
/** With more links than this in view, only those that stand out are named. */
const fewLinks = 70;
/** With more than this, names do not look whether one runs through them. */
const mostKeptClear = 240;
/** Square pixels of the canvas per name, where there are few nodes and where there are many. */
const roomPerName = { few: 5200, many: 13_000 };
const fewNodes = 420;
/** In a crowd, names keep clear only of nodes larger than this: the hubs are to be named, not the rim. */
const leastObstacle = 7;

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
      const texts = arrange({ nodes, edges, frame, palette, pointed, cut: measure.cut });
      context.clearRect(0, 0, frame.width, frame.height);
      drawHighlights(context, pointed, { frame, palette });
      drawTexts(context, texts, hex(palette.ground));
    },
  };
}

interface Arrangement {
  readonly nodes: readonly LabelNode[];
  readonly edges: readonly LabelEdge[];
  readonly frame: ViewFrame;
  readonly palette: Palette;
  readonly pointed: readonly Pointed[];
  readonly cut: TextMeasure["cut"];
}

function arrange(all: Arrangement): Text[] {
  const { frame, pointed } = all;
  const taken = createBoxGrid(64);
  const shown = all.nodes.filter(({ look }) => isInView(look, frame));
  const stands = new Map<LabelNode, Spot>(shown.map((item) => [item, spotOf(item, frame)]));
  for (const [{ node }, spot] of stands) {
    const reach = spot.radius + (spot.gap > 2 ? spot.gap : 0);
    if (reach >= leastObstacle || (shown.length <= fewNodes ? node.emphasis !== "faded" || reach >= 4 : standsOut(node.emphasis)))
      taken.add(boxAround(spot.x, spot.y, { width: 2 * reach, height: 2 * reach }));
  }
  const lines = shownLines(all.edges, stands, frame);
  for (const { item, curve } of lines) if (item.look.mark === 1) taken.add(markBox(curve, frame));
  const isFirst = ({ node }: LabelNode) =>
    standsOut(node.emphasis) || node.selected || pointed.some((one) => one.node?.node === node);
  const firstLine = ({ item: { edge } }: ShownLine) =>
    standsOut(edge.emphasis) || edge.selected || pointed.some((one) => one.edge?.edge === edge);
  const few = lines.length <= fewLinks;
  const sampled = sampledLines(lines);
  const more = lines.filter(
    (line) => !firstLine(line) && (line.item.edge.emphasis === "near" || (few && line.item.edge.emphasis === "plain")),
  );
  return [
    ...nodeTexts(shown.filter(isFirst), stands, { ...all, taken, sampled, always: true }),
    ...edgeTexts(lines.filter(firstLine), { ...all, taken, sampled, always: true }),
    ...nodeTexts(
      shown.filter((item) => !isFirst(item)),
      stands,
      { ...all, taken, sampled, always: false },
    ),
    ...edgeTexts(more.slice(0, fewLinks), { ...all, taken, sampled, always: false }),
  ];
}

const standsOut = (emphasis: string) => emphasis === "path" || emphasis === "selected";

interface Round extends Arrangement {
  readonly taken: BoxGrid;
  /** Lines that names keep clear of; none where there are too many to keep clear of. */
  readonly sampled: readonly SampledLine[];
  readonly always: boolean;
}

function nodeTexts(
  items: readonly LabelNode[],
  stands: ReadonlyMap<LabelNode, Spot>,
  { frame, palette, taken, sampled, always, cut }: Round,
): Text[] {
  const font = nameFont(palette.font, always ? "strong" : "usual");
  const cuts = items.map(({ node }) => cut(node.label, font, widestName));
  const named = items.map((item, at): NamedNode => {
    const spot = stands.get(item) ?? spotOf(item, frame);
    const ring = spot.gap > 2 ? spot.gap - 1 : 0;
    return { x: spot.x, y: spot.y, radius: spot.radius + ring, width: (cuts[at]?.width ?? 0) + 6, height: lineHeight, always };
  });
  const most = Math.round((frame.width * frame.height) / (stands.size <= fewNodes ? roomPerName.few : roomPerName.many));
  const crossed = (box: Box) => crossings(box, sampled, null);
  return placeNodeLabels(named, { taken, view: frame, most, crossed }).map(({ node, x, y }) => ({
    text: cuts[node]?.text ?? "",
    x,
    y,
    font,
    color: nodeInk(items[node], palette),
  }));
}

function nodeInk(item: LabelNode | undefined, { ink, muted, ground }: Palette): string {
  if (item?.node.emphasis === "faded") return hex(muted);
  return hex(item?.node.emphasis === "plain" ? mix(ground, ink, 0.86) : ink);
}

function edgeTexts(items: readonly ShownLine[], { frame, palette, taken, sampled, always, cut }: Round): Text[] {
  const font = relationFont(palette.font, always ? "strong" : "usual");
  const cuts = items.map(({ item }) => cut(item.edge.label, font, widestRelation));
  const mark = 8 * lineScale(frame.scale);
  const named = items.map(({ item, curve }, at): NamedLine => {
    return { curve, width: (cuts[at]?.width ?? 0) + 4, height: lineHeight - 1, mark: item.look.mark * mark, always };
  });
  const color = hex(always ? palette.ink : palette.muted);
  return placeEdgeLabels(named, { taken, lines: sampled, view: frame }).map(({ line, x, y }) => ({
    text: cuts[line]?.text ?? "",
    x,
    y,
    font,
    color,
  }));
}

interface ShownLine {
  readonly item: LabelEdge;
  readonly curve: Curve;
}

const weights: Readonly<Record<Emphasis, number>> = { path: 2, selected: 1.4, near: 1.2, plain: 1, faded: 0.5 };

/** Names keep clear of lines while these are few; of a great many only of those that stand out. */
function sampledLines(lines: readonly ShownLine[]): SampledLine[] {
  const crowded = lines.length > mostKeptClear;
  return lines
    .filter(({ item: { edge } }) => !crowded || (edge.emphasis !== "faded" && edge.emphasis !== "plain"))
    .map(({ item, curve }) => sampleLine(curve, weights[item.edge.emphasis] * Math.max(1, item.look.size / 2)));
}

/** Lines with an end in view; of a great many only those that stand out. */
function shownLines(edges: readonly LabelEdge[], stands: ReadonlyMap<LabelNode, Spot>, frame: ViewFrame): ShownLine[] {
  const lines: ShownLine[] = [];
  for (const item of edges) {
    const { edge, look } = item;
    if (lines.length > mostKeptClear && (edge.emphasis === "faded" || edge.emphasis === "plain")) break;
    const from = stands.get(item.from);
    const to = stands.get(item.to);
    if (from === undefined && to === undefined) continue;
    const options = { bend: look.bend, scale: frame.scale };
    lines.push({ item, curve: curveBetween(from ?? spotOf(item.from, frame), to ?? spotOf(item.to, frame), options) });
  }
  return lines;
}

function isInView(look: { readonly x: number; readonly y: number }, frame: ViewFrame): boolean {
  const { x, y } = toView(frame, look);
  return x > -90 && y > -60 && x < frame.width + 90 && y < frame.height + 40;
}

function markBox(curve: Curve, { scale }: ViewFrame) {
  const { x, y } = pointAt(curve, (curve.start + curve.end) / 2);
  const side = 16 * lineScale(scale);
  return boxAround(x, y, { width: side, height: side });
}

function drawTexts(context: CanvasRenderingContext2D, texts: readonly Text[], ground: string): void {
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
