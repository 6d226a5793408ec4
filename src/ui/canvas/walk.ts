import type { EntityId } from "../../base/ids.ts";
import type { SceneEdge } from "../../view/scene.ts";

export type Direction = "up" | "down" | "left" | "right";

interface Stand {
  readonly id: EntityId;
  readonly x: number;
  /** Up, as in the graph. */
  readonly y: number;
}

const towards: Readonly<Record<Direction, readonly [number, number]>> = {
  up: [0, 1],
  down: [0, -1],
  left: [-1, 0],
  right: [1, 0],
};

/**
 * The nearest other entity in that direction: within 60° of it, distance to the side counting double, so that what lies
 * straight ahead wins. Ties go to the first given. Null when there is none.
 */
export function nearestInDirection(from: Stand, stands: Iterable<Stand>, direction: Direction): EntityId | null {
  const [ahead, up] = towards[direction];
  let found: EntityId | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const { id, x, y } of stands) {
    if (id === from.id) continue;
    const dx = x - from.x;
    const dy = y - from.y;
    const forward = dx * ahead + dy * up;
    const aside = Math.abs(dx * up - dy * ahead);
    if (forward <= 0 || aside > forward * 1.74) continue;
    const cost = forward + 2 * aside;
    if (cost >= least) continue;
    least = cost;
    found = id;
  }
  return found;
}

/** The links of an entity in the order of the scene. */
export function linksAt(id: EntityId, edges: readonly SceneEdge[]): SceneEdge[] {
  return edges.filter(({ from, to }) => from === id || to === id);
}

/** Where a walk around links goes next; from nowhere to the first or the last. */
export function stepAround(count: number, at: number | null, step: 1 | -1): number | null {
  if (count === 0) return null;
  if (at === null) return step === 1 ? 0 : count - 1;
  return (at + step + count) % count;
}
