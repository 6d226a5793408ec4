import type { SQLInputValue } from "node:sqlite";
import type { Statements } from "../statements.ts";

interface Columns {
  /** `table (a, b)` */
  readonly table: string;
  /** `(?, ?)` */
  readonly row: string;
  readonly width: number;
}

interface Group {
  readonly values: readonly SQLInputValue[];
  readonly rows: number;
  /** How many of them were new; the others were there under their key. */
  readonly inserted: number;
}

const groupRows = 20;

/** Inserts rows, laid out flat, a few with each statement; those whose key is taken are left out. */
export function* rowsInGroups(
  sql: Statements,
  { table, row, width }: Columns,
  values: readonly SQLInputValue[],
): Generator<Group> {
  const statement = (rows: number) => `INSERT INTO ${table} VALUES ${Array(rows).fill(row).join(", ")} ON CONFLICT DO NOTHING`;
  const many = statement(groupRows);
  const one = statement(1);
  const size = groupRows * width;
  let at = 0;
  for (; at + size <= values.length; at += size) {
    const group = values.slice(at, at + size);
    yield { values: group, rows: groupRows, inserted: sql.change(many, ...group) };
  }
  for (; at < values.length; at += width) {
    const group = values.slice(at, at + width);
    yield { values: group, rows: 1, inserted: sql.change(one, ...group) };
  }
}
