import type { ChartId, EntityId } from "../base/ids.ts";

/** A saved arrangement on the canvas: which entities, and where. */
export interface Chart {
  readonly id: ChartId;
  readonly name: string;
  readonly nodes: readonly ChartNode[];
}

export interface ChartNode {
  readonly entity: EntityId;
  /** Graph coordinates: x to the right, y up, no unit. */
  readonly x: number;
  readonly y: number;
  /** Placed by hand: the layout leaves it where it is. */
  readonly pinned: boolean;
}

export function isSameNode(a: ChartNode | undefined, b: ChartNode | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  return a.entity === b.entity && a.x === b.x && a.y === b.y && a.pinned === b.pinned;
}
