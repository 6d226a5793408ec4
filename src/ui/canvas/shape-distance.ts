import { type Shape, shapes } from "../../claims/ontology.ts";

/** Outlines in multiples of a node's radius, of about equal area. One table for the shader, the lines' ends and pictures. */
const square = { half: 0.9, corner: 0.3 };
const hexagon = { apothem: 0.96, corner: 0.14 };
const diamond = { half: 0.92, corner: 0.18 };

export function shapeIndex(shape: Shape): number {
  return shapes.indexOf(shape);
}

function boxDistance(x: number, y: number, half: number, corner: number): number {
  const qx = Math.abs(x) - half + corner;
  const qy = Math.abs(y) - half + corner;
  return Math.hypot(Math.max(qx, 0), Math.max(qy, 0)) + Math.min(Math.max(qx, qy), 0) - corner;
}

function hexagonDistance(x: number, y: number, apothem: number, corner: number): number {
  const inner = apothem - corner;
  let px = Math.abs(x);
  let py = Math.abs(y);
  const fold = 2 * Math.min(-0.8660254 * px + 0.5 * py, 0);
  px += fold * 0.8660254;
  py -= fold * 0.5;
  const reach = 0.5773503 * inner;
  px -= Math.min(Math.max(px, -reach), reach);
  py -= inner;
  return Math.hypot(px, py) * Math.sign(py) - corner;
}

/** Signed distance from a point to the outline of a shape of that radius around the origin; negative inside (Quilez, "2D distance functions"). */
export function shapeDistance(shape: Shape, x: number, y: number, radius: number): number {
  switch (shape) {
    case "disc":
      return Math.hypot(x, y) - radius;
    case "square":
      return boxDistance(x, y, square.half * radius, square.corner * radius);
    case "hexagon":
      return hexagonDistance(x, y, hexagon.apothem * radius, hexagon.corner * radius);
    case "diamond": {
      const turn = Math.SQRT1_2;
      return boxDistance((x + y) * turn, (x - y) * turn, diamond.half * radius, diamond.corner * radius);
    }
  }
}

/** How far from the middle the outline, widened by `gap`, is met in the direction of the unit vector. */
export function borderDistance(shape: Shape, direction: readonly [number, number], radius: number, gap: number): number {
  const [dx, dy] = direction;
  let at = 1.4 * radius + gap;
  for (let round = 0; round < 5; round++) at -= shapeDistance(shape, dx * at, dy * at, radius) - gap;
  return at;
}

const glsl = (n: number) => n.toFixed(4);

/** The two functions above for the shaders. */
export const shapeShader = /* glsl */ `
float boxDistance(vec2 p, float halfSide, float corner) {
  vec2 q = abs(p) - vec2(halfSide - corner);
  return length(max(q, 0.0)) + min(max(q.x, q.y), 0.0) - corner;
}

float hexagonDistance(vec2 p, float apothem, float corner) {
  float inner = apothem - corner;
  vec3 k = vec3(-0.8660254, 0.5, 0.5773503);
  p = abs(p);
  p -= 2.0 * min(dot(k.xy, p), 0.0) * k.xy;
  p -= vec2(clamp(p.x, -k.z * inner, k.z * inner), inner);
  return length(p) * sign(p.y) - corner;
}

float shapeDistance(vec2 p, float r, float shape) {
  if (shape < 0.5) return length(p) - r;
  if (shape < 1.5) return boxDistance(p, ${glsl(square.half)} * r, ${glsl(square.corner)} * r);
  if (shape < 2.5) return hexagonDistance(p, ${glsl(hexagon.apothem)} * r, ${glsl(hexagon.corner)} * r);
  return boxDistance(vec2(p.x + p.y, p.x - p.y) * 0.7071068, ${glsl(diamond.half)} * r, ${glsl(diamond.corner)} * r);
}

float borderDistance(vec2 direction, float r, float shape, float gap) {
  float at = 1.4 * r + gap;
  for (int round = 0; round < 5; round++) at -= shapeDistance(direction * at, r, shape) - gap;
  return at;
}
`;
