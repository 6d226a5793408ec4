import type { Box } from "../labels/box-grid.ts";
import { crossesBox } from "../labels/crossings.ts";
import type { LayoutTask, Places } from "./layout-task.ts";
import { type Segment, segmentsCross } from "./segments.ts";

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
  const { count, links } = task;
  const { x, y } = places;
  const lines = links.length / 2;
  const own: number[][] = Array.from({ length: count }, () => []);
  for (let at = 0; at < links.length; at++) own[links[at] as number]?.push(at >>> 1);
  const usual = Math.sqrt((4 * frame.width * frame.height) / Math.max(count, 4));
  const near = 1.25 * usual + 1e-6;
  // Filled again and again: what is looked at is looked at some million times.
  const line = emptySegment();
  const otherLine = emptySegment();
  const from = { x: 0, y: 0 };
  const to = { x: 0, y: 0 };
  const mine = emptyBox();
  const theirs = emptyBox();

  function takeSegment(at: number, segment: Filled<Segment>): void {
    const a = links[2 * at] as number;
    const b = links[2 * at + 1] as number;
    segment.x1 = x[a] as number;
    segment.y1 = y[a] as number;
    segment.x2 = x[b] as number;
    segment.y2 = y[b] as number;
  }

  function takeBox(node: number, box: Filled<Box>): void {
    const half = (task.halfWidth[node] as number) - 3;
    box.left = (x[node] as number) - half;
    box.right = (x[node] as number) + half;
    box.top = (y[node] as number) - (task.below[node] as number) + 3;
    box.bottom = (y[node] as number) + (task.above[node] as number) - 3;
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
    takeSegment(at, line);
    const length = Math.hypot(line.x2 - line.x1, line.y2 - line.y1) / usual;
    let sum = price.length * length * length;
    for (let other = 0; other < lines; other++) if (isCrossed(at, other)) sum += price.crossing;
    for (let third = 0; third < count; third++) {
      if (ends(at, third)) continue;
      takeBox(third, theirs);
      if (isUnder(at, theirs)) sum += price.under;
    }
    return sum;
  }

  /** Whether `line`, which is the one at `at`, crosses another that it has no end in common with. */
  function isCrossed(at: number, other: number): boolean {
    if (ends(other, links[2 * at] as number) || ends(other, links[2 * at + 1] as number)) return false;
    takeSegment(other, otherLine);
    return segmentsCross(line, otherLine);
  }

  function ends(at: number, node: number): boolean {
    return links[2 * at] === node || links[2 * at + 1] === node;
  }

  function isUnder(at: number, box: Box): boolean {
    const a = links[2 * at] as number;
    const b = links[2 * at + 1] as number;
    from.x = x[a] as number;
    from.y = y[a] as number;
    to.x = x[b] as number;
    to.y = y[b] as number;
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
    const wide = Math.min(mine.right, theirs.right) - Math.max(mine.left, theirs.left) + 10;
    const high = Math.min(mine.bottom, theirs.bottom) - Math.max(mine.top, theirs.top) + 10;
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
    for (let at = 0; at < lines; at++) if (!ends(at, node) && isUnder(at, mine)) sum += price.under;
    const out =
      Math.max(0, mine.right - frame.width, -frame.width - mine.left) +
      Math.max(0, mine.bottom - frame.height, -frame.height - mine.top);
    return sum + price.outside * (out / 20);
  }

  return {
    ofNode,
    whole: () => Array.from({ length: count }, (_, node) => ofNode(node)).reduce((sum, value) => sum + value, 0),
  };
}

type Filled<T> = { -readonly [Name in keyof T]: T[Name] };

function emptySegment(): Filled<Segment> {
  return { x1: 0, y1: 0, x2: 0, y2: 0 };
}

function emptyBox(): Filled<Box> {
  return { left: 0, top: 0, right: 0, bottom: 0 };
}
