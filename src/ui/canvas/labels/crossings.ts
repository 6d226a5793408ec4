import { type Curve, pointAt } from "../edge-curve.ts";
import type { Box } from "./box-grid.ts";

interface Point {
  readonly x: number;
  readonly y: number;
}

/** A line as straight pieces, for asking what it runs through. */
export interface SampledLine {
  readonly curve: Curve;
  readonly points: readonly Point[];
  /** How much it troubles a name that it runs through. */
  readonly weight: number;
}

const arcPieces = 8;

/** A straight line by its ends, an arc by a few chords. */
export function sampleLine(curve: Curve, weight: number): SampledLine {
  const pieces = curve.radius === 0 ? 1 : arcPieces;
  const points = Array.from({ length: pieces + 1 }, (_, at) =>
    pointAt(curve, curve.start + ((curve.end - curve.start) * at) / pieces),
  );
  return { curve, points, weight };
}

/** The weights of the lines that run through the box, `own` aside. */
export function crossings(box: Box, lines: readonly SampledLine[], own: Curve | null): number {
  let sum = 0;
  for (const { curve, points, weight } of lines) {
    if (curve === own) continue;
    for (let at = 1; at < points.length; at++) {
      if (!crossesBox(box, points[at - 1] as Point, points[at] as Point)) continue;
      sum += weight;
      break;
    }
  }
  return sum;
}

/** Stands for a piece that is exactly upright or level, so that nothing is divided by 0. */
const hardlyAny = 1e-300;

/** Whether a straight piece runs through the box (Liang and Barsky 1984). Allocates nothing: a layout asks it some million times. */
export function crossesBox(
  box: Box,
  from: { readonly x: number; readonly y: number },
  to: { readonly x: number; readonly y: number },
): boolean {
  if (Math.min(from.x, to.x) >= box.right || box.left >= Math.max(from.x, to.x) + 1e-9) return false;
  if (Math.min(from.y, to.y) >= box.bottom || box.top >= Math.max(from.y, to.y) + 1e-9) return false;
  const dx = to.x - from.x || hardlyAny;
  const dy = to.y - from.y || hardlyAny;
  const left = (box.left - from.x) / dx;
  const right = (box.right - from.x) / dx;
  const top = (box.top - from.y) / dy;
  const bottom = (box.bottom - from.y) / dy;
  const enter = Math.max(0, Math.min(left, right), Math.min(top, bottom));
  const leave = Math.min(1, Math.max(left, right), Math.max(top, bottom));
  return enter <= leave;
}
