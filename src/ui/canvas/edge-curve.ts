import type { Shape } from "../../claims/ontology.ts";
import { borderDistance } from "./shape-distance.ts";

/** An end of a line, in pixels of the view: x to the right, y down. */
export interface Spot {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly shape: Shape;
  /** Pixels left free around the outline. */
  readonly gap: number;
}

/**
 * The line of a link: a straight one or an arc of a circle, measured along itself from its middle.
 * `along` points from one end to the other, `across` to the side it bends to. A link of an entity to
 * itself is a full circle through its middle. The edge program draws the same curve.
 */
export interface Curve {
  readonly x: number;
  readonly y: number;
  readonly along: readonly [number, number];
  readonly across: readonly [number, number];
  /** How far the middle lies from the straight line; 0 when straight. */
  readonly rise: number;
  /** Of the circle; 0 when straight. */
  readonly radius: number;
  /** Where the line leaves one outline and meets the other. */
  readonly start: number;
  readonly end: number;
}

/** Pixels between parallel links at scale 1, and how much of its own length a link may bend. */
export const bendSpacing = 30;
export const mostBend = 0.38;
/** Radius of an entity's first link to itself beyond its own, and how much each next one adds. */
export const loopRadius = 9;
export const loopStep = 7;

interface CurveOptions {
  readonly bend: number;
  readonly scale: number;
}

export function curveBetween(from: Spot, to: Spot, { bend, scale }: CurveOptions): Curve {
  const dx = to.x - from.x;
  const dy = to.y - from.y;
  const length = Math.hypot(dx, dy);
  if (length < 0.01) return loopAt(from, { bend, scale });
  const limit = mostBend * length;
  const signed = Math.min(limit, Math.max(-limit, bend * bendSpacing * scale));
  const along: [number, number] = [dx / length, dy / length];
  const side = signed < 0 ? -1 : 1;
  const across: [number, number] = [along[1] * side, -along[0] * side];
  const rise = Math.abs(signed) < 0.5 ? 0 : Math.abs(signed);
  const radius = rise === 0 ? 0 : (length * length) / (8 * rise) + rise / 2;
  const half = rise === 0 ? length / 2 : radius * Math.asin(Math.min(1, length / 2 / radius));
  return trimmed(
    { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2, along, across, rise, radius, start: -half, end: half },
    from,
    to,
  );
}

function loopAt(spot: Spot, { bend, scale }: CurveOptions): Curve {
  const radius = spot.radius * 0.75 + (loopRadius + loopStep * bend) * scale;
  const half = Math.PI * radius;
  const whole: Curve = {
    x: spot.x,
    y: spot.y,
    along: [1, 0],
    across: [0, -1],
    rise: 2 * radius,
    radius,
    start: -half,
    end: half,
  };
  return trimmed(whole, spot, spot);
}

/** The outline is met where the line's own point is as far from the middle as the outline is in that direction; two rounds settle it. */
function trimmed(curve: Curve, from: Spot, to: Spot): Curve {
  let start = curve.start + from.radius;
  let end = curve.end - to.radius;
  for (let round = 0; round < (curve.radius === 0 ? 1 : 2); round++) {
    start = curve.start + arcOver(curve.radius, reach(from, pointAt(curve, start)));
    end = curve.end - arcOver(curve.radius, reach(to, pointAt(curve, end)));
  }
  return { ...curve, start, end };
}

function reach(spot: Spot, { x, y }: { x: number; y: number }): number {
  const away = Math.hypot(x - spot.x, y - spot.y);
  if (away < 0.001) return spot.radius + spot.gap;
  return borderDistance(spot.shape, [(x - spot.x) / away, (y - spot.y) / away], spot.radius, spot.gap);
}

function arcOver(radius: number, chord: number): number {
  return radius === 0 ? chord : 2 * radius * Math.asin(Math.min(1, chord / 2 / radius));
}

/** The point `at` pixels along the line from its middle. */
export function pointAt({ x, y, along, across, rise, radius }: Curve, at: number): { x: number; y: number } {
  const a = radius === 0 ? at : radius * Math.sin(at / radius);
  const b = radius === 0 ? 0 : rise - radius + radius * Math.cos(at / radius);
  return { x: x + along[0] * a + across[0] * b, y: y + along[1] * a + across[1] * b };
}

/** The direction across the line there, to the side it bends to; unit length. */
export function acrossAt({ along, across, radius }: Curve, at: number): readonly [number, number] {
  if (radius === 0) return across;
  const sin = Math.sin(at / radius);
  const cos = Math.cos(at / radius);
  return [along[0] * sin + across[0] * cos, along[1] * sin + across[1] * cos];
}

/** How far a point lies from the line between its two outlines; beyond its ends, from the nearer end. */
export function distanceTo(curve: Curve, point: { readonly x: number; readonly y: number }): number {
  const { x, y, along, across, rise, radius, start, end } = curve;
  const a = (point.x - x) * along[0] + (point.y - y) * along[1];
  const b = (point.x - x) * across[0] + (point.y - y) * across[1];
  const at = radius === 0 ? a : radius * Math.atan2(a, b - rise + radius);
  const nearest = pointAt(curve, Math.min(end, Math.max(start, at)));
  return Math.hypot(point.x - nearest.x, point.y - nearest.y);
}
