import { atlasCells, atlasFill } from "./icon-atlas.ts";
import { shapeShader } from "./shape-distance.ts";

/** One quad per node, measured in CSS pixels from its middle, y up. */
export const nodeVertexShader = /* glsl */ `
attribute vec2 a_corner;
attribute vec2 a_position;
attribute float a_size;
attribute vec4 a_color;
attribute vec4 a_look;

uniform mat3 u_matrix;
uniform vec2 u_view;
uniform float u_scale;

varying vec2 v_point;
varying float v_radius;
varying vec4 v_color;
varying vec4 v_look;

void main() {
  v_radius = a_size * u_scale;
  /* only what has a ring needs room for one: most of the time of a large drawing goes into empty corners */
  v_point = a_corner * (v_radius * 1.26 + (a_look.w > 0.0 ? 10.0 : 2.0));
  vec2 middle = (u_matrix * vec3(a_position, 1.0)).xy;
  gl_Position = vec4(middle + v_point * 2.0 / u_view, 0.0, 1.0);
  v_look = a_look;
  v_color = a_color;
}
`;

/** `a_look` is shape, icon, strength, and the sum of the rings (see looks.ts). */
export const nodeFragmentShader = /* glsl */ `
precision highp float;

varying vec2 v_point;
varying float v_radius;
varying vec4 v_color;
varying vec4 v_look;

uniform sampler2D u_icons;
uniform float u_pixel;
uniform vec3 u_ground;
uniform vec3 u_ink;
uniform vec3 u_thread;
uniform vec3 u_icon;

${shapeShader}

float cover(float d) {
  return clamp(0.5 - d / u_pixel, 0.0, 1.0);
}

vec4 over(vec4 below, vec3 color, float alpha) {
  return vec4(color, 1.0) * alpha + below * (1.0 - alpha);
}

float has(float ring) {
  return step(0.5, mod(floor(v_look.w / ring), 2.0));
}

float iconCover() {
  vec2 at = v_point * vec2(1.0, -1.0) / (v_radius * 0.6);
  if (max(abs(at.x), abs(at.y)) > 1.0) return 0.0;
  vec2 cell = vec2(mod(v_look.y, ${atlasCells}.0), floor(v_look.y / ${atlasCells}.0));
  vec2 uv = (cell + 0.5 + at * ${(atlasFill / 2).toFixed(4)}) / ${atlasCells}.0;
  return texture2D(u_icons, uv, -0.5).a * smoothstep(4.0, 7.0, v_radius);
}

void main() {
  float d = shapeDistance(v_point, v_radius, v_look.x);
  float path = has(1.0);
  float chosen = has(2.0);
  float first = max(path, chosen);
  float outside = 1.4 + 3.6 * first + 3.2 * path * chosen;
  vec4 color = vec4(0.0);
  color = over(color, u_ground, cover(d - outside - 0.1));
  color = over(color, u_ink, path * chosen * cover(abs(d - 7.3) - 0.8));
  color = over(color, mix(u_ink, u_thread, path), first * cover(abs(d - 3.7) - 1.2));
  vec3 fill = mix(u_ground, v_color.rgb, v_look.z);
  color = over(color, fill, cover(d));
  color = over(color, mix(fill, u_icon, 0.35 + 0.65 * v_look.z), iconCover());
  if (color.a == 0.0) discard;
  gl_FragColor = color;
}
`;
