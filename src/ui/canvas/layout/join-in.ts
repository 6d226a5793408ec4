import { boxAround, createBoxGrid } from "../labels/box-grid.ts";
import { greatest, least } from "./fit-aspect.ts";
import type { LayoutTask, Places } from "./layout-task.ts";

const ringStep = 55;
const mostRings = 14;

/**
 * Finds places for the nodes that have none and moves no other: each next to the middle of its neighbours that are placed,
 * on the nearest ring where its box is free; nodes without such a neighbour go below everything. Those with
 * most placed neighbours first, then as numbered. Cost: per node a few hundred looks at the boxes near by.
 */
export function joinIn(task: LayoutTask): Places {
  const x = task.x.slice();
  const y = task.y.slice();
  const placed = Array.from(x, (value, node) => !Number.isNaN(value) && !Number.isNaN(y[node] as number));
  const taken = createBoxGrid(160);
  const box = (node: number, atX: number, atY: number) => {
    const high = (task.above[node] as number) + (task.below[node] as number);
    const middle = atY + ((task.above[node] as number) - (task.below[node] as number)) / 2;
    return boxAround(atX, middle, { width: 2 * (task.halfWidth[node] as number) + 8, height: high + 8 });
  };
  placed.forEach((isPlaced, node) => {
    if (isPlaced) taken.add(box(node, x[node] as number, y[node] as number));
  });
  const neighbours = neighbourSets(task);
  const waiting = new Set(placed.flatMap((isPlaced, node) => (isPlaced ? [] : [node])));
  const put = (node: number, at: { x: number; y: number }) => {
    const free = freeNear(at, (atX, atY) => !taken.hits(box(node, atX, atY)));
    x[node] = free.x;
    y[node] = free.y;
    placed[node] = true;
    taken.add(box(node, free.x, free.y));
    waiting.delete(node);
  };
  while (waiting.size > 0) {
    const next = best(waiting, (node) => (neighbours[node] ?? []).filter((other) => placed[other]).length);
    const near = (neighbours[next] ?? []).filter((other) => placed[other]);
    put(next, near.length > 0 ? middleOf(near, { x, y }) : below({ x, y }, placed));
  }
  return { x, y };
}

function neighbourSets({ count, links }: LayoutTask): number[][] {
  const sets: Set<number>[] = Array.from({ length: count }, () => new Set());
  for (let at = 0; at < links.length; at += 2) {
    sets[links[at] as number]?.add(links[at + 1] as number);
    sets[links[at + 1] as number]?.add(links[at] as number);
  }
  return sets.map((set, node) => [...set].filter((other) => other !== node));
}

function best(nodes: Iterable<number>, value: (node: number) => number): number {
  let found = -1;
  let most = Number.NEGATIVE_INFINITY;
  for (const node of nodes) {
    const here = value(node);
    if (here <= most) continue;
    most = here;
    found = node;
  }
  return found;
}

function middleOf(nodes: readonly number[], { x, y }: Places): { x: number; y: number } {
  const mean = (axis: Float64Array) => nodes.reduce((sum, node) => sum + (axis[node] as number), 0) / nodes.length;
  return { x: mean(x), y: mean(y) };
}

function below({ x, y }: Places, placed: readonly boolean[]): { x: number; y: number } {
  const known = (axis: Float64Array) => axis.filter((_, node) => placed[node]);
  if (!placed.includes(true)) return { x: 0, y: 0 };
  return { x: (least(known(x)) + greatest(known(x))) / 2, y: least(known(y)) - 110 };
}

/** The nearest free place on rings around `at`, each ring a little denser; the outermost when none is free. */
function freeNear(at: { x: number; y: number }, isFree: (x: number, y: number) => boolean): { x: number; y: number } {
  if (isFree(at.x, at.y)) return at;
  for (let ring = 1; ring <= mostRings; ring++) {
    const steps = 6 + 4 * ring;
    for (let step = 0; step < steps; step++) {
      const angle = ((step + (ring % 2) / 2) * 2 * Math.PI) / steps;
      const x = at.x + Math.cos(angle) * ring * ringStep;
      const y = at.y + Math.sin(angle) * ring * ringStep;
      if (isFree(x, y)) return { x, y };
    }
  }
  return { x: at.x, y: at.y - (mostRings + 1) * ringStep };
}
