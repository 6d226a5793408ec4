import type { EntityId } from "../../base/ids.ts";
import type { ChartNode } from "../../claims/chart.ts";
import { roomPerNode } from "./layout/draw-part.ts";
import { aspectOf } from "./layout-request.ts";
import type { Size } from "./zoom.ts";

export interface KnownPlace {
  readonly x: number;
  readonly y: number;
  readonly pinned: boolean;
}

/** Nodes of the canvas are laid out this far apart and more; a chart drawn in another unit is brought to it. */
const leastApart = 30;

interface KnownPlaces {
  readonly places: ReadonlyMap<EntityId, KnownPlace>;
  /** `sketch`: drawn in another unit, so that names may overlap until room is made for them. */
  readonly kind: "exact" | "sketch";
}

/**
 * Places of a saved chart in the canvas's unit. One saved by the canvas is taken to the digit; one whose nodes lie closer
 * than nodes are wide was drawn in another unit: it is scaled, each way for itself, to the canvas's shape.
 */
export function knownPlaces(chart: readonly ChartNode[], canvas: Size): KnownPlaces {
  const sound = chart.filter(({ x, y }) => Number.isFinite(x) && Number.isFinite(y));
  const isSketch = usualGap(sound) < leastApart;
  const [scaleX, scaleY] = isSketch ? scales(sound, canvas) : [1, 1];
  return {
    kind: isSketch ? "sketch" : "exact",
    places: new Map(sound.map(({ entity, x, y, pinned }) => [entity, { x: x * scaleX, y: y * scaleY, pinned }])),
  };
}

/** The median distance from a node to its nearest; looked at for some of a large chart only. */
function usualGap(chart: readonly ChartNode[]): number {
  if (chart.length < 2) return Number.POSITIVE_INFINITY;
  const step = Math.ceil(chart.length / 200);
  const gaps = chart
    .filter((_, at) => at % step === 0)
    .map((a) =>
      chart.reduce((least, b) => (a === b ? least : Math.min(least, Math.hypot(a.x - b.x, a.y - b.y))), Number.POSITIVE_INFINITY),
    )
    .sort((a, b) => a - b);
  return gaps[gaps.length >> 1] ?? 0;
}

function scales(chart: readonly ChartNode[], canvas: Size): [number, number] {
  const width = span(chart.map(({ x }) => x));
  const height = span(chart.map(({ y }) => y));
  const pull = Math.min(1.5, Math.max(1 / 1.5, Math.sqrt((aspectOf(canvas) * height) / width)));
  const room = roomPerNode({ count: chart.length, room: canvas.width * canvas.height });
  const scale = Math.sqrt((room * chart.length) / (width * height));
  return [scale * pull, scale / pull];
}

function span(values: readonly number[]): number {
  const most = values.reduce((high, value) => Math.max(high, value), Number.NEGATIVE_INFINITY);
  const least = values.reduce((low, value) => Math.min(low, value), Number.POSITIVE_INFINITY);
  return Math.max(most - least, 1);
}
