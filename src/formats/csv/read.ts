import { BadInput } from "../../base/problem.ts";
import type { FormatReader, ReadContext, Reading, ReadRecord } from "../format.ts";
import { type CsvRow, CsvRows } from "./csv-rows.ts";
import { guessSyntax } from "./guess-syntax.ts";
import { isEdgeList } from "./is-edge-list.ts";
import { type OpenTable, openTable } from "./open-table.ts";

/** Code units that a guess is made from. */
const headLength = 256 * 1024;

/**
 * Tables of entities, of links, and of both, by a mapping or a guess (`guessTable`). By its content alone a text is known as a table when
 * its header says so, or when it is an edge list of numbers; any other is read as one by its name.
 */
export const csvReader: FormatReader = {
  recognizes: isEdgeList,
  start: (context) => new CsvReading(context),
};

class CsvReading implements Reading {
  readonly #context: ReadContext;
  /** The beginning, as long as nothing is known of it. */
  #pending = "";
  #csv: CsvRows | null = null;
  #table: OpenTable | null = null;

  constructor(context: ReadContext) {
    this.#context = context;
  }

  push(chunk: string): ReadRecord[] {
    const out: ReadRecord[] = [];
    if (this.#csv !== null) this.#take(this.#csv.push(chunk), out);
    else {
      this.#pending += chunk;
      if (this.#pending.length >= headLength) this.#open("beginning", out);
    }
    return out;
  }

  end(): ReadRecord[] {
    const out: ReadRecord[] = [];
    if (this.#csv === null) this.#open("whole", out);
    this.#take(this.#csv!.end(), out);
    this.#table?.rows.end(out);
    return out;
  }

  #open(whole: "whole" | "beginning", out: ReadRecord[]): void {
    const { file, mapping = null } = this.#context;
    const text = this.#pending;
    this.#pending = "";
    if (text.trim() === "" || text === "\uFEFF")
      throw new BadInput(`${file}: wanted a header or rows of a table, got an empty file`);
    const { syntax, rows } = guessSyntax(text, whole);
    const used = mapping === null ? syntax : { delimiter: mapping.delimiter, quote: mapping.quote, comment: mapping.comment };
    this.#csv = new CsvRows(file, used);
    const first = this.#csv.push(text);
    const sample = whole === "whole" ? [...first, ...this.#csv.end()] : first;
    if (sample.length === 0 && rows.length === 0)
      throw new BadInput(`${file}: wanted rows of a table, got none in ${text.length} characters`);
    this.#table = openTable(sample.slice(0, 500), { context: this.#context, sheet: "", syntax: used, mapping }, out);
    this.#take(sample, out);
  }

  #take(rows: readonly CsvRow[], out: ReadRecord[]): void {
    const table = this.#table!;
    for (const row of rows) if (row.row >= table.from) table.rows.take(row, out);
  }
}
