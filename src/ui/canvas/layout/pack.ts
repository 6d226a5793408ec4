import type { LayoutTask, Places } from "./layout-task.ts";

/** A drawn part and the room that it takes. */
export interface Part {
  readonly nodes: readonly number[];
  readonly task: LayoutTask;
  readonly places: Places;
}

interface Packed {
  readonly part: Part;
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly bottom: number;
}

const margin = 26;

/**
 * Puts parts next to each other in rows, the highest first, with that width of a row which lets the whole be drawn
 * largest on the canvas. Returns the places of all nodes, the middle at the origin. Cost: parts × 24 widths.
 */
export function pack(task: Pick<LayoutTask, "count" | "aspect">, parts: readonly Part[]): Places {
  const boxes = parts.map(roomOf).sort((a, b) => b.height - a.height || b.width - a.width);
  const widest = Math.max(...boxes.map(({ width }) => width));
  const area = boxes.reduce((sum, { width, height }) => sum + width * height, 0);
  let best = inRows(boxes, widest);
  for (let at = 0; at < 24; at++) {
    const rows = inRows(boxes, Math.max(widest, Math.sqrt(area * task.aspect) * (0.7 + at * 0.06)));
    if (sizeOn(rows, task.aspect) < sizeOn(best, task.aspect)) best = rows;
  }
  return spreadOut(task.count, best);
}

function roomOf(part: Part): Packed {
  const { x, y } = part.places;
  const { halfWidth, above, below } = part.task;
  let left = Number.POSITIVE_INFINITY;
  let right = Number.NEGATIVE_INFINITY;
  let bottom = Number.POSITIVE_INFINITY;
  let top = Number.NEGATIVE_INFINITY;
  for (let node = 0; node < part.nodes.length; node++) {
    left = Math.min(left, (x[node] as number) - (halfWidth[node] as number));
    right = Math.max(right, (x[node] as number) + (halfWidth[node] as number));
    bottom = Math.min(bottom, (y[node] as number) - (below[node] as number));
    top = Math.max(top, (y[node] as number) + (above[node] as number));
  }
  return { part, width: right - left + margin, height: top - bottom + margin, left, bottom };
}

interface Rows {
  readonly boxes: readonly (Packed & { readonly x: number; readonly y: number; readonly row: number })[];
  readonly widths: readonly number[];
  readonly width: number;
  readonly height: number;
}

/** Rows from the top down; `x` from the left of the row, `y` down to the top of the box. */
function inRows(boxes: readonly Packed[], mostWidth: number): Rows {
  let x = 0;
  let y = 0;
  let rowHeight = 0;
  const widths: number[] = [0];
  const placed = boxes.map((box) => {
    if (x > 0 && x + box.width > mostWidth) {
      y += rowHeight;
      x = 0;
      rowHeight = 0;
      widths.push(0);
    }
    const row = widths.length - 1;
    const at = { ...box, x, y: y + 0, row };
    x += box.width;
    widths[row] = x;
    rowHeight = Math.max(rowHeight, box.height);
    return at;
  });
  return { boxes: placed, widths, width: Math.max(...widths), height: y + rowHeight };
}

/** The larger, the smaller it is drawn. */
function sizeOn({ width, height }: Rows, aspect: number): number {
  return Math.max(width / aspect, height);
}

function spreadOut(count: number, { boxes, widths, width, height }: Rows): Places {
  const x = new Float64Array(count);
  const y = new Float64Array(count);
  for (const { part, x: fromLeft, y: fromTop, row, left, bottom, height: own } of boxes) {
    const shift = fromLeft + (width - (widths[row] as number)) / 2 - width / 2 - left + margin / 2;
    const lift = height / 2 - fromTop - own - bottom + margin / 2;
    part.nodes.forEach((node, at) => {
      x[node] = (part.places.x[at] as number) + shift;
      y[node] = (part.places.y[at] as number) + lift;
    });
  }
  return { x, y };
}
