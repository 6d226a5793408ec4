import type { LayoutTask, Places } from "../../../../src/ui/canvas/layout/layout-task.ts";
import { seededRandom } from "../../../../src/ui/canvas/layout/seeded-random.ts";

/** A layout of `count` nodes with names of about 90 pixels, linked as pairs of numbers. */
export function taskOf(count: number, links: readonly (readonly [number, number])[], more: Partial<LayoutTask> = {}): LayoutTask {
  return {
    count,
    x: new Float64Array(count).fill(Number.NaN),
    y: new Float64Array(count).fill(Number.NaN),
    halfWidth: Float64Array.from({ length: count }, (_, node) => 30 + ((node * 7) % 40)),
    above: new Float64Array(count).fill(20),
    below: new Float64Array(count).fill(38),
    links: Uint32Array.from(links.flat()),
    aspect: 1.2,
    room: 500_000,
    seed: 0,
    ...more,
  };
}

/** Each node linked to `each` earlier ones, mostly to the well linked. */
export function hubsAndSpokes(count: number, each: number, seed = 1): [number, number][] {
  const random = seededRandom(seed);
  const ends = [0];
  const links: [number, number][] = [];
  for (let node = 1; node < count; node++) {
    for (let at = 0; at < each; at++) {
      const other = ends[Math.floor(random() * ends.length)] as number;
      if (other === node) continue;
      links.push([node, other]);
      ends.push(node, other);
    }
  }
  return links;
}

/** Pairs of nodes whose boxes overlap. */
export function overlaps({ count, halfWidth, above, below }: LayoutTask, { x, y }: Places): [number, number][] {
  const pairs: [number, number][] = [];
  const at = (values: Float64Array, node: number) => values[node] as number;
  for (let a = 0; a < count; a++) {
    for (let b = a + 1; b < count; b++) {
      const wide = Math.abs(at(x, a) - at(x, b)) < at(halfWidth, a) + at(halfWidth, b);
      const high = at(y, a) - at(below, a) < at(y, b) + at(above, b) && at(y, b) - at(below, b) < at(y, a) + at(above, a);
      if (wide && high) pairs.push([a, b]);
    }
  }
  return pairs;
}
