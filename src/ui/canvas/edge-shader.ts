import { bendSpacing, loopRadius, loopStep, mostBend } from "./edge-curve.ts";
import { shapeShader } from "./shape-distance.ts";

const glsl = (n: number) => n.toFixed(4);

/** What the two shaders of a line hand over: all in CSS pixels, in the frame of edge-curve.ts, y up. */
const varyings = /* glsl */ `
varying vec2 v_point;
varying vec4 v_color;
varying vec2 v_circle;
varying vec2 v_range;
varying vec4 v_arrow;
varying vec4 v_line;
varying vec2 v_middle;
varying vec4 v_mark;
`;

/**
 * One quad per link, as large as its curve needs. The curve is that of edge-curve.ts.
 * `a_from` and `a_to`: size, shape, gap. `a_line`: width, dash, gap, bend. `a_marks`: arrow, ≠.
 */
export const edgeVertexShader = /* glsl */ `
attribute vec2 a_corner;
attribute vec2 a_source;
attribute vec2 a_target;
attribute vec3 a_from;
attribute vec3 a_to;
attribute vec4 a_line;
attribute vec2 a_marks;
attribute vec4 a_color;

uniform mat3 u_matrix;
uniform vec2 u_view;
uniform float u_scale;
uniform float u_lineScale;

${varyings}
${shapeShader}

const float PI = 3.14159265;
/* Below this scale nodes are a few pixels wide: discs will do for the ends of lines, and arrowheads are specks. */
const float FAR = 0.4;

float arcOver(float radius, float chord) {
  return radius == 0.0 ? chord : 2.0 * radius * asin(min(1.0, chord / 2.0 / radius));
}

/* In the frame of the line: x along it, y across to the side it bends to, from the middle of the straight line. */
vec2 pointAt(float rise, float radius, float at) {
  if (radius == 0.0) return vec2(at, 0.0);
  return vec2(radius * sin(at / radius), rise - radius + radius * cos(at / radius));
}

float reach(vec2 away, mat2 turn, vec3 look) {
  float far = length(away);
  if (far < 0.001 || u_scale < FAR) return look.x * u_scale + look.z;
  return borderDistance(turn * away / far, look.x * u_scale, look.y, look.z);
}

void main() {
  vec2 from = (u_matrix * vec3(a_source, 1.0)).xy * u_view / 2.0;
  vec2 to = (u_matrix * vec3(a_target, 1.0)).xy * u_view / 2.0;
  float chord = distance(from, to);
  float bend = a_line.w;
  vec2 along = vec2(1.0, 0.0);
  vec2 across = vec2(0.0, 1.0);
  float rise;
  float radius;
  float halfLength;
  if (chord < 0.01) {
    radius = a_from.x * u_scale * 0.75 + (${glsl(loopRadius)} + ${glsl(loopStep)} * bend) * u_scale;
    rise = 2.0 * radius;
    halfLength = PI * radius;
  } else {
    float limit = ${glsl(mostBend)} * chord;
    float lean = clamp(bend * ${glsl(bendSpacing)} * u_scale, -limit, limit);
    along = (to - from) / chord;
    across = vec2(-along.y, along.x) * (lean < 0.0 ? -1.0 : 1.0);
    rise = abs(lean) < 0.5 ? 0.0 : abs(lean);
    radius = rise == 0.0 ? 0.0 : chord * chord / (8.0 * rise) + rise / 2.0;
    halfLength = rise == 0.0 ? chord / 2.0 : radius * asin(min(1.0, chord / 2.0 / radius));
  }
  mat2 turn = mat2(along, across);
  vec2 startAt = vec2(-chord / 2.0, 0.0);
  vec2 endAt = vec2(chord / 2.0, 0.0);
  float start = -halfLength + a_from.x * u_scale;
  float end = halfLength - a_to.x * u_scale;
  for (int round = 0; round < 2; round++) {
    if (round > 0 && (radius == 0.0 || u_scale < FAR)) break;
    start = -halfLength + arcOver(radius, reach(pointAt(rise, radius, start) - startAt, turn, a_from));
    end = halfLength - arcOver(radius, reach(pointAt(rise, radius, end) - endAt, turn, a_to));
  }

  float width = a_line.x * u_lineScale;
  float head = (u_scale < FAR ? 0.0 : a_marks.x) * (5.5 * u_lineScale + width * 1.9);
  head = min(head, max(0.0, (end - start) * 0.45));
  vec2 tip = pointAt(rise, radius, end);
  vec2 neck = pointAt(rise, radius, end - head);
  float edge = max(width / 2.0, max(head * 0.5, a_marks.y * 8.0 * u_lineScale)) + 1.0;
  float side = chord < 0.01 ? radius : chord / 2.0;
  vec2 low = vec2(-side - edge, -edge);
  vec2 high = vec2(side + edge, rise + edge);
  v_point = mix(low, high, a_corner);
  vec2 place = (from + to) / 2.0 + turn * v_point;
  gl_Position = start < end ? vec4(place * 2.0 / u_view, 0.0, 1.0) : vec4(2.0, 2.0, 2.0, 1.0);

  v_circle = vec2(rise, radius);
  v_range = vec2(start, end - head * 0.8);
  v_arrow = vec4(tip, head > 0.0 ? normalize(neck - tip) * head : vec2(0.0));
  v_line = vec4(width, a_line.yz * u_lineScale, a_marks.y * u_lineScale * step(30.0 * u_lineScale, end - start));
  v_middle = pointAt(rise, radius, (start + end) / 2.0);
  v_mark = vec4(along, across);
  v_color = a_color;
}
`;

export const edgeFragmentShader = /* glsl */ `
precision highp float;

${varyings}

uniform float u_pixel;
uniform vec3 u_ground;

float cover(float d) {
  return clamp(0.5 - d / u_pixel, 0.0, 1.0);
}

vec2 onLine(vec2 p) {
  float rise = v_circle.x;
  float radius = v_circle.y;
  if (radius == 0.0) return vec2(p.x, p.y);
  vec2 q = vec2(p.x, p.y - rise + radius);
  /* (|q|² − r²) / (|q| + r), in a form that keeps its digits for large circles */
  float up = p.y - rise;
  return vec2(radius * atan(q.x, q.y), (p.x * p.x + up * up + 2.0 * radius * up) / (length(q) + radius));
}

float lineDistance(vec2 at, float width) {
  float half_ = width / 2.0;
  float dash = v_line.y;
  float gap = v_line.z;
  float beyond = max(v_range.x - at.x, at.x - v_range.y);
  if (gap < 0.5) return max(abs(at.y) - half_, beyond);
  float into = mod(at.x - v_range.x, dash + gap);
  float out_ = max(abs(into - dash / 2.0) - max(dash / 2.0 - half_, 0.0), 0.0);
  return max(length(vec2(out_, at.y)) - half_, beyond);
}

float arrowDistance(vec2 p) {
  float size = length(v_arrow.zw);
  vec2 back = v_arrow.zw / size;
  vec2 q = p - v_arrow.xy;
  float a = dot(q, back);
  float b = abs(q.x * back.y - q.y * back.x);
  return max((b - a * 0.42) * 0.922, a - size);
}

float bar(vec2 p, vec2 halfSize) {
  vec2 q = abs(p) - halfSize;
  return length(max(q, 0.0)) + min(max(q.x, q.y), 0.0);
}

float unequal(vec2 p) {
  float lines = bar(vec2(p.x, abs(p.y) - 1.5), vec2(2.9, 0.55));
  vec2 leaning = vec2(p.x * 0.88 - p.y * 0.47, p.x * 0.47 + p.y * 0.88);
  return min(lines, bar(leaning, vec2(0.55, 4.0)));
}

void main() {
  vec2 at = onLine(v_point);
  float alpha = cover(lineDistance(at, max(v_line.x, u_pixel)));
  if (dot(v_arrow.zw, v_arrow.zw) > 0.0) alpha = max(alpha, cover(arrowDistance(v_point)));
  /* thinner than a pixel: paler instead */
  alpha *= min(1.0, v_line.x / u_pixel);
  vec3 color = v_color.rgb;
  vec4 drawn = vec4(color, 1.0) * alpha;
  float mark = v_line.w;
  if (mark > 0.0) {
    vec2 p = mat2(v_mark.xy, v_mark.zw) * (v_point - v_middle) / mark;
    float disc = length(p) - 7.0;
    float fill = cover(disc * mark);
    drawn = vec4(u_ground, 1.0) * fill + drawn * (1.0 - fill);
    float ink = max(cover((abs(disc + 0.6) - 0.6) * mark), cover(unequal(p) * mark));
    drawn = vec4(color, 1.0) * ink + drawn * (1.0 - ink);
  }
  gl_FragColor = drawn;
}
`;
