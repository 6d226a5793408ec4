<<<<<<< HEAD
import { entityId, entityTypeId } from "../../base/ids.ts";
import { BadInput, type Outcome } from "../../base/problem.ts";
=======
import { BadInput } from "../../base/problem.ts";
>>>>>>> cc713d8 (Tables of entities, of links and of both: a mapping is guessed from headings and values, or known by the program that wrote the table)
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

<<<<<<< HEAD
function rowReader(head: string, context: ReadContext): Reading {
  const csv = csvRows(context.file, guessDelimiter(head).delimiter);
  const seen = new Set<string>();
  const chooser = relationChooser(context.ontology);
  let columns: EdgeListColumns | null = null;
  let own = false;

  function* take(rows: readonly CsvRow[]): Iterable<ReadRecord> {
    for (const row of rows) {
      if (columns === null) {
        own = isOwnLinksHeader(row.cells);
        columns = edgeListColumns(context.file, row.cells);
        continue;
      }
      const where = `row ${row.row}`;
      const complaint = shapeProblem(row, columns.width);
      if (complaint !== null) yield problem(context, where, complaint.kind, complaint.message, complaint.outcome);
      if (complaint?.outcome !== "dropped") yield* takeRow(rowOf(row, columns, own), where);
=======
  push(chunk: string): ReadRecord[] {
    const out: ReadRecord[] = [];
    if (this.#csv !== null) this.#take(this.#csv.push(chunk), out);
    else {
      this.#pending += chunk;
      if (this.#pending.length >= headLength) this.#open("beginning", out);
>>>>>>> cc713d8 (Tables of entities, of links and of both: a mapping is guessed from headings and values, or known by the program that wrote the table)
    }
    return out;
  }

<<<<<<< HEAD
  function* takeRow(row: EdgeRow, where: string): Iterable<ReadRecord> {
    const missing = endsProblem(row);
    if (missing !== null) {
      yield problem(context, where, "empty-end", missing, "dropped");
      return;
    }
    for (const end of ["source", "target"] as const) yield* entityOnce(row, end);
    const written = writtenRelation(row);
    const { relation, note, undirected, trouble: direction } = chooser.choose(written);
    if (undirected !== null) yield { kind: "relation", relation: undirected };
    if (direction !== null) yield problem(context, where, "mixed-direction", direction, "repaired");
    for (const claim of edgeClaims(row, { relation, note: note || written.note }, context)) yield { kind: "claim", claim };
=======
  end(): ReadRecord[] {
    const out: ReadRecord[] = [];
    if (this.#csv === null) this.#open("whole", out);
    this.#take(this.#csv!.end(), out);
    this.#table?.rows.end(out);
    return out;
>>>>>>> cc713d8 (Tables of entities, of links and of both: a mapping is guessed from headings and values, or known by the program that wrote the table)
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

<<<<<<< HEAD
  return {
    push: (chunk: string) => take(csv.push(chunk)),
    *end(): Iterable<ReadRecord> {
      yield* take(csv.end());
      if (columns === null)
        throw new BadInput(`${context.file}: wanted a header with the columns source and target, got an empty file`);
    },
  };
}

function rowOf({ cells, row }: CsvRow, columns: EdgeListColumns, own: boolean): EdgeRow {
  const cell = (at: number) => (own ? unguard(cells[at] ?? "") : (cells[at] ?? "").trim());
  const others = columns.others.map(([at, name]) => [name, cell(at)] as const);
  return {
    row,
    source: cell(columns.source),
    target: cell(columns.target),
    type: cell(columns.type),
    label: cell(columns.label),
    weight: cell(columns.weight),
    others: own ? [] : others.filter(([, value]) => value !== ""),
    own: own ? new Map(others) : null,
  };
}

function shapeProblem({ cells, repaired }: CsvRow, width: number): { kind: string; message: string; outcome: Outcome } | null {
  if (!cells.every((cell) => cell.isWellFormed())) {
    return { kind: "broken-text", message: "wanted well-formed Unicode, got half of a surrogate pair", outcome: "dropped" };
  }
  const kind = "ragged-row";
  if (cells.length > width) {
    const shifted = cells.slice(width).some((cell) => cell.trim() !== "");
    return {
      kind,
      message: `wanted ${width} cells as in the header, got ${cells.length}`,
      outcome: shifted ? "dropped" : "repaired",
    };
  }
  if (cells.length < width)
    return {
      kind,
      message: `wanted ${width} cells as in the header, got ${cells.length}; the rest is empty`,
      outcome: "repaired",
    };
  if (repaired)
    return {
      kind: "text-after-quote",
      message: "wanted a delimiter after the closing quote, got more text; it was taken as part of the cell",
      outcome: "repaired",
    };
  return null;
}

function endsProblem({ source, target }: EdgeRow): string | null {
  const missing = [source === "" ? "source" : "", target === "" ? "target" : ""].filter((end) => end !== "");
  return missing.length === 0 ? null : `wanted an id in source and target, got an empty ${missing.join(" and ")}`;
}

function problem(context: ReadContext, where: string, kind: string, message: string, outcome: Outcome): ReadRecord {
  return { kind: "problem", problem: { file: context.file, where, kind, message }, outcome };
=======
  #take(rows: readonly CsvRow[], out: ReadRecord[]): void {
    const table = this.#table!;
    for (const row of rows) if (row.row >= table.from) table.rows.take(row, out);
  }
>>>>>>> cc713d8 (Tables of entities, of links and of both: a mapping is guessed from headings and values, or known by the program that wrote the table)
}
