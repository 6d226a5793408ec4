import { type ConnectGround, degreeOf, isOpen } from "./connect-ground.ts";
import { listAt, stampsAt, workArrays } from "./work-arrays.ts";

/** Hops from some terminals to the nodes around them, as far as it was cheap to look. */
export interface Balls {
  readonly terminals: readonly number[];
  /** Per terminal: every node within so many hops is known; EVERYWHERE when nothing is beyond. */
  readonly radius: readonly number[];
  /** Where the hops from the first terminal to the node stand in `hops`, those from the others after it; -1 when no ball holds the node. */
  readonly at: (node: number) => number;
  /** UNKNOWN beyond the terminal's radius. */
  readonly hops: Uint8Array;
  /** Hops between each two terminals, or as many as are certain. */
  readonly between: readonly (readonly number[])[];
}

export const UNKNOWN = 255;
/** More hops than any search takes. */
export const EVERYWHERE = 2 ** 20;

/** Slots that are looked at for balls. */
const MOST_SLOTS = 100_000;

/** Grows a ball around each terminal, always the one whose rim is lightest, as far as the slots allow or `most` hops (below UNKNOWN). */
export function growBalls(ground: ConnectGround, terminals: readonly number[], most: number): Balls {
  const table = startTable(ground, terminals);
  const rims = terminals.map((node) => [node]);
  const weights = terminals.map((node) => degreeOf(ground, node));
  const radius = terminals.map(() => 0);
  for (let slots = 0; ground.meter.stopped === null; ) {
    const least = weights.indexOf(Math.min(...weights));
    slots += weights[least]!;
    if (slots > MOST_SLOTS || !ground.meter.spend(weights[least]!)) break;
    radius[least]!++;
    rims[least] = rimBeyond(table, rims[least]!, { terminal: least, hop: radius[least]! });
    if (rims[least].length === 0) radius[least] = EVERYWHERE;
    weights[least] = radius[least]! < most ? rims[least].reduce((sum, node) => sum + degreeOf(ground, node), 0) : Infinity;
  }
  const between = hopsBetween(table, terminals, radius);
  const { held, stamp, row, width } = table;
  return { terminals, radius, between, hops: table.cells, at: (node) => (held[node] === stamp ? row[node]! * width : -1) };
}

/** A row of hops for every node that a ball holds. */
interface Table {
  readonly ground: ConnectGround;
  readonly width: number;
  /** `held[node]` is `stamp` for a node that has a row; `row[node]` is which. */
  readonly held: Int32Array;
  readonly stamp: number;
  readonly row: Int32Array;
  rows: number;
  cells: Uint8Array;
}

function startTable(ground: ConnectGround, terminals: readonly number[]): Table {
  const work = workArrays(ground.snapshot, 4);
  const stamp = work.nextStamp;
  work.nextStamp += 4;
  const cells = new Uint8Array(1024 * terminals.length).fill(UNKNOWN);
  const table: Table = { ground, width: terminals.length, held: stampsAt(work, 2), stamp, row: listAt(work, 3), rows: 0, cells };
  for (const [terminal, node] of terminals.entries()) table.cells[cellOf(table, terminal, node)] = 0;
  return table;
}

function hopsIn({ held, stamp, row, width, cells }: Table, terminal: number, node: number): number {
  return held[node] === stamp ? cells[row[node]! * width + terminal]! : UNKNOWN;
}

/** Where the hops are kept; the node gets a row if it has none. */
function cellOf(table: Table, terminal: number, node: number): number {
  const { held, stamp, row, width } = table;
  if (held[node] !== stamp) {
    held[node] = stamp;
    row[node] = table.rows++;
    if (table.rows * width > table.cells.length) {
      const wider = new Uint8Array(2 * table.cells.length).fill(UNKNOWN);
      wider.set(table.cells);
      table.cells = wider;
    }
  }
  return row[node]! * width + terminal;
}

/** The nodes first reached from the rim. */
function rimBeyond(table: Table, rim: readonly number[], { terminal, hop }: { terminal: number; hop: number }): number[] {
  const { ground } = table;
  const { slotStart, slotEnd, slotNode } = ground.snapshot;
  const { filter } = ground;
  const beyond: number[] = [];
  for (const node of rim)
    for (let slot = slotStart[node]!; slot < slotEnd[node]!; slot++) {
      const other = slotNode[slot]!;
      if (hopsIn(table, terminal, other) !== UNKNOWN) continue;
      if (!filter.walksSlot(filter.either, slot) || !isOpen(ground, other)) continue;
      table.cells[cellOf(table, terminal, other)] = hop;
      beyond.push(other);
    }
  return beyond;
}

/** Where two balls meet, the hops are known; where they do not, there are more than both radii. O(rows · terminals^2). */
function hopsBetween({ rows, width, cells }: Table, terminals: readonly number[], radius: readonly number[]): number[][] {
  const between = terminals.map((_, a) => terminals.map((_, b) => (a === b ? 0 : radius[a]! + radius[b]! + 1)));
  for (let row = 0; row < rows; row++)
    for (let a = 0; a < width; a++) {
      const near = cells[row * width + a]!;
      if (near === UNKNOWN) continue;
      for (let b = 0; b < a; b++) {
        const hops = near + cells[row * width + b]!;
        if (cells[row * width + b] !== UNKNOWN && hops < between[a]![b]!) between[a]![b] = between[b]![a] = hops;
      }
    }
  return between;
}
