import type { LayoutTask, Places } from "./layout-task.ts";
import { seededRandom } from "./seeded-random.ts";

const pivotCount = 24;

/**
 * Where the forces start from: each node by its hop distances to a few far-apart nodes, seen from the side
 * that spreads them most (PivotMDS, Brandes and Pich 2006). So the large structure is unfolded before the
 * forces begin. Reach about 1. Cost: pivots × (nodes + links). Other seeds start from other pivots.
 */
export function startPlaces(task: LayoutTask): Places {
  const { count } = task;
  const random = seededRandom(task.seed);
  const rows = pivotDistances(task, random);
  centre(rows, count);
  const first = strongest(rows, random);
  const x = project(rows, first, count);
  for (const row of rows) subtract(row, x);
  const y = project(rows, strongest(rows, random), count);
  for (let node = 0; node < count; node++) {
    x[node] = (x[node] as number) + (random() - 0.5) * 0.1;
    y[node] = (y[node] as number) + (random() - 0.5) * 0.1;
  }
  return { x, y };
}

/** Squared hop distances of every node from each pivot; the next pivot is the node farthest from all before. */
function pivotDistances(task: LayoutTask, random: () => number): Float64Array[] {
  const { count } = task;
  const neighbours = neighbourLists(task);
  const nearest = new Float64Array(count).fill(Number.POSITIVE_INFINITY);
  const rows: Float64Array[] = [];
  let pivot = Math.floor(random() * count);
  for (let at = 0; at < Math.min(pivotCount, count); at++) {
    const hops = hopsFrom(pivot, neighbours);
    rows.push(hops.map((hop) => hop * hop));
    let farthest = 0;
    for (let node = 0; node < count; node++) {
      nearest[node] = Math.min(nearest[node] as number, hops[node] as number);
      if ((nearest[node] as number) > (nearest[farthest] as number)) farthest = node;
    }
    pivot = farthest;
  }
  return rows;
}

function neighbourLists({ count, links }: LayoutTask): number[][] {
  const lists: number[][] = Array.from({ length: count }, () => []);
  for (let at = 0; at < links.length; at += 2) {
    const a = links[at] as number;
    const b = links[at + 1] as number;
    lists[a]?.push(b);
    lists[b]?.push(a);
  }
  return lists;
}

function hopsFrom(start: number, neighbours: readonly (readonly number[])[]): Float64Array {
  const hops = new Float64Array(neighbours.length).fill(-1);
  hops[start] = 0;
  const queue = [start];
  for (const node of queue) {
    for (const next of neighbours[node] ?? []) {
      if (hops[next] !== -1) continue;
      hops[next] = (hops[node] as number) + 1;
      queue.push(next);
    }
  }
  return hops;
}

/** Double centring turns squared distances into inner products. */
function centre(rows: readonly Float64Array[], count: number): void {
  const ofNode = new Float64Array(count);
  for (const row of rows)
    row.forEach((value, node) => {
      ofNode[node] = (ofNode[node] as number) + value / rows.length;
    });
  const all = ofNode.reduce((sum, value) => sum + value / count, 0);
  for (const row of rows) {
    const mean = row.reduce((sum, value) => sum + value / count, 0);
    for (let node = 0; node < count; node++) row[node] = -0.5 * ((row[node] as number) - mean - (ofNode[node] as number) + all);
  }
}

/** The direction in pivot space along which nodes differ most: power iteration on the small product matrix. */
function strongest(rows: readonly Float64Array[], random: () => number): Float64Array {
  const product = rows.map((a) => rows.map((b) => a.reduce((sum, value, node) => sum + value * (b[node] as number), 0)));
  let direction = Float64Array.from(rows, () => random() - 0.5);
  for (let round = 0; round < 60; round++) {
    const next = Float64Array.from(product, (row) => row.reduce((sum, value, at) => sum + value * (direction[at] as number), 0));
    const length = Math.hypot(...next);
    if (length < 1e-12) break;
    direction = next.map((value) => value / length);
  }
  return direction;
}

function project(rows: readonly Float64Array[], direction: Float64Array, count: number): Float64Array {
  const places = new Float64Array(count);
  rows.forEach((row, at) => {
    for (let node = 0; node < count; node++)
      places[node] = (places[node] as number) + (row[node] as number) * (direction[at] as number);
  });
  const reach = places.reduce((most, value) => Math.max(most, Math.abs(value)), 1e-9);
  return places.map((value) => value / reach);
}

/** Takes out of a row what it shares with the first axis, so that the second is another. */
function subtract(row: Float64Array, axis: Float64Array): void {
  const norm = axis.reduce((sum, value) => sum + value * value, 1e-12);
  const share = row.reduce((sum, value, node) => sum + value * (axis[node] as number), 0) / norm;
  for (let node = 0; node < row.length; node++) row[node] = (row[node] as number) - share * (axis[node] as number);
}
