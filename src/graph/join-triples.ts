import { TripleTable } from "./triple-table.ts";

/** Three columns of 32-bit numbers of one length. */
export type Triples = readonly [first: Uint32Array, second: Uint32Array, third: Uint32Array];

const NONE = 0xffff_ffff;

/**
 * Rows, and behind them those of `more`, each once, that are not among them; and of each of `more` its place. O(rows + more), and
 * nothing where there are no more.
 */
export function joinTriples(rows: Triples, more: Triples): { readonly rows: Triples; readonly placeOf: Uint32Array } {
  const placeOf = new Uint32Array(more[0].length).fill(NONE);
  if (placeOf.length === 0) return { rows, placeOf };
  const table = new TripleTable();
  const indexOf = Uint32Array.from(more[0], (first, at) => table.of(first, more[1][at]!, more[2][at]!));
  const places = new Uint32Array(placeOf.length).fill(NONE);
  const count = rows[0].length;
  for (let row = 0; row < count; row++) {
    const index = table.find(rows[0][row]!, rows[1][row]!, rows[2][row]!);
    if (index !== -1 && places[index] === NONE) places[index] = row;
  }
  const added: number[] = [];
  for (let at = 0; at < placeOf.length; at++) {
    const index = indexOf[at]!;
    if (places[index] === NONE) places[index] = count + added.push(at) - 1;
    placeOf[at] = places[index]!;
  }
  const joined = (which: 0 | 1 | 2): Uint32Array => {
    const column = new Uint32Array(count + added.length);
    column.set(rows[which]);
    for (const [place, at] of added.entries()) column[count + place] = more[which][at]!;
    return column;
  };
  return { rows: [joined(0), joined(1), joined(2)], placeOf };
}
