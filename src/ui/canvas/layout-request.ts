import type { EntityId } from "../../base/ids.ts";
import type { Scene } from "../../view/scene.ts";
import { mostNamed } from "./layout/draw-part.ts";
import type { LayoutTask } from "./layout/layout-task.ts";
import type { Size } from "./zoom.ts";

interface RequestOptions {
  readonly known: (id: EntityId) => { readonly x: number; readonly y: number } | undefined;
  /** Width of a node's name in pixels. */
  readonly nameWidth: (label: string) => number;
  /** Pixels of the canvas, controls aside. */
  readonly canvas: Size;
  readonly seed: number;
}

/** The layout task of a scene: what is known, how much room each node takes with its name, and who is linked to whom. */
export function layoutRequest({ nodes, edges }: Scene, { known, nameWidth, canvas, seed }: RequestOptions): LayoutTask {
  const count = nodes.length;
  const named = count <= mostNamed;
  const place = new Map(nodes.map(({ id }, at) => [id, at]));
  const places = nodes.map(({ id }) => known(id));
  return {
    count,
    x: Float64Array.from(places, (spot) => spot?.x ?? Number.NaN),
    y: Float64Array.from(places, (spot) => spot?.y ?? Number.NaN),
    halfWidth: Float64Array.from(nodes, ({ label, size }) => Math.max(size + 6, named ? nameWidth(label) / 2 + 5 : 0)),
    above: Float64Array.from(nodes, ({ size }) => size + 7),
    below: Float64Array.from(nodes, ({ size }) => size + (named ? 24 : 7)),
    links: Uint32Array.from(edges.flatMap(({ from, to }) => [place.get(from) ?? 0, place.get(to) ?? 0])),
    aspect: aspectOf(canvas),
    room: canvas.width * canvas.height,
    seed,
  };
}

/** Within bounds: a drawing is never stretched into a strip. */
export function aspectOf({ width, height }: Size): number {
  return Math.min(3, Math.max(1 / 3, width / Math.max(1, height)));
}
