/** Graph units of the square that sigma normalizes by. Any fixed size will do: nothing rescales when nodes come and go. */
const frameSide = 1000;

export const frameBox = { x: [-frameSide / 2, frameSide / 2], y: [-frameSide / 2, frameSide / 2] } as {
  x: [number, number];
  y: [number, number];
};

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Zoom is pixels per graph unit; the layout counts in pixels, so 1 is the size that everything was laid out for. */
export const leastZoom = 0.02;
export const mostZoom = 4;

/** sigma's camera ratio for a zoom, and back. */
export function ratioOf(zoom: number, { width, height }: Size): number {
  return Math.min(width, height) / (frameSide * zoom);
}

export function zoomOf(ratio: number, { width, height }: Size): number {
  return Math.min(width, height) / (frameSide * ratio);
}

/** Where sigma's camera stands to look at a point of the graph. */
export function cameraAt({ x, y }: { readonly x: number; readonly y: number }): { x: number; y: number } {
  return { x: 0.5 + x / frameSide, y: 0.5 + y / frameSide };
}

/** The point of the graph that sigma's camera looks at. */
export function graphPoint({ x, y }: { readonly x: number; readonly y: number }): { x: number; y: number } {
  return { x: (x - 0.5) * frameSide, y: (y - 0.5) * frameSide };
}

/** How much larger than drawn for zoom 1 a node is: less than the zoom, so that a far view keeps its nodes and a near one its gaps. */
export function nodeScale(zoom: number): number {
  return zoom < 1 ? zoom ** 0.68 : zoom ** 0.4;
}

/** The same for lines, dashes and marks. */
export function lineScale(scale: number): number {
  return Math.min(1.5, Math.max(0.45, scale));
}
