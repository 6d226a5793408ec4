import { leastZoom, nodeScale, type Size } from "./zoom.ts";

/** A node to be in view: its place in the graph, its radius at zoom 1, and what its name takes in pixels. */
export interface Framed {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly halfWidth: number;
  readonly below: number;
}

export interface View {
  readonly x: number;
  readonly y: number;
  readonly zoom: number;
}

/** Fitting a few nodes does not blow them up. */
export const mostFit = 1.4;

/** Pixels kept free along the edges; the controls float at the bottom. */
export const margins = { top: 22, right: 22, bottom: 62, left: 22 };

/**
 * The largest zoom up to `most`, and the point to look at, by which all nodes lie in view with their names, inside the margins.
 * Names keep their size at every zoom, so the room they take is found by halving. Cost: 24 passes.
 */
export function frameNodes(nodes: readonly Framed[], { width, height }: Size, most: number): View | null {
  if (nodes.length === 0) return null;
  const room = {
    width: Math.max(40, width - margins.left - margins.right),
    height: Math.max(40, height - margins.top - margins.bottom),
  };
  const fits = (zoom: number) => {
    const taken = extent(nodes, zoom);
    return taken.right - taken.left <= room.width && taken.top - taken.bottom <= room.height;
  };
  let zoom = most;
  if (!fits(most)) {
    let low = leastZoom;
    let high = most;
    for (let round = 0; round < 24; round++) {
      const half = Math.sqrt(low * high);
      if (fits(half)) low = half;
      else high = half;
    }
    zoom = low;
  }
  const { left, right, top, bottom } = extent(nodes, zoom);
  const shiftX = (margins.left - margins.right) / 2;
  const shiftY = (margins.top - margins.bottom) / 2;
  return { x: ((left + right) / 2 - shiftX) / zoom, y: ((top + bottom) / 2 + shiftY) / zoom, zoom };
}

/** In pixels around the graph's origin, y up. */
function extent(nodes: readonly Framed[], zoom: number) {
  const scale = nodeScale(zoom);
  let left = Number.POSITIVE_INFINITY;
  let right = Number.NEGATIVE_INFINITY;
  let bottom = Number.POSITIVE_INFINITY;
  let top = Number.NEGATIVE_INFINITY;
  for (const { x, y, size, halfWidth, below } of nodes) {
    const radius = size * scale * 1.25 + 6;
    left = Math.min(left, x * zoom - Math.max(radius, halfWidth));
    right = Math.max(right, x * zoom + Math.max(radius, halfWidth));
    bottom = Math.min(bottom, y * zoom - radius - below);
    top = Math.max(top, y * zoom + radius);
  }
  return { left, right, bottom, top };
}
