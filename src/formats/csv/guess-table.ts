import { cutText } from "../../base/cut-text.ts";
import { BadInput } from "../../base/problem.ts";
import type { Ontology } from "../../claims/ontology.ts";
import { type ColumnFacts, columnFacts } from "./column-facts.ts";
import type { CsvSyntax } from "./csv-rows.ts";
import { guessColumns } from "./guess-columns.ts";
import { hasHeader, isMatrix } from "./guess-header.ts";
import { usualWidth } from "./guess-syntax.ts";
import { headingWords } from "./header-words.ts";
import { type KnownTable, knownTable } from "./known-tables.ts";
import type { TableRow } from "./row-desk.ts";
import { type DateOrder, plainMapping, type TableMapping } from "./table-mapping.ts";

/** What a table is taken for. */
export interface TableGuess {
  readonly mapping: TableMapping;
  /** The header, as it is written; null for a table without one. */
  readonly header: readonly string[] | null;
  /** Row at which the data begin. */
  readonly from: number;
  /** One sentence for each thing that may be otherwise: what was wanted, what came, what it was taken for. */
  readonly remarks: readonly string[];
}

export interface GuessOptions {
  /** Its name may say what kind of thing is in it. */
  readonly file: string;
  readonly sheet: string;
  readonly syntax: CsvSyntax;
  readonly ontology: Ontology;
  /** What somebody says of it; left out to guess that too. */
  readonly under?: Pick<TableMapping, "header" | "skip" | "role"> | undefined;
}

/** Rows above a header at most. */
const mostAbove = 20;

/**
 * A mapping for a table by its first rows: that of a program whose header it has; else by the words of its header and the values below.
 * Throws BadInput, in one line that says which columns are there and what is wanted, when nothing says what a row is about.
 */
export function guessTable(rows: readonly TableRow[], options: GuessOptions): TableGuess {
  const { file, sheet, syntax, ontology, under } = options;
  const where = sheet === "" ? file : `${file}: sheet ${JSON.stringify(sheet.slice(0, 60))}`;
  const below = under?.skip ?? 0;
  const filled = rows.filter(({ cells, row }) => row > below && cells.some((cell) => cell.trim() !== ""));
  const first = under === undefined ? firstOf(filled) : 0;
  const head = filled[first];
  if (head === undefined) throw new BadInput(`${where}: wanted a header or rows of a table, got an empty file`);
  const base = { ...plainMapping, ...syntax, sheet, skip: first === 0 ? below : filled[first - 1]!.row };
  const data = filled.slice(first + 1);
  const known = under?.header === "none" ? null : knownTable(head.cells, file);
  if (known !== null && (under === undefined || under.role === known.mapping.role))
    return knownGuess({ head, data, base }, known);
  return (
    matrixGuess({ head, data, base, under }) ??
    guessed({ head, data, base, where, type: typeOf(sheet, ontology) || typeOf(file, ontology), under })
  );
}

/** Null for a table that is no matrix, and that nobody says is one. */
function matrixGuess({ head, data, base, under }: Pick<Plain, "head" | "data" | "base" | "under">): TableGuess | null {
  const found = isMatrix([head, ...data].map(({ cells }) => cells));
  const isOne = under === undefined ? found !== null : under.role === "matrix";
  if (!isOne) return null;
  const header = under?.header ?? found?.header ?? "first-row";
  const mapping = { ...base, role: "matrix", direction: found?.direction ?? null, header } as const;
  return { mapping, ...placeOf(header, head), remarks: under === undefined ? [matrixRemark] : [] };
}

function knownGuess({ head, data, base }: Pick<Plain, "head" | "data" | "base">, { program, mapping }: KnownTable): TableGuess {
  const header = head.cells;
  const told = orderOf(factsOf(data, header.length));
  const remarks = program === "clew" ? [] : told.remarks;
  return { mapping: { ...base, ...mapping, ...told.numbers }, header, from: head.row + 1, remarks };
}

const matrixRemark = "wanted columns of a table, got a square of numbers; taken for a matrix of links";

function placeOf(header: TableMapping["header"], head: TableRow): Pick<TableGuess, "header" | "from"> {
  return header === "first-row" ? { header: head.cells, from: head.row + 1 } : { header: null, from: head.row };
}

interface Plain {
  readonly head: TableRow;
  readonly data: readonly TableRow[];
  readonly base: TableMapping;
  readonly where: string;
  readonly type: string;
  readonly under: GuessOptions["under"];
}

function guessed({ head, data, base, where, type, under }: Plain): TableGuess {
  const width = Math.max(head.cells.length, usualWidth(data.map(({ cells }) => cells.length)));
  const cells = [head, ...data].map((row) => row.cells);
  const first: TableMapping["header"] = under?.header ?? (hasHeader(cells) ? "first-row" : "none");
  const facts = factsOf(first === "none" ? [head, ...data] : data, width);
  const names = first === "none" ? facts.map(() => "") : head.cells.map((name) => name.trim());
  const rows = first === "none" ? data.length + 1 : data.length;
  const wantedRole = under === undefined || under.role === "matrix" ? null : under.role;
  const { role, relation, separator, columns, remarks } = guessColumns({ names, facts, rows, header: first }, wantedRole);
  if (columns === null) throw new BadInput(`${where}: ${wanted}, got ${columnsThere(names, facts)}`);
  const told = orderOf(facts);
  const mapping = {
    ...base,
    header: first,
    role,
    relation,
    separator,
    columns,
    ...told.numbers,
    type: role === "links" ? "" : type,
  };
  return { mapping, ...placeOf(first, head), remarks: [...doubled(names), ...remarks, ...told.remarks] };
}

const wanted =
  "wanted columns that say what a row is about (source and target of a link, or the id or name of an entity; a mapping says which is which)";

function columnsThere(names: readonly string[], facts: readonly ColumnFacts[]): string {
  if (names.every((name) => name === ""))
    return facts.length === 1 ? "one column of text" : `${facts.length} columns without a header`;
  return cutText(names.map((name, at) => name || `column ${at + 1}`).join(", "), 200);
}

/** The first row of more than one cell, where rows of one stand above it: titles. */
function firstOf(rows: readonly TableRow[]): number {
  const filledCells = ({ cells }: TableRow) => cells.filter((cell) => cell.trim() !== "").length;
  const found = rows.slice(0, mostAbove).findIndex((row) => filledCells(row) >= 2);
  const usual = usualWidth(rows.map(({ cells }) => cells.length));
  return found > 0 && usual >= 2 ? found : 0;
}

function factsOf(rows: readonly TableRow[], width: number): ColumnFacts[] {
  return Array.from({ length: width }, (_, at) => columnFacts(rows.map(({ cells }) => cells[at] ?? "")));
}

function doubled(names: readonly string[]): string[] {
  const seen = new Set<string>();
  const again = names.filter((name) => name !== "" && (seen.has(name) || !seen.add(name)));
  if (again.length === 0) return [];
  const list = cutText([...new Set(again)].map((name) => JSON.stringify(name)).join(", "), 200);
  return [`wanted a heading once, got ${list} again; each column is kept, the later ones with a number`];
}

/** How dates and numbers are written. */
function orderOf(facts: readonly ColumnFacts[]): {
  readonly numbers: Pick<TableMapping, "dates" | "decimal">;
  readonly remarks: readonly string[];
} {
  const dated = facts.filter(({ dates, filled }) => dates > 0 && dates >= 0.3 * filled);
  const sum = (of: (each: ColumnFacts) => number, among = facts) => among.reduce((all, each) => all + of(each), 0);
  const [day, month, either] = [sum((f) => f.dayFirst, dated), sum((f) => f.monthFirst, dated), sum((f) => f.eitherOrder, dated)];
  const decimal = sum((f) => f.commas) > sum((f) => f.points) ? "," : ".";
  const dates: DateOrder = day + month + either === 0 ? "year-first" : month > day ? "month-first" : "day-first";
  const remarks =
    day > 0 && month > 0
      ? [`wanted dates in one order, got days over 12 first and second; read as ${dates}`]
      : day + month === 0 && either > 0
        ? ["wanted dates that show whether day or month comes first, got none with a day over 12; read as day-first"]
        : [];
  return { numbers: { dates, decimal }, remarks };
}

/** The type that the name of the file or sheet speaks of (`people.csv`): the last word that is one, in its singular or plural. */
function typeOf(name: string, { types }: Ontology): string {
  const words = headingWords(name.replace(/\.[a-z]{1,5}(\.gz)?$/i, "")).split(" ");
  for (const word of words.reverse())
    for (const { id, label, plural } of types.values())
      if (word !== "" && word !== "thing" && [id, label.toLowerCase(), plural.toLowerCase()].includes(word)) return id;
  return "";
}
