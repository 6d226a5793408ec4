import { BadInput } from "../../base/problem.ts";
import { contentNumber } from "../content-id.ts";
import type { ReadContext, ReadRecord } from "../format.ts";
import type { CsvSyntax } from "./csv-rows.ts";
import { guessTable, type TableGuess } from "./guess-table.ts";
import { isOwnTable } from "./known-tables.ts";
import { MatrixRows } from "./matrix-rows.ts";
import type { TableRow } from "./row-desk.ts";
import { tableLayout } from "./table-layout.ts";
import type { TableMapping } from "./table-mapping.ts";
import { TableRows } from "./table-rows.ts";

/** A table whose columns are known: its rows become records. */
export interface OpenTable {
  /** Row at which the data begin. */
  readonly from: number;
  readonly rows: Pick<TableRows, "begin" | "take" | "end">;
}

export interface TableOptions {
  readonly context: ReadContext;
  readonly sheet: string;
  readonly syntax: CsvSyntax;
  /** Null to guess. */
  readonly mapping: TableMapping | null;
}

/** Rows shown in a preview. */
const shownRows = 20;

/**
 * Opens a table by its first rows, with a mapping or a guess, and puts what is to be told of it into `out`. The guess is told of only
 * where it is used. Throws BadInput when the mapping does not fit the columns, and when nothing can be guessed.
 */
export function openTable(sample: readonly TableRow[], options: TableOptions, out: ReadRecord[]): OpenTable {
  const { context, sheet, mapping: given } = options;
  const free = freeGuess(sample, options);
  const { mapping, header, from, remarks } = given === null ? free! : givenTable(sample, given, options);
  const edition = given === null || isSame(mapping, free?.mapping) ? "" : contentNumber(sorted(mapping)).toString(36);
  const where = sheet === "" ? context.file : `${context.file}: sheet ${JSON.stringify(sheet.slice(0, 60))}`;
  const written = header !== null && isOwnTable(header) ? "by Clew" : "by others";
  const rows =
    mapping.role === "matrix"
      ? new MatrixRows(context, { mapping, header, sheet, edition })
      : new TableRows(context, { mapping, layout: tableLayout(mapping, header, where), sheet, written, edition });
  const shown = sample.filter(({ row }) => row >= from).slice(0, shownRows);
  out.push({ kind: "table", table: { sheet, mapping, header, rows: shown.map(({ cells }) => cells), remarks } });
  rows.begin(remarks, out);
  return { from, rows };
}

/** What the table would be taken for without a mapping; null where there is one, and nothing could be guessed. */
function freeGuess(sample: readonly TableRow[], { context, sheet, syntax, mapping }: TableOptions): TableGuess | null {
  try {
    return guessTable(sample, { file: context.file, sheet, syntax, ontology: context.ontology });
  } catch (failure) {
    if (mapping === null || !(failure instanceof BadInput)) throw failure;
    return null;
  }
}

/** By a mapping: as it says, or, where it has no columns, those that are guessed under what it says of the rest. */
function givenTable(sample: readonly TableRow[], mapping: TableMapping, { context, sheet, syntax }: TableOptions): TableGuess {
  if (mapping.columns.length === 0 && mapping.role !== "matrix")
    return guessTable(sample, { file: context.file, sheet, syntax, ontology: context.ontology, under: mapping });
  const [head] = sample.filter(({ row }) => row > mapping.skip);
  if (head === undefined) throw new BadInput(`${context.file}: wanted a header or rows of a table, got an empty file`);
  const header = mapping.header === "first-row" ? head.cells : null;
  return { mapping, header, from: header === null ? head.row : head.row + 1, remarks: [] };
}

function isSame(one: TableMapping, other: TableMapping | undefined): boolean {
  return other !== undefined && contentNumber(sorted(one)) === contentNumber(sorted(other));
}

/** The same fields in the same order, whoever wrote them down. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).sort(([one], [two]) => (one < two ? -1 : 1));
  return entries.map(([key, each]) => [key, sorted(each)]);
}
