import type { Box } from "../labels/box-grid.ts";
import { crossesBox } from "../labels/crossings.ts";
import type { LayoutTask, Places } from "./layout-task.ts";
import { segmentsCross } from "./segments.ts";

/** What makes a drawing hard to read, in one currency. A line under a name is the worst, since the name can't be read. */
const price = { crossing: 1, under: 1.6, overlap: 8, length: 0.5, near: 0.5, outside: 3 };

export interface Clutter {
  /** Everything that the place of this node adds to the drawing's clutter; where that is `enough` or more, perhaps only that. */
  ofNode(node: number, enough?: number): number;
  /** Of the whole drawing; each crossing counts at both of its lines. */
  whole(): number;
}

interface Half {
  readonly width: number;
  readonly height: number;
}

/**
 * The clutter of a small drawing: lines that cross, lines that run under nodes and names, names that overlap, lines
 * that are long, nodes close to each other or out of the frame. Reads `places` as they are at each call. Cost of a node: its links × all links.
 */
export function clutterOf(task: LayoutTask, places: Places, frame: Half): Clutter {
  const { count, links, halfWidth, above, below } = task;
  const { x, y } = places;
  const lines = links.length / 2;
  const own: number[][] = Array.from({ length: count }, () => []);
  for (let at = 0; at < links.length; at++) own[links[at] as number]?.push(at >>> 1);
  const usual = Math.sqrt((4 * frame.width * frame.height) / Math.max(count, 4));
  const near = 1.25 * usual + 1e-6;
  // Filled again and again: what is looked at is looked at some million times. Numbers that lie in arrays are never boxed.
  const line = new Float64Array(4);
  const otherLine = new Float64Array(4);
  const mine = new Float64Array(4);
  const theirs = new Float64Array(4);
  const box = emptyBox();
  const from = { x: 0, y: 0 };
  const to = { x: 0, y: 0 };

  function takeLine(at: number, into: Float64Array): void {
    const a = links[2 * at] as number;
    const b = links[2 * at + 1] as number;
    into[0] = x[a] as number;
    into[1] = y[a] as number;
    into[2] = x[b] as number;
    into[3] = y[b] as number;
  }

  /** Left, right, top and bottom of a node with its name. */
  function takeBox(node: number, into: Float64Array): void {
    const half = (halfWidth[node] as number) - 3;
    into[0] = (x[node] as number) - half;
    into[1] = (x[node] as number) + half;
    into[2] = (y[node] as number) - (below[node] as number) + 3;
    into[3] = (y[node] as number) + (above[node] as number) - 3;
  }

  function ofNode(node: number, enough = Number.POSITIVE_INFINITY): number {
    let sum = 0;
    for (const at of own[node] ?? []) {
      sum += ofLine(at);
      if (sum >= enough) return sum;
    }
    return sum + ofBox(node);
  }

  function ofLine(at: number): number {
    const a = links[2 * at] as number;
    const b = links[2 * at + 1] as number;
    takeLine(at, line);
    const length = Math.hypot((line[2] as number) - (line[0] as number), (line[3] as number) - (line[1] as number)) / usual;
    let sum = price.length * length * length;
    for (let other = 0; other < lines; other++) if (isCrossed(other, a, b)) sum += price.crossing;
    for (let third = 0; third < count; third++) {
      if (third === a || third === b) continue;
      takeBox(third, theirs);
      if (runsThrough(line, theirs)) sum += price.under;
    }
    return sum;
  }

  /** Whether `line`, which is the one from `a` to `b`, crosses another that it has no end in common with. */
  function isCrossed(other: number, a: number, b: number): boolean {
    const c = links[2 * other] as number;
    const d = links[2 * other + 1] as number;
    if (c === a || c === b || d === a || d === b) return false;
    takeLine(other, otherLine);
    return segmentsCross(line, otherLine);
  }

  /** Whether a line runs through a box; most lie beside it. */
  function runsThrough(piece: Float64Array, through: Float64Array): boolean {
    const isLeftOrRight =
      Math.min(piece[0] as number, piece[2] as number) >= (through[1] as number) ||
      Math.max(piece[0] as number, piece[2] as number) + 1e-9 <= (through[0] as number);
    if (isLeftOrRight) return false;
    from.x = piece[0] as number;
    from.y = piece[1] as number;
    to.x = piece[2] as number;
    to.y = piece[3] as number;
    box.left = through[0] as number;
    box.right = through[1] as number;
    box.top = through[2] as number;
    box.bottom = through[3] as number;
    return crossesBox(box, from, to);
  }

  function nearness(node: number, other: number): number {
    const acrossX = (x[node] as number) - (x[other] as number);
    const acrossY = (y[node] as number) - (y[other] as number);
    // Sorted out by either way alone: the root of most is never taken.
    if (Math.abs(acrossX) > near || Math.abs(acrossY) > near) return 0;
    return price.near * Math.max(0, 1.25 - Math.hypot(acrossX, acrossY) / usual) ** 2;
  }

  /** Of `mine` and the box of another. */
  function overlapping(other: number): number {
    takeBox(other, theirs);
    const wide = Math.min(mine[1] as number, theirs[1] as number) - Math.max(mine[0] as number, theirs[0] as number) + 10;
    const high = Math.min(mine[3] as number, theirs[3] as number) - Math.max(mine[2] as number, theirs[2] as number) + 10;
    return wide > 0 && high > 0 ? price.overlap * (0.3 + Math.min(wide, high) / 20) : 0;
  }

  function ofBox(node: number): number {
    let sum = 0;
    takeBox(node, mine);
    for (let other = 0; other < count; other++) {
      if (other === node) continue;
      sum += nearness(node, other);
      sum += overlapping(other);
    }
    for (let at = 0; at < lines; at++) {
      if (links[2 * at] === node || links[2 * at + 1] === node) continue;
      takeLine(at, line);
      if (runsThrough(line, mine)) sum += price.under;
    }
    const out =
      Math.max(0, (mine[1] as number) - frame.width, -frame.width - (mine[0] as number)) +
      Math.max(0, (mine[3] as number) - frame.height, -frame.height - (mine[2] as number));
    return sum + price.outside * (out / 20);
  }

  return {
    ofNode,
    whole: () => Array.from({ length: count }, (_, node) => ofNode(node)).reduce((sum, value) => sum + value, 0),
  };
}

type Filled<T> = { -readonly [Name in keyof T]: T[Name] };

function emptyBox(): Filled<Box> {
  return { left: 0, top: 0, right: 0, bottom: 0 };
}
