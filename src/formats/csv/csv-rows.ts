import { BadInput } from "../../base/problem.ts";

/** One record of a CSV file. */
export interface CsvRow {
  readonly cells: readonly string[];
  /** As a spreadsheet numbers it: the first record of the file is row 1; blank records and comments count. */
  readonly row: number;
  /** Of the file, where it begins. */
  readonly line: number;
  /** A closing quote was followed by more text, which was taken as part of the cell. */
  readonly repaired: boolean;
}

export interface CsvSyntax {
  /** One character; a space stands for any run of spaces and tabs. */
  readonly delimiter: string;
  /** One character; "" where a quote is a letter like others. */
  readonly quote: string;
  /** A line that begins with one of these is a comment. */
  readonly comment: string;
}

/** Longest cell, in UTF-16 code units. */
const maxCellLength = 16 * 1024 * 1024;

/**
 * Splits CSV text that arrives in pieces into records (RFC 4180, plus: any single-character delimiter, runs of blanks, comments, CRLF,
 * LF and CR mixed in one file, a byte-order mark, quotes inside unquoted cells taken as they are). Holds one record at a time; blank
 * records and comments are left out, but counted. `end` throws BadInput when a quote is never closed, `push` when a cell passes 16 MiB.
 * A line without quotes is split as a whole; all others go character by character.
 */
export class CsvRows {
  readonly #file: string;
  readonly #delimiter: string;
  readonly #quote: string;
  readonly #comment: string;
  readonly #blanks: boolean;
  readonly #plain: RegExp;
  #state: "begin" | "plain" | "quoted" | "closed" | "comment" = "begin";
  #cell = "";
  #cells: string[] = [];
  #repaired = false;
  #row = 1;
  #line = 1;
  /** Where the record at hand begins. */
  #rowLine = 1;
  #quoteLine = 0;
  #afterCr = false;
  #first = true;
  #done: CsvRow[] = [];

  constructor(file: string, { delimiter, quote, comment }: CsvSyntax) {
    this.#file = file;
    this.#delimiter = delimiter;
    this.#quote = quote;
    this.#comment = comment;
    this.#blanks = delimiter === " ";
    const stops = this.#blanks ? " \\t" : delimiter.replace(/[\\\]^-]/, "\\$&");
    this.#plain = new RegExp(`[^${stops}\\r\\n]+`, "y");
  }

  push(chunk: string): CsvRow[] {
    let at = this.#first && chunk.startsWith("\uFEFF") ? 1 : 0;
    if (chunk !== "") this.#first = false;
    const next = { quote: -1, cr: -1 };
    while (at < chunk.length) {
      const whole = this.#isRowStart() ? this.#takeLine(chunk, at, next) : -1;
      at = whole < 0 ? this.#step(chunk, at) : whole;
    }
    return this.#flush();
  }

  end(): CsvRow[] {
    if (this.#state === "quoted") {
      const where = `line ${this.#quoteLine}`;
      throw new BadInput(`${this.#file}: wanted every quote closed, got one that opens on ${where} and never ends`);
    }
    if (this.#state !== "comment" && !this.#isRowStart()) this.#endRow();
    return this.#flush();
  }

  #flush(): CsvRow[] {
    const rows = this.#done;
    this.#done = [];
    return rows;
  }

  #isRowStart(): boolean {
    return this.#state === "begin" && this.#cells.length === 0 && !this.#afterCr;
  }

  /** The place after a line that is a record as it stands; -1 for one that has quotes, is a comment, or does not end here. */
  #takeLine(text: string, at: number, next: { quote: number; cr: number }): number {
    const end = text.indexOf("\n", at);
    if (end < 0 || this.#comment.includes(text[at]!)) return -1;
    if (next.quote < at) next.quote = this.#quote === "" ? Infinity : placeOf(text, this.#quote, at);
    if (next.cr < at) next.cr = placeOf(text, "\r", at);
    if (next.quote < end || next.cr < end - 1) return -1;
    const line = text.slice(at, next.cr === end - 1 ? end - 1 : end);
    if (line.length > maxCellLength) return -1;
    this.#splitLine(line);
    this.#row++;
    this.#line++;
    this.#rowLine = this.#line;
    return end + 1;
  }

  #splitLine(line: string): void {
    const cells = this.#blanks ? line.trim().split(/[ \t]+/) : line.split(this.#delimiter);
    if (cells.length === 1 && cells[0]!.trim() === "") return;
    this.#done.push({ cells, row: this.#row, line: this.#line, repaired: false });
  }

  /** Consumes something at `at`; the place after it. */
  #step(text: string, at: number): number {
    const char = text[at]!;
    const secondOfCrLf = this.#afterCr && char === "\n";
    this.#afterCr = false;
    if (secondOfCrLf) return at + 1;
    if (this.#state === "quoted") return this.#takeQuoted(text, at);
    if (this.#state === "comment" || (this.#isRowStart() && this.#comment.includes(char))) return this.#takeComment(text, at);
    if (char === this.#quote && this.#takeQuote()) return at + 1;
    return this.#takeSeparator(char) ? at + 1 : this.#takePlain(text, at);
  }

  #takeComment(text: string, at: number): number {
    this.#state = "comment";
    for (let end = at; end < text.length; end++)
      if (text[end] === "\n" || text[end] === "\r") {
        this.#state = "begin";
        this.#row++;
        this.#endLine(text[end]!);
        return end + 1;
      }
    return text.length;
  }

  #takeQuoted(text: string, at: number): number {
    const close = text.indexOf(this.#quote, at);
    const part = close < 0 ? text.slice(at) : text.slice(at, close);
    this.#grow(part);
    for (let i = part.indexOf("\n"); i >= 0; i = part.indexOf("\n", i + 1)) this.#line++;
    if (close < 0) return text.length;
    this.#state = "closed";
    return close + 1;
  }

  /** Outside quotes, at a quote that begins a cell or doubles the one before. */
  #takeQuote(): boolean {
    if (this.#state === "plain") return false;
    if (this.#state === "closed") this.#grow(this.#quote);
    else this.#quoteLine = this.#line;
    this.#state = "quoted";
    return true;
  }

  /** Outside quotes, at a character that is not plain text: takes it if it ends the cell or the row. */
  #takeSeparator(char: string): boolean {
    if (char === "\n" || char === "\r") {
      this.#endRow();
      this.#endLine(char);
      return true;
    }
    if (this.#blanks ? char !== " " && char !== "\t" : char !== this.#delimiter) return false;
    if (!this.#blanks || this.#state !== "begin") this.#endCell();
    return true;
  }

  #takePlain(text: string, at: number): number {
    if (this.#state === "closed") this.#repaired = true;
    this.#state = "plain";
    this.#plain.lastIndex = at;
    this.#plain.test(text);
    this.#grow(text.slice(at, this.#plain.lastIndex));
    return this.#plain.lastIndex;
  }

  #grow(text: string): void {
    this.#cell += text;
    if (this.#cell.length <= maxCellLength) return;
    throw new BadInput(`${this.#file}: wanted cells of at most 16 MiB, got a longer one in row ${this.#row}`);
  }

  #endCell(): void {
    this.#cells.push(this.#cell);
    this.#cell = "";
    this.#state = "begin";
  }

  #endRow(): void {
    const quotedEmpty = this.#state === "closed";
    if (!this.#blanks || this.#state !== "begin") this.#endCell();
    const cells = this.#cells;
    const blank = cells.length === 0 || (cells.length === 1 && cells[0]!.trim() === "" && !quotedEmpty);
    if (!blank) this.#done.push({ cells, row: this.#row, line: this.#rowLine, repaired: this.#repaired });
    this.#cells = [];
    this.#repaired = false;
    this.#row++;
  }

  #endLine(char: string): void {
    this.#line++;
    this.#rowLine = this.#line;
    this.#afterCr = char === "\r";
  }
}

function placeOf(text: string, char: string, from: number): number {
  const found = text.indexOf(char, from);
  return found < 0 ? Infinity : found;
}
