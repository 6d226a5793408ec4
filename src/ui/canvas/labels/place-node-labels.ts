import { type Box, type BoxGrid, boxAround } from "./box-grid.ts";

/** A node that may get its name, in pixels of the view. */
export interface NamedNode {
  readonly x: number;
  readonly y: number;
  /** Of the node with its rings. */
  readonly radius: number;
  readonly width: number;
  readonly height: number;
  /**
   * What the name may lie on when no side of the node is free: `anything` for what is selected, on the path or pointed at,
   * smaller `nodes` for the best linked of a crowd.
   */
  readonly covers: "nothing" | "nodes" | "anything";
}

export interface PlacedLabel {
  /** Index of the node. */
  readonly node: number;
  readonly x: number;
  readonly y: number;
  readonly box: Box;
}

interface PlaceOptions {
  /** Holds what a name should not cover; names that find room are added to it. */
  readonly taken: BoxGrid;
  /** Holds names alone; those that find room are added. */
  readonly lettered: BoxGrid;
  readonly view: { readonly width: number; readonly height: number };
  /** At most so many names, those shown always aside. */
  readonly most: number;
  /** How much a line through the box would trouble the reader; 1 for a usual line. */
  readonly crossed: (box: Box) => number;
}

const gap = 4;

/**
 * Names at their nodes, in the order given, each only where it covers nothing: under the node, unless lines run through
 * there and fewer above or beside it. Cost: linear, but for `crossed`.
 */
export function placeNodeLabels(nodes: readonly NamedNode[], options: PlaceOptions): PlacedLabel[] {
  const placed: PlacedLabel[] = [];
  let room = options.most;
  nodes.forEach((node, at) => {
    if (outside(node, options.view) || (room <= 0 && node.covers !== "anything")) return;
    const place = bestPlace(node, options);
    if (place === null) return;
    options.taken.add(place.box);
    options.lettered.add(place.box);
    placed.push({ node: at, ...place });
    if (node.covers !== "anything") room--;
  });
  return placed;
}

/** What a side costs before any line crosses there: names belong under their nodes. */
const sideCost = { under: 0, above: 1.1, right: 1.5, left: 1.5 };

function bestPlace(node: NamedNode, { taken, lettered, crossed, view }: PlaceOptions): Omit<PlacedLabel, "node"> | null {
  const { x, y, radius, width, height } = node;
  const down = radius + gap + height / 2;
  const beside = radius + gap + width / 2;
  const sides: readonly (readonly [x: number, y: number, cost: number])[] = [
    [x, y + down, sideCost.under],
    [x, y - down + 2, sideCost.above],
    [x + beside, y, sideCost.right],
    [x - beside, y, sideCost.left],
  ];
  let best: Omit<PlacedLabel, "node"> | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const [atX, atY, cost] of sides) {
    if (cost >= least) continue;
    const box = boxAround(atX, atY, node);
    if (taken.hits(box) || (cost > 0 && leaves(box, view))) continue;
    const total = cost + crossed(box);
    if (total >= least) continue;
    least = total;
    best = { x: atX, y: atY, box };
  }
  if (best !== null || node.covers === "nothing") return best;
  const under = boxAround(x, y + down, node);
  return node.covers === "anything" || !lettered.hits(under) ? { x, y: y + down, box: under } : null;
}

function leaves(box: Box, view: PlaceOptions["view"]): boolean {
  return box.left < 2 || box.top < 2 || box.right > view.width - 2 || box.bottom > view.height - 2;
}

function outside({ x, y, radius, width }: NamedNode, view: PlaceOptions["view"]): boolean {
  const reach = Math.max(radius, width / 2);
  return x < -reach || y < -radius - 30 || x > view.width + reach || y > view.height + radius;
}
