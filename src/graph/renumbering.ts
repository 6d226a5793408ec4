/**
 * New numbers of old ones that keep their order, small enough to stay at hand while a column is read: how far the numbers of each block of 64 move, and
 * for blocks in which they move apart each number by itself.
 */
export interface Renumbering {
  readonly shift: Int32Array;
  readonly apart: Uint32Array;
}

const BLOCK_SHIFT = 6;
const BLOCK = 2 ** BLOCK_SHIFT;
const APART = -(2 ** 31);

/** What a number becomes that is gone. */
export const NO_NUMBER = 0xffff_ffff;

export function newNumber({ shift, apart }: Renumbering, old: number): number {
  const by = shift[old >>> BLOCK_SHIFT]!;
  return by === APART ? apart[old]! : old + by;
}

/** For so many old numbers; until `move` says otherwise all are gone. */
export function newRenumbering(count: number): Renumbering {
  return { shift: new Int32Array((count >>> BLOCK_SHIFT) + 1).fill(APART), apart: new Uint32Array(count) };
}

/** Those from one to before another begin at a new number. O(blocks). */
export function move({ shift, apart }: Renumbering, [from, end]: readonly [number, number], to: number): void {
  const [first, last] = [Math.ceil(from / BLOCK), end >>> BLOCK_SHIFT];
  const by = to - from;
  if (first <= last) {
    shift.fill(by, first, last);
    for (let old = from; old < first * BLOCK; old++) apart[old] = old + by;
    for (let old = last * BLOCK; old < end; old++) apart[old] = old + by;
  } else for (let old = from; old < end; old++) apart[old] = old + by;
}

/** One is gone. Of a block that has not moved as a whole. */
export function drop({ apart }: Renumbering, old: number): void {
  apart[old] = NO_NUMBER;
}

/** Copies numbers from one column to a place in another, renumbered. */
export function renumberRange(
  from: Uint32Array,
  [first, end]: readonly [number, number],
  { to, at, by }: { readonly to: Uint32Array; readonly at: number; readonly by: Renumbering },
): void {
  const { shift, apart } = by;
  for (let place = first, next = at; place < end; place++, next++) {
    const old = from[place]!;
    const moved = shift[old >>> BLOCK_SHIFT]!;
    to[next] = moved === APART ? apart[old]! : old + moved;
  }
}
