import type { EntityId, LinkId } from "../../base/ids.ts";
import type { Emphasis, SceneEdge, SceneNode } from "../../view/scene.ts";
import { iconIndex } from "./icon-sources.ts";
import { hex, mix, type Palette } from "./palette.ts";
import { shapeIndex } from "./shape-distance.ts";

/** What the node program reads; kept as attributes of the graph on the canvas. */
export interface NodeLook {
  x: number;
  y: number;
  size: number;
  color: string;
  zIndex: number;
  shape: number;
  icon: number;
  /** How much of its colour is left, 0 to 1; the rest is the ground's. */
  strength: number;
  /** Sum of `rings`. */
  rings: number;
}

/** What the edge program reads. */
export interface EdgeLook {
  color: string;
  /** Pixels at scale 1. */
  size: number;
  dash: number;
  gap: number;
  bend: number;
  /** 1 with an arrowhead, 0 without. */
  arrow: number;
  /** 1 with the ≠ of a contested link in its middle. */
  mark: number;
  zIndex: number;
}

export const rings = { path: 1, selected: 2 } as const;

/** graphology keeps neighbours in plain objects: no key of it may be a name of `Object.prototype`. */
export function nodeKey(id: EntityId): string {
  return `n:${id}`;
}

export function edgeKey(id: LinkId): string {
  return `e:${id}`;
}

const depths: Readonly<Record<Emphasis, number>> = { faded: 0, plain: 1, near: 2, selected: 3, path: 4 };

/** Ink on the ground: how dark a line is drawn. */
const lineInk: Readonly<Record<Exclude<Emphasis, "path">, number>> = { faded: 0.17, plain: 0.56, near: 0.72, selected: 1 };

/** The thread is the only line that is red. */
export function lineColor(emphasis: Emphasis, { ground, ink, thread }: Palette): string {
  return hex(emphasis === "path" ? thread : mix(ground, ink, lineInk[emphasis]));
}

export function nodeLook(node: SceneNode, { x, y }: { readonly x: number; readonly y: number }): NodeLook {
  return {
    x,
    y,
    size: node.size,
    color: node.color,
    zIndex: depths[node.emphasis],
    shape: shapeIndex(node.shape),
    icon: iconIndex(node.icon),
    strength: node.emphasis === "faded" ? 0.42 : 1,
    rings: (node.emphasis === "path" ? rings.path : 0) + (node.selected ? rings.selected : 0),
  };
}

export function edgeLook(edge: SceneEdge, palette: Palette): EdgeLook {
  const [dash = 0, gap = 0] = edge.form.dash;
  const marked = edge.form.mark !== "";
  return {
    color: lineColor(edge.emphasis, palette),
    size: edge.form.width + (edge.emphasis === "path" ? 0.9 : edge.selected ? 0.6 : 0),
    dash,
    gap,
    bend: edge.bend,
    arrow: edge.arrow ? 1 : 0,
    mark: marked ? 1 : 0,
    zIndex: depths[edge.emphasis] * 2 + (marked ? 1 : 0),
  };
}

/** Pixels left free between a line's end and the outline of a node with those rings. */
export function ringGap(ringsOn: number): number {
  return (ringsOn & rings.path) !== 0 && (ringsOn & rings.selected) !== 0 ? 8.5 : ringsOn !== 0 ? 5.5 : 2;
}
