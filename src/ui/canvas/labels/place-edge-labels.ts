import { acrossAt, type Curve, pointAt } from "../edge-curve.ts";
import { type Box, type BoxGrid, boxAround } from "./box-grid.ts";
import { crossings, type SampledLine } from "./crossings.ts";

/** A line that may get its relation's name. */
export interface NamedLine {
  readonly curve: Curve;
  readonly width: number;
  readonly height: number;
  /** Half of what the mark in its middle takes; 0 without. */
  readonly mark: number;
  /** Shown whatever lines it crosses, though never on another name. */
  readonly always: boolean;
}

interface PlacedName {
  /** Index of the line. */
  readonly line: number;
  readonly x: number;
  readonly y: number;
  readonly box: Box;
}

interface PlaceOptions {
  /** Nodes, their names, marks; names that find room are added to it. */
  readonly taken: BoxGrid;
  /** Holds names alone; those that find room are added. */
  readonly lettered: BoxGrid;
  /** The lines that a name should not cross. */
  readonly lines: readonly SampledLine[];
  readonly view: { readonly width: number; readonly height: number };
}

const gap = 3;
/** Where along its line a name is tried, as shares of half the line from its middle. */
const shares = [0, 0.24, -0.24, 0.48, -0.48];

/**
 * Names beside their lines, never on one: of the places along either side that are free, the one whose box the
 * fewest other lines cross, then the nearest to the middle. A line too short for its name stays without. In the
 * order given. Cost: names × ten places × lines.
 */
export function placeEdgeLabels(names: readonly NamedLine[], { taken, lettered, lines, view }: PlaceOptions): PlacedName[] {
  const placed: PlacedName[] = [];
  names.forEach((name, at) => {
    const { curve } = name;
    if (!name.always && curve.end - curve.start < Math.min(name.width * 0.8, 44)) return;
    const best = bestPlace(name, { taken, view, cost: (box) => crossings(box, lines, curve) });
    if (best === null) return;
    taken.add(best.box);
    lettered.add(best.box);
    placed.push({ line: at, ...best });
  });
  return placed;
}

interface Judge extends Pick<PlaceOptions, "taken" | "view"> {
  readonly cost: (box: Box) => number;
}

function bestPlace(name: NamedLine, { taken, view, cost }: Judge): Omit<PlacedName, "line"> | null {
  let best: Omit<PlacedName, "line"> | null = null;
  let least = name.always ? Number.POSITIVE_INFINITY : 2;
  for (const [rank, place] of [...placesOf(name)].entries()) {
    const box = boxAround(place.x, place.y, name);
    if (box.left < 4 || box.top < 4 || box.right > view.width - 4 || box.bottom > view.height - 4 || taken.hits(box)) continue;
    const price = cost(box) + rank * 0.05;
    if (price >= least) continue;
    least = price;
    best = { ...place, box };
  }
  return best;
}

/** The outer side of a bent line first; of a straight one the side above it. */
function* placesOf(name: NamedLine): Generator<{ x: number; y: number }> {
  for (const further of name.always ? [0, 9, 18] : [0]) yield* placesBeside(name, further);
}

function* placesBeside({ curve, width, height, mark }: NamedLine, further: number): Generator<{ x: number; y: number }> {
  const half = (curve.end - curve.start) / 2;
  const middle = (curve.start + curve.end) / 2;
  for (const share of shares) {
    const at = middle + share * half;
    const point = pointAt(curve, at);
    const [ax, ay] = acrossAt(curve, at);
    const clear = mark > 0 && Math.abs(at - middle) < mark + width / 2 ? mark : 0;
    const away = Math.abs(ax) * (width / 2) + Math.abs(ay) * (height / 2) + gap + clear + further;
    const first = curve.rise > 0 || ay < 0 || (ay === 0 && ax > 0) ? 1 : -1;
    for (const side of [first, -first]) yield { x: point.x + ax * away * side, y: point.y + ay * away * side };
  }
}
