import type { Outcome } from "../../base/problem.ts";
import type { ReadContext, ReadRecord } from "../format.ts";

/** A row of a table, whatever file it is in. */
export interface TableRow {
  readonly cells: readonly string[];
  readonly row: number;
  /** Of a text, where the row begins; null where there are no lines. */
  readonly line: number | null;
  /** A closing quote was followed by more text. */
  readonly repaired: boolean;
}

/** No row: what is told then is of the table. */
export const noRow: TableRow = { cells: [], row: 0, line: null, repaired: false };

/** The row at hand, and what it has given so far. */
export class RowDesk {
  readonly context: ReadContext;
  /** Before the row in every place: `sheet "People", `. */
  readonly #sheet: string;
  #row = noRow;
  #out: ReadRecord[] = [];

  constructor(context: ReadContext, sheet: string) {
    this.context = context;
    this.#sheet = sheet === "" ? "" : `sheet ${JSON.stringify(sheet.slice(0, 60))}, `;
  }

  begin(row: TableRow, out: ReadRecord[]): void {
    this.#row = row;
    this.#out = out;
  }

  get row(): number {
    return this.#row.row;
  }

  give(record: ReadRecord): void {
    this.#out.push(record);
  }

  /** A problem with the row at hand. */
  tell(kind: string, message: string, outcome: Outcome): void {
    const { row, line } = this.#row;
    const where = line === null || line === row ? `row ${row}` : `row ${row} (line ${line})`;
    this.#problem(this.#sheet + where, { kind, message, outcome });
  }

  /** One with the table as a whole. */
  remark(kind: string, message: string, outcome: Outcome): void {
    this.#problem(`${this.#sheet}columns`, { kind, message, outcome });
  }

  #problem(where: string, { kind, message, outcome }: { kind: string; message: string; outcome: Outcome }): void {
    const problem = { file: this.context.file, where, kind, message };
    this.#out.push({ kind: "problem", problem, outcome });
  }
}
