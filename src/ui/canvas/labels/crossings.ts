import { type Curve, pointAt } from "../edge-curve.ts";
import { type Box, overlap } from "./box-grid.ts";

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

/** Whether a straight piece runs through the box (Liang and Barsky 1984). */
export function crossesBox(
  box: Box,
  from: { readonly x: number; readonly y: number },
  to: { readonly x: number; readonly y: number },
): boolean {
  const around: Box = {
    left: Math.min(from.x, to.x),
    right: Math.max(from.x, to.x) + 1e-9,
    top: Math.min(from.y, to.y),
    bottom: Math.max(from.y, to.y) + 1e-9,
  };
  if (!overlap(box, around)) return false;
  const dx = to.x - from.x;
  const dy = to.y - from.y;
  let enter = 0;
  let leave = 1;
  const sides: [number, number][] = [
    [-dx, from.x - box.left],
    [dx, box.right - from.x],
    [-dy, from.y - box.top],
    [dy, box.bottom - from.y],
  ];
  for (const [towards, room] of sides) {
    if (towards === 0) {
      if (room < 0) return false;
    } else if (towards < 0) enter = Math.max(enter, room / towards);
    else leave = Math.min(leave, room / towards);
  }
  return enter <= leave;
}
