import { BadInput } from "../../base/problem.ts";

/** One record of a CSV file. */
export interface CsvRow {
  readonly cells: readonly string[];
  /** As a spreadsheet numbers it: the first record of the file is row 1, blank records count. */
  readonly row: number;
  /** A closing quote was followed by more text, which was taken as part of the cell. */
  readonly repaired: boolean;
}

/** Longest cell, in UTF-16 code units. */
const maxCellLength = 16 * 1024 * 1024;

/**
 * Splits CSV text that arrives in pieces into records (RFC 4180, plus: any single-character
 * delimiter, CRLF, LF and CR mixed in one file, a byte-order mark, quotes inside unquoted cells taken
 * as they are). Holds one record at a time; blank records are left out, but counted.
 * `end` throws BadInput when a quote is never closed, `push` when a cell passes 16 MiB.
 */
export function csvRows(file: string, delimiter: string): { push(chunk: string): CsvRow[]; end(): CsvRow[] } {
  let state: "begin" | "plain" | "quoted" | "closed" = "begin";
  let cell = "";
  let cells: string[] = [];
  let repaired = false;
  let row = 1;
  let line = 1;
  let quoteLine = 0;
  let afterCr = false;
  let first = true;
  let done: CsvRow[] = [];

  const endCell = () => {
    cells.push(cell);
    cell = "";
    state = "begin";
  };
  const endRow = () => {
    const quotedEmpty = state === "closed";
    endCell();
    const blank = cells.length === 1 && cells[0] === "" && !quotedEmpty;
    if (!blank) done.push({ cells, row, repaired });
    cells = [];
    repaired = false;
    row++;
  };
  const grow = (text: string) => {
    cell += text;
    if (cell.length > maxCellLength)
      throw new BadInput(`${file}: wanted cells of at most 16 MiB, got a longer one in row ${row}`);
  };
  /** Outside quotes, at a character that is not plain text: takes it if it ends the cell or the row. */
  const takeSeparator = (char: string): boolean => {
    if (char === delimiter) endCell();
    else if (char === "\n" || char === "\r") {
      endRow();
      line++;
      afterCr = char === "\r";
    } else return false;
    return true;
  };
  const plain = new RegExp(`[^${delimiter === "|" ? "\\|" : delimiter}\\r\\n]+`, "y");

  const takeQuoted = (text: string, at: number): number => {
    const close = text.indexOf('"', at);
    const part = close < 0 ? text.slice(at) : text.slice(at, close);
    grow(part);
    for (let i = part.indexOf("\n"); i >= 0; i = part.indexOf("\n", i + 1)) line++;
    if (close < 0) return text.length;
    state = "closed";
    return close + 1;
  };
  /** Outside quotes, at a quote that begins a cell or doubles the one before. */
  const takeQuote = (): boolean => {
    if (state === "plain") return false;
    if (state === "closed") grow('"');
    else quoteLine = line;
    state = "quoted";
    return true;
  };
  const takePlain = (text: string, at: number): number => {
    if (state === "closed") repaired = true;
    state = "plain";
    plain.lastIndex = at;
    plain.test(text);
    grow(text.slice(at, plain.lastIndex));
    return plain.lastIndex;
  };
  /** Consumes something at `at`; the position after it. */
  const step = (text: string, at: number): number => {
    const char = text[at]!;
    const secondOfCrLf = afterCr && char === "\n";
    afterCr = false;
    if (secondOfCrLf) return at + 1;
    if (state === "quoted") return takeQuoted(text, at);
    if (char === '"' && takeQuote()) return at + 1;
    return takeSeparator(char) ? at + 1 : takePlain(text, at);
  };
  const flush = () => {
    const rows = done;
    done = [];
    return rows;
  };

  return {
    push(chunk) {
      let at = first && chunk.startsWith("\uFEFF") ? 1 : 0;
      if (chunk !== "") first = false;
      while (at < chunk.length) at = step(chunk, at);
      return flush();
    },
    end() {
      if (state === "quoted") {
        throw new BadInput(`${file}: wanted every quote closed, got one that opens on line ${quoteLine} and never ends`);
      }
      if (state !== "begin" || cells.length > 0) endRow();
      return flush();
    },
  };
}
