import { BadInput } from "../../base/problem.ts";
import { type CsvRow, CsvRows, type CsvSyntax } from "./csv-rows.ts";
import { readHeadings } from "./header-words.ts";
import { isOwnTable } from "./known-tables.ts";

export interface SyntaxGuess {
  readonly syntax: CsvSyntax;
  /** The first records by it, those that surely end in the head. */
  readonly rows: readonly CsvRow[];
}

/** Records that a guess looks at. */
const mostRows = 500;
const delimiters = [",", ";", "\t", "|"] as const;

/**
 * Delimiter, quote and comments of the beginning of a text; `whole` when nothing follows. The delimiter is the one that Excel's first
 * line names (`sep=;`), else the one under which most records have the same number of cells and the first has headings that are known;
 * blanks only where no other gives two columns. Ties: the order of `delimiters`.
 */
export function guessSyntax(head: string, whole: "whole" | "beginning"): SyntaxGuess {
  const text = head.startsWith("\uFEFF") ? head.slice(1) : head;
  if (isOwnTable((/^.*/.exec(text)?.[0] ?? "").split(",")))
    return { syntax: ownSyntax, rows: sampleRows(text, ownSyntax, whole) };
  const comment = commentOf(text);
  const named = /^sep=(.)\r?\n/.exec(text)?.[1];
  const tries = (named === undefined ? delimiters : [named]).map((delimiter) => tried(text, { delimiter, comment, whole }));
  const best = tries.reduce((one, other) => (other.score > one.score ? other : one));
  const chosen = best.columns >= 2 && best.share >= 0.5 ? best : (blanks(text, { comment, whole }) ?? best);
  return { syntax: chosen.syntax, rows: chosen.rows };
}

/** Of what Clew writes: its cells may begin with an apostrophe, which is no quote. */
const ownSyntax: CsvSyntax = { delimiter: ",", quote: '"', comment: "" };

interface Tried extends SyntaxGuess {
  readonly columns: number;
  /** Records that have that many. */
  readonly share: number;
  readonly score: number;
}

interface TryOptions {
  readonly comment: string;
  readonly whole: "whole" | "beginning";
}

function tried(text: string, { delimiter, ...options }: TryOptions & { readonly delimiter: string }): Tried {
  const quote = quoteOf(text, delimiter);
  const syntax = { delimiter, quote, comment: options.comment };
  const rows = sampleRows(text, syntax, options.whole);
  const columns = usualWidth(rows.map(({ cells }) => cells.length));
  const share = rows.length === 0 ? 0 : rows.filter(({ cells }) => cells.length === columns).length / rows.length;
  const known = readHeadings(rows[0]?.cells ?? []).filter((reading) => reading !== null).length;
  const score = columns < 2 ? 0 : share + Math.min(columns, 10) / 100 + Math.min(known, 5) / 5;
  return { syntax, rows, columns, share, score };
}

/**
 * Runs of blanks between the cells of nearly every line, two to four of them, which are numbers, come again on both sides, or stand under
 * headings that are known; null for other texts, names and prose among them.
 */
function blanks(text: string, options: TryOptions): Tried | null {
  const found = tried(text, { delimiter: " ", ...options });
  const isTable = found.columns >= 2 && found.share >= 0.9 && (found.columns <= 4 || isNumeric(found.rows)) && areIds(found.rows);
  return isTable && found.rows.length > 0 ? found : null;
}

function areIds(rows: readonly CsvRow[]): boolean {
  const known = readHeadings(rows[0]?.cells ?? []).filter((reading) => reading?.meant === null).length;
  const [left, right] = [0, 1].map((at) => new Set(rows.map(({ cells }) => cells[at] ?? "")));
  return known >= 2 || isNumeric(rows) || [...left!].filter((id) => right!.has(id)).length >= 2;
}

function isNumeric(rows: readonly CsvRow[]): boolean {
  return rows.slice(1).every(({ cells }) => cells.slice(1).every((cell) => cell !== "" && Number.isFinite(Number(cell))));
}

/** The number that comes most often; the larger of two that come as often. 0 for none. */
export function usualWidth(widths: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const width of widths) counts.set(width, (counts.get(width) ?? 0) + 1);
  const most = Math.max(0, ...counts.values());
  return Math.max(0, ...[...counts].filter(([, count]) => count === most).map(([width]) => width));
}

function sampleRows(text: string, syntax: CsvSyntax, whole: TryOptions["whole"]): CsvRow[] {
  const rows = new CsvRows("", syntax);
  const found = rows.push(text);
  if (whole === "whole" && found.length < mostRows)
    try {
      found.push(...rows.end());
    } catch (failure) {
      if (!(failure instanceof BadInput)) throw failure;
    }
  return found.slice(0, mostRows);
}

/** A single quote where cells are put into such and none into double ones. */
function quoteOf(text: string, delimiter: string): string {
  if (text.includes('"')) return '"';
  const lines = text.split(/\r?\n|\r/, 50).filter((line) => line !== "");
  const quoted = lines.filter((line) => line.split(delimiter).some((cell) => /^\s*'.*'\s*$/.test(cell)));
  return quoted.length > 0 && quoted.length >= 0.5 * lines.length ? "'" : '"';
}

/** What begins the first line, if that is a comment: one heading after another there is a header, and others begin so too. */
function commentOf(text: string): string {
  const lines = text.split(/\r?\n|\r/, 200).filter((line) => line.trim() !== "");
  const sign = lines[0]?.[0] ?? "";
  if (sign !== "#" && sign !== "%") return "";
  const cells = lines[0]!.slice(1).split(/[,;\t|]/);
  const isHeader =
    cells.length > 1 && readHeadings(cells).filter((reading) => reading !== null).length >= 2 && !lines[1]?.startsWith(sign);
  return isHeader ? "" : sign;
}
