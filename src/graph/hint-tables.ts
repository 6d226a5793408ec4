import { signatureOf } from "./link-hints.ts";

/** What the hint of a slot tells about its link under a question: tables of 256 entries by the lower and the upper half. */
export interface HintTables {
  /** By the lower half: 0 where no relation is walked, 1 where all are, OPEN where the link must be asked. Null: all are. */
  readonly relations: Uint8Array | null;
  /** By the upper half: 0 where no claim remains, 1 where all do, OPEN where the claims must be asked. Null: all do. */
  readonly signatures: Uint8Array | null;
}

export const OPEN = 2;
const HALF = 256;

/** `marks` has 1 for each relation that is walked, or is null for all. */
export function relationTable(marks: Uint8Array | null): Uint8Array | null {
  if (marks === null) return null;
  const table = new Uint8Array(HALF);
  for (let relation = 0; relation < marks.length; relation++) {
    const at = relation % HALF;
    table[at] = relation < HALF || table[at] === marks[relation] ? marks[relation]! : OPEN;
  }
  return table;
}

/** `gone` has 1 for each source whose claims go, or is null for none; `decisive`: all other claims remain, and nothing is asked of their number. */
export function signatureTable(
  sources: number,
  gone: Uint8Array | null,
  { decisive }: { readonly decisive: boolean },
): Uint8Array {
  let [keptBits, goneBits] = [0, 0];
  for (let source = 0; source < sources; source++) {
    if (gone === null || gone[source] === 0) keptBits |= signatureOf(source);
    else goneBits |= signatureOf(source);
  }
  const table = new Uint8Array(HALF);
  for (let signature = 0; signature < HALF; signature++) {
    if ((signature & keptBits) === 0) continue;
    table[signature] = decisive && (signature & goneBits) === 0 ? 1 : OPEN;
  }
  return table;
}
