import type { Spot } from "../edge-curve.ts";
import type { Pointed } from "../highlights.ts";
import { hex, mix, type Palette } from "../palette.ts";
import { spotOf } from "../spot-of.ts";
import { toView, type ViewFrame } from "../view-frame.ts";
import { lineScale } from "../zoom.ts";
import { type Box, type BoxGrid, boxAround, createBoxGrid } from "./box-grid.ts";
import { crossings, type SampledLine } from "./crossings.ts";
import { nameFont, relationFont, widestName, widestRelation } from "./label-fonts.ts";
import type { LabelEdge, LabelNode } from "./label-items.ts";
import { type NamedLine, placeEdgeLabels } from "./place-edge-labels.ts";
import { type NamedNode, placeNodeLabels } from "./place-node-labels.ts";
import { linesToKeepClear, markBox, type ShownLine, shownLines } from "./shown-lines.ts";
import type { TextMeasure } from "./text-measure.ts";

/** A name where it is drawn; the point is its middle, in pixels of the view. */
export interface PlacedText {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly font: string;
  readonly color: string;
}

interface Names {
  /** In the order in which they are given room. */
  readonly nodes: readonly LabelNode[];
  readonly edges: readonly LabelEdge[];
  readonly frame: ViewFrame;
  readonly palette: Palette;
  readonly pointed: readonly Pointed[];
  readonly cut: TextMeasure["cut"];
}

const lineHeight = 15;
/** With more links than this in view, only those that stand out are named. */
const fewLinks = 70;
/** Square pixels of the canvas per name, where there are few nodes and where there are many. */
const roomPerName = { few: 5200, many: 13_000 };
const fewNodes = 420;
/** In a crowd, names keep clear only of nodes larger than this. */
const leastObstacle = 7;
/** The best linked of a crowd are named even where smaller nodes are in the way: they are what a reader looks for. */
const hubs = 10;
const crowd = 60;

/**
 * Which names are drawn, and where: first what stands out (selected, on the path, pointed at), entities then links; then the
 * other entities, largest first; then the other links while they are few. A name that finds no room is left out.
 */
export function arrangeNames(names: Names): PlacedText[] {
  const { frame, pointed } = names;
  const shown = names.nodes.filter(({ look }) => isInView(look, frame));
  const stands = new Map<LabelNode, Spot>(shown.map((item) => [item, spotOf(item, frame)]));
  const lines = shownLines(names.edges, stands, frame);
  const round: Round = {
    ...names,
    stands,
    lettered: hubBoxes(shown, stands),
    taken: obstacles(stands, lines, frame),
    sampled: linesToKeepClear(lines),
  };
  const isFirst = ({ node }: LabelNode) => standsOut(node) || pointed.some((one) => one.node?.node === node);
  const isFirstLine = ({ item: { edge } }: ShownLine) => standsOut(edge) || pointed.some((one) => one.edge?.edge === edge);
  const few = lines.length <= fewLinks;
  const more = lines.filter((line) => !isFirstLine(line) && isWorthNaming(line.item.edge.emphasis, few));
  return [
    ...nodeTexts(shown.filter(isFirst), round, "strong"),
    ...edgeTexts(lines.filter(isFirstLine), round, "strong"),
    ...nodeTexts(
      shown.filter((item) => !isFirst(item)),
      round,
      "usual",
    ),
    ...edgeTexts(more.slice(0, fewLinks), round, "usual"),
  ];
}

function standsOut({ emphasis, selected }: { readonly emphasis: string; readonly selected: boolean }): boolean {
  return selected || emphasis === "path" || emphasis === "selected";
}

function isWorthNaming(emphasis: string, few: boolean): boolean {
  return emphasis === "near" || (few && emphasis === "plain");
}

function isInView(look: { readonly x: number; readonly y: number }, frame: ViewFrame): boolean {
  const { x, y } = toView(frame, look);
  return x > -90 && y > -60 && x < frame.width + 90 && y < frame.height + 40;
}

/** Nodes and the marks of contested links. */
function obstacles(stands: ReadonlyMap<LabelNode, Spot>, lines: readonly ShownLine[], frame: ViewFrame): BoxGrid {
  const taken = createBoxGrid(64);
  const least = stands.size <= fewNodes ? 0 : leastObstacle;
  for (const [{ node }, spot] of stands) {
    const reach = spot.radius + (spot.gap > 2 ? spot.gap : 0);
    if (reach < least && !standsOut(node)) continue;
    taken.add(boxAround(spot.x, spot.y, { width: 2 * reach, height: 2 * reach }));
  }
  for (const { item, curve } of lines) if (item.look.mark === 1) taken.add(markBox(curve, frame));
  return taken;
}

/** Where names of hubs do not go either. */
function hubBoxes(shown: readonly LabelNode[], stands: ReadonlyMap<LabelNode, Spot>): BoxGrid {
  const grid = createBoxGrid(64);
  for (const item of shown.slice(0, 2 * hubs)) {
    const spot = stands.get(item);
    if (spot !== undefined) grid.add(boxAround(spot.x, spot.y, { width: 2 * spot.radius, height: 2 * spot.radius }));
  }
  return grid;
}

interface Round extends Names {
  readonly stands: ReadonlyMap<LabelNode, Spot>;
  /** Names that have their place, and the largest nodes. */
  readonly lettered: BoxGrid;
  readonly taken: BoxGrid;
  readonly sampled: readonly SampledLine[];
}

function nodeTexts(items: readonly LabelNode[], round: Round, kind: "usual" | "strong"): PlacedText[] {
  const { frame, palette, stands, taken, lettered, sampled, cut } = round;
  const font = nameFont(palette.font, kind);
  const cuts = items.map(({ node }) => cut(node.label, font, widestName));
  const named = items.map((item, at): NamedNode => {
    const { x, y, radius, gap } = stands.get(item) ?? spotOf(item, frame);
    const isHub = stands.size > crowd && at < hubs;
    const covers = kind === "strong" ? "anything" : isHub ? "nodes" : "nothing";
    return { x, y, radius: radius + (gap > 2 ? gap - 1 : 0), width: (cuts[at]?.width ?? 0) + 6, height: lineHeight, covers };
  });
  const most = Math.round((frame.width * frame.height) / (stands.size <= fewNodes ? roomPerName.few : roomPerName.many));
  const crossed = (box: Box) => crossings(box, sampled, null);
  return placeNodeLabels(named, { taken, lettered, view: frame, most, crossed }).map(({ node, x, y }) => ({
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

function edgeTexts(items: readonly ShownLine[], round: Round, kind: "usual" | "strong"): PlacedText[] {
  const { frame, palette, taken, lettered, sampled, cut } = round;
  const font = relationFont(palette.font, kind);
  const cuts = items.map(({ item }) => cut(item.edge.label, font, widestRelation));
  const mark = 8 * lineScale(frame.scale);
  const named = items.map(
    ({ item, curve }, at): NamedLine => ({
      curve,
      width: (cuts[at]?.width ?? 0) + 4,
      height: lineHeight - 1,
      mark: item.look.mark * mark,
      always: kind === "strong",
    }),
  );
  const color = hex(kind === "strong" ? palette.ink : palette.muted);
  return placeEdgeLabels(named, { taken, lettered, lines: sampled, view: frame }).map(({ line, x, y }) => ({
    text: cuts[line]?.text ?? "",
    x,
    y,
    font,
    color,
  }));
}
