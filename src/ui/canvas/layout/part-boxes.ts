import type { LayoutTask, Places } from "./layout-task.ts";

interface PartBoxesOptions {
  /** Nodes that stay where they are. */
  readonly fixed?: (node: number) => boolean;
  /** Pixels left between two boxes. */
  readonly margin?: number;
  readonly mostRounds?: number;
}

/**
 * Pushes nodes apart until no two boxes (node and name) overlap, each pair along the way on which its share of overlap is
 * smaller (so that wide boxes do not all end in columns); fixed nodes stay.
 * noverlap, which knows only discs, would give a name of 140 pixels a disc of 140 pixels. Changes `places`;
 * false when rounds ran out first. Cost of a round: what lies near each box.
 */
export function partBoxes(
  task: LayoutTask,
  places: Places,
  { fixed = () => false, margin = 6, mostRounds = 120 }: PartBoxesOptions = {},
): boolean {
  const { count, halfWidth, above, below } = task;
  const cell = 2 * Math.max(20, median(halfWidth)) + margin;
  const largest = Math.max(1, ...[halfWidth, above, below].map((sizes) => sizes.reduce((most, size) => Math.max(most, size), 0)));
  for (let round = 0; round < mostRounds; round++) {
    const cells = cellsOf(task, places, cell);
    let clear = true;
    for (let a = 0; a < count; a++) {
      const reach = Math.max(halfWidth[a] as number, above[a] as number, below[a] as number) + largest + margin;
      eachNear(cells, { cell, reach, x: places.x[a] as number, y: places.y[a] as number }, (b) => {
        if (b > a && pushApart(a, b)) clear = false;
      });
    }
    if (clear) return true;
  }
  return false;

  function pushApart(a: number, b: number): boolean {
    const dx = (places.x[b] as number) - (places.x[a] as number);
    const middleA = (places.y[a] as number) + ((above[a] as number) - (below[a] as number)) / 2;
    const middleB = (places.y[b] as number) + ((above[b] as number) - (below[b] as number)) / 2;
    const dy = middleB - middleA;
    const widths = (halfWidth[a] as number) + (halfWidth[b] as number) + margin;
    const heights = ((above[a] as number) + (below[a] as number) + (above[b] as number) + (below[b] as number)) / 2 + margin;
    const overX = widths - Math.abs(dx);
    const overY = heights - Math.abs(dy);
    if (overX <= 0.01 || overY <= 0.01) return false;
    const fixedA = fixed(a);
    const fixedB = fixed(b);
    if (fixedA && fixedB) return false;
    const sideways = overX / widths < overY / heights;
    const axis = sideways ? places.x : places.y;
    const by = sideways ? overX * sign(dx) : overY * sign(dy);
    const shareA = fixedA ? 0 : fixedB ? 1 : 0.5;
    axis[a] = (axis[a] as number) - by * shareA;
    axis[b] = (axis[b] as number) + by * (1 - shareA);
    return true;
  }
}

function sign(n: number): number {
  return n < 0 ? -1 : 1;
}

function cellsOf({ count }: LayoutTask, { x, y }: Places, cell: number): Map<number, number[]> {
  const cells = new Map<number, number[]>();
  for (let node = 0; node < count; node++) {
    const key = cellKey(Math.floor((x[node] as number) / cell), Math.floor((y[node] as number) / cell));
    const there = cells.get(key);
    if (there === undefined) cells.set(key, [node]);
    else there.push(node);
  }
  return cells;
}

function cellKey(column: number, row: number): number {
  return column * 1_048_576 + row;
}

interface Near {
  readonly cell: number;
  readonly reach: number;
  readonly x: number;
  readonly y: number;
}

function eachNear(
  cells: ReadonlyMap<number, readonly number[]>,
  { cell, reach, x, y }: Near,
  visit: (node: number) => void,
): void {
  const span = Math.ceil(reach / cell);
  const column = Math.floor(x / cell);
  const row = Math.floor(y / cell);
  for (let c = column - span; c <= column + span; c++)
    for (let r = row - span; r <= row + span; r++) for (const node of cells.get(cellKey(c, r)) ?? []) visit(node);
}

function median(values: Float64Array): number {
  const sorted = values.toSorted();
  return sorted[sorted.length >> 1] ?? 0;
}
