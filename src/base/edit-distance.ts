/**
 * How many letters were put in, left out, replaced or swapped with their neighbour to make `b` of `a` (optimal string alignment:
 * no letter is touched twice), or `most + 1` when it is more than `most`. Both are code points. Looks only at a band of
 * `2 * most + 1` letters around the diagonal (Ukkonen 1985). A word of more than 64 letters is far from every other.
 */
export function editDistance(a: ArrayLike<number>, b: ArrayLike<number>, most: number): number {
  if (Math.abs(a.length - b.length) > most || a.length > longestWord || b.length > longestWord) return most + 1;
  const rows: Rows = [...scratch];
  for (let column = 0; column <= b.length; column++) rows[1][column] = column;
  for (let at = 1; at <= a.length; at++) {
    if (fillRow({ a, b, most, rows }, at) > most) return most + 1;
    const free = rows[0];
    rows[0] = rows[1];
    rows[1] = rows[2];
    rows[2] = free;
  }
  return Math.min(rows[1][b.length]!, most + 1);
}

/** Letters of a word that is compared at most. */
export const longestWord = 64;

/** Of the table of distances: the row two above, the one above, the one at hand. */
type Rows = [Uint8Array, Uint8Array, Uint8Array];

const scratch: Readonly<Rows> = [
  new Uint8Array(longestWord + 1),
  new Uint8Array(longestWord + 1),
  new Uint8Array(longestWord + 1),
];

interface Table {
  readonly a: ArrayLike<number>;
  readonly b: ArrayLike<number>;
  readonly most: number;
  readonly rows: Readonly<Rows>;
}

/** The row of `a`'s letter `at`, from 1; gives the least in it. */
function fillRow({ a, b, most, rows: [before, above, row] }: Table, at: number): number {
  const first = Math.max(1, at - most);
  const last = Math.min(b.length, at + most);
  let least = first === 1 ? at : most + 1;
  row[first - 1] = least;
  for (let column = first; column <= last; column++) {
    const [one, other] = [a[at - 1], b[column - 1]];
    let cost = Math.min(row[column - 1]! + 1, above[column - 1]! + (one === other ? 0 : 1));
    if (column < at + most) cost = Math.min(cost, above[column]! + 1);
    const swapped = at > 1 && column > 1 && one === b[column - 2] && a[at - 2] === other;
    if (swapped) cost = Math.min(cost, before[column - 2]! + 1);
    row[column] = cost;
    if (cost < least) least = cost;
  }
  return least;
}
