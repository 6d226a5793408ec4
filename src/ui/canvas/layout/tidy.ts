import { type Clutter, clutterOf } from "./clutter.ts";
import { greatest, least } from "./fit-aspect.ts";
import type { LayoutTask, Places } from "./layout-task.ts";

/** Drawings up to this size are tidied: it takes a moment, and shows most where every name is read. */
export const mostTidied = 70;

const mostSweeps = 24;
const directions = 10;
/** Trying every pair in each other's place is worth it only while there are few. */
const mostSwapped = 32;

/**
 * Moves one node at a time to where it adds the least clutter: near by, to the middle of its neighbours, or in
 * another's place. Stops when a sweep changes nothing. Changes `places`; returns what clutter is left.
 */
export function tidy(task: LayoutTask, places: Places): number {
  const frame = frameOf(task, places);
  const clutter = clutterOf(task, places, frame);
  let step = 0.55 * Math.sqrt((4 * frame.width * frame.height) / task.count);
  for (let sweep = 0; sweep < mostSweeps && step > 6; sweep++) {
    let changed = false;
    for (let node = 0; node < task.count; node++) {
      if (moveNear(node, { places, clutter, step, turn: sweep })) changed = true;
    }
    if (sweep % 4 === 0 && task.count <= mostSwapped && swapAll(task, places, clutter)) changed = true;
    step *= changed ? 0.9 : 0.6;
  }
  return clutter.whole();
}

/** The clutter of a drawing as it is. */
export function clutterIn(task: LayoutTask, places: Places): number {
  return clutterOf(task, places, frameOf(task, places)).whole();
}

/** What the drawing takes on either side of its middle. */
function frameOf(task: LayoutTask, places: Places): { readonly width: number; readonly height: number } {
  return {
    width: Math.max(greatest(places.x), -least(places.x)) + greatest(task.halfWidth),
    height: Math.max(greatest(places.y), -least(places.y)) + greatest(task.below),
  };
}

interface Move {
  readonly places: Places;
  readonly clutter: Clutter;
  readonly step: number;
  readonly turn: number;
}

function moveNear(node: number, { places: { x, y }, clutter, step, turn }: Move): boolean {
  const fromX = x[node] as number;
  const fromY = y[node] as number;
  let bestX = fromX;
  let bestY = fromY;
  let best = clutter.ofNode(node) - 0.02;
  for (let at = 0; at < directions * 2; at++) {
    const angle = ((at % directions) + (turn % 2) / 2) * ((2 * Math.PI) / directions);
    const reach = at < directions ? step : step * 2.4;
    x[node] = fromX + Math.cos(angle) * reach;
    y[node] = fromY + Math.sin(angle) * reach;
    const here = clutter.ofNode(node, best);
    if (here >= best) continue;
    best = here;
    bestX = x[node] as number;
    bestY = y[node] as number;
  }
  x[node] = bestX;
  y[node] = bestY;
  return bestX !== fromX || bestY !== fromY;
}

function swapAll({ count }: LayoutTask, places: Places, clutter: Clutter): boolean {
  const ofEach = () => Float64Array.from({ length: count }, (_, node) => clutter.ofNode(node));
  let changed = false;
  let own = ofEach();
  for (let a = 0; a < count; a++) {
    for (let b = a + 1; b < count; b++) {
      const enough = (own[a] as number) + (own[b] as number) - 0.05;
      swap(places, a, b);
      const first = clutter.ofNode(a, enough);
      if (first < enough && first + clutter.ofNode(b) < enough) {
        changed = true;
        own = ofEach();
      } else swap(places, a, b);
    }
  }
  return changed;
}

function swap({ x, y }: Places, a: number, b: number): void {
  [x[a], x[b]] = [x[b] as number, x[a] as number];
  [y[a], y[b]] = [y[b] as number, y[a] as number];
}
