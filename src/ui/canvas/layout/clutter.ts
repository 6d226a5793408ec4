import { crossesBox } from "../labels/crossings.ts";
import type { LayoutTask, Places } from "./layout-task.ts";
import { type Segment, segmentsCross } from "./segments.ts";

/** What makes a drawing hard to read, in one currency. A line under a name is the worst, since the name can't be read. */
const price = { crossing: 1, under: 1.6, overlap: 8, length: 0.5, near: 0.5, outside: 3 };

export interface Clutter {
  /** Everything that the place of this node adds to the drawing's clutter. */
  ofNode(node: number): number;
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
  const pairs = Array.from(
    { length: links.length / 2 },
    (_, at) => [links[2 * at] as number, links[2 * at + 1] as number] as const,
  );
  const own: number[][] = Array.from({ length: count }, () => []);
  pairs.forEach(([a, b], at) => {
    own[a]?.push(at);
    own[b]?.push(at);
  });
  const usual = Math.sqrt((4 * frame.width * frame.height) / Math.max(count, 4));

  const segment = (at: number): Segment => {
    const [a, b] = pairs[at] as readonly [number, number];
    return { x1: places.x[a] as number, y1: places.y[a] as number, x2: places.x[b] as number, y2: places.y[b] as number };
  };
  const box = (node: number) => {
    const x = places.x[node] as number;
    const y = places.y[node] as number;
    const half = (task.halfWidth[node] as number) - 3;
    return {
      left: x - half,
      right: x + half,
      top: y - (task.below[node] as number) + 3,
      bottom: y + (task.above[node] as number) - 3,
    };
  };

  function ofNode(node: number): number {
    return ofLines(node) + ofBox(node);
  }

  function ofLines(node: number): number {
    return (own[node] ?? []).reduce((sum, at) => sum + ofLine(at), 0);
  }

  function ofLine(at: number): number {
    const [a, b] = pairs[at] as readonly [number, number];
    const mine = segment(at);
    const length = Math.hypot(mine.x2 - mine.x1, mine.y2 - mine.y1) / usual;
    let sum = price.length * length * length;
    for (let other = 0; other < pairs.length; other++) {
      if (!shareEnd(at, other) && segmentsCross(mine, segment(other))) sum += price.crossing;
    }
    for (let third = 0; third < count; third++) if (third !== a && third !== b && isUnder(mine, third)) sum += price.under;
    return sum;
  }

  function shareEnd(at: number, other: number): boolean {
    const [a, b] = pairs[at] as readonly [number, number];
    const [c, d] = pairs[other] as readonly [number, number];
    return c === a || c === b || d === a || d === b;
  }

  function isUnder({ x1, y1, x2, y2 }: Segment, node: number): boolean {
    return crossesBox(box(node), { x: x1, y: y1 }, { x: x2, y: y2 });
  }

  function ofBox(node: number): number {
    let sum = 0;
    const mine = box(node);
    for (let other = 0; other < count; other++) {
      if (other === node) continue;
      const theirs = box(other);
      const away = Math.hypot(
        (places.x[node] as number) - (places.x[other] as number),
        (places.y[node] as number) - (places.y[other] as number),
      );
      sum += price.near * Math.max(0, 1.25 - away / usual) ** 2;
      const wide = Math.min(mine.right, theirs.right) - Math.max(mine.left, theirs.left) + 10;
      const high = Math.min(mine.bottom, theirs.bottom) - Math.max(mine.top, theirs.top) + 10;
      if (wide > 0 && high > 0) sum += price.overlap * (0.3 + Math.min(wide, high) / 20);
    }
    for (let at = 0; at < pairs.length; at++) {
      const [a, b] = pairs[at] as readonly [number, number];
      if (a !== node && b !== node && isUnder(segment(at), node)) sum += price.under;
    }
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
