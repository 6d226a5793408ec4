import type { LayoutTask, Places } from "./layout-task.ts";

/** How far a drawing is pulled towards the canvas's shape; more would turn circles into cigars. */
const mostStretch = 1.5;

/**
 * Turns a drawing so that its long side lies along the canvas's, pulls it towards the canvas's shape, and scales it so
 * that each node has `room` square pixels. The middle ends at the origin. Changes `places`.
 */
export function fitAspect({ aspect, count }: Pick<LayoutTask, "aspect" | "count">, places: Places, room: number): void {
  const { x, y } = places;
  centreAt(places);
  turn(places, principalAngle(places) + (aspect < 1 ? Math.PI / 2 : 0));
  const width = span(x);
  const height = span(y);
  const pull = Math.min(mostStretch, Math.max(1 / mostStretch, Math.sqrt((aspect * height) / width)));
  const scale = Math.sqrt((room * Math.max(count, 4)) / (width * height));
  for (let node = 0; node < count; node++) {
    x[node] = (x[node] as number) * scale * pull;
    y[node] = ((y[node] as number) * scale) / pull;
  }
  centreAt(places);
}

/** Widens or narrows a drawing, each way for itself, so that it fills its share of the canvas; what crosses stays as it is. */
export function fillRoom({ aspect, count }: Pick<LayoutTask, "aspect" | "count">, places: Places, room: number): void {
  const width = Math.sqrt(room * count * aspect);
  const by = (axis: Float64Array, wanted: number) => Math.min(1.8, Math.max(0.8, wanted / Math.max(span(axis), wanted / 4)));
  const wide = by(places.x, width);
  const high = by(places.y, width / aspect);
  for (let node = 0; node < count; node++) {
    places.x[node] = (places.x[node] as number) * wide;
    places.y[node] = (places.y[node] as number) * high;
  }
}

/** Stretches the side that falls short of the canvas's shape, up to a third: whatever lay apart stays apart. */
export function stretchToAspect({ aspect }: Pick<LayoutTask, "aspect">, { x, y }: Places): void {
  const short = span(x) / span(y) / aspect;
  const axis = short > 1 ? y : x;
  const by = Math.min(1.34, Math.max(short, 1 / short));
  for (let node = 0; node < axis.length; node++) axis[node] = (axis[node] as number) * by;
}

/** Moves the middle of the bounding box to the origin. */
export function centreAt({ x, y }: Places): void {
  for (const axis of [x, y]) {
    const middle = (least(axis) + greatest(axis)) / 2;
    for (let node = 0; node < axis.length; node++) axis[node] = (axis[node] as number) - middle;
  }
}

function span(axis: Float64Array): number {
  return Math.max(greatest(axis) - least(axis), 1e-6);
}

export function least(axis: Float64Array): number {
  return axis.reduce((low, value) => Math.min(low, value), Number.POSITIVE_INFINITY);
}

export function greatest(axis: Float64Array): number {
  return axis.reduce((high, value) => Math.max(high, value), Number.NEGATIVE_INFINITY);
}

function principalAngle({ x, y }: Places): number {
  let xx = 0;
  let xy = 0;
  let yy = 0;
  for (let node = 0; node < x.length; node++) {
    xx += (x[node] as number) ** 2;
    xy += (x[node] as number) * (y[node] as number);
    yy += (y[node] as number) ** 2;
  }
  return -Math.atan2(2 * xy, xx - yy) / 2;
}

function turn({ x, y }: Places, angle: number): void {
  const sin = Math.sin(angle);
  const cos = Math.cos(angle);
  for (let node = 0; node < x.length; node++) {
    const atX = x[node] as number;
    const atY = y[node] as number;
    x[node] = atX * cos - atY * sin;
    y[node] = atX * sin + atY * cos;
  }
}
