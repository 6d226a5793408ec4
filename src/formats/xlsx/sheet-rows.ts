import type { Outcome } from "../../base/problem.ts";
import { type XmlElement, xmlElements } from "../xml-elements.ts";
import { dateOfSerial } from "./date-formats.ts";
import { unescaped, type Workbook } from "./workbook.ts";
import type { ZipParts } from "./zip-parts.ts";

export interface SheetRow {
  readonly cells: readonly string[];
  readonly row: number;
}

/** What is told of cells: where they stand in words. */
export interface CellProblem {
  readonly where: string;
  readonly kind: string;
  readonly message: string;
  readonly outcome: Outcome;
}

export type SheetPiece = { readonly row: SheetRow } | { readonly problem: CellProblem };

/** Columns and rows that Excel has. */
const most = { columns: 16_384, rows: 1_048_576 };

/**
 * The rows of a sheet as texts: numbers as they are written, dates of their style as ISO 8601, truth as true and false. Errors (`#N/A`) and
 * formulas without a value are empty, and told. Empty rows are left out.
 */
export function* sheetRows(
  where: string,
  { parts, part, workbook }: { readonly parts: ZipParts; readonly part: string; readonly workbook: Workbook },
): Generator<SheetPiece> {
  const sheet = new SheetHandler(workbook);
  const xml = xmlElements(where, sheet);
  for (const text of parts.texts(part)) {
    xml.push(text);
    yield* sheet.given.splice(0);
  }
  xml.end();
  yield* sheet.given.splice(0);
  yield* sheet.end();
}

class SheetHandler {
  readonly given: SheetPiece[] = [];
  readonly #workbook: Workbook;
  #row = 0;
  #column = -1;
  #cells: string[] = [];
  #kind = "n";
  #style = 0;
  #value = "";
  #inline = "";
  #spoken = 0;
  #hasFormula = false;
  #hasValue = false;
  #merged = 0;
  #uncounted = 0;

  constructor(workbook: Workbook) {
    this.#workbook = workbook;
  }

  open({ name, attributes }: XmlElement): void {
    if (name === "row") this.#openRow(attributes);
    else if (name === "c") this.#openCell(attributes);
    else if (name === "f") this.#hasFormula = true;
    else if (name === "rPh") this.#spoken++;
    else if (name === "mergeCell") this.#merged++;
  }

  close(name: string, text: string): void {
    if (name === "v") {
      this.#value = text;
      this.#hasValue = true;
    } else if (name === "t" && this.#spoken === 0) this.#inline += text;
    else if (name === "rPh") this.#spoken--;
    else if (name === "c") this.#closeCell();
    else if (name === "row") this.#closeRow();
  }

  *end(): Generator<SheetPiece> {
    if (this.#merged > 0) {
      const message = `wanted a value in each cell, got ${this.#merged} groups of cells that are joined; the value stands in the first of each`;
      yield { problem: { where: "", kind: "joined-cells", message, outcome: "kept" } };
    }
    if (this.#uncounted > 0) {
      const message = `wanted a value in each cell, got ${this.#uncounted} formulas without one; left empty`;
      yield { problem: { where: "", kind: "formula-without-value", message, outcome: "dropped" } };
    }
  }

  #openRow(attributes: XmlElement["attributes"]): void {
    const given = Number(attributes.get("r"));
    this.#row = Number.isInteger(given) && given > this.#row && given <= most.rows ? given : this.#row + 1;
    this.#column = -1;
    this.#cells = [];
  }

  #openCell(attributes: XmlElement["attributes"]): void {
    const given = columnOf(attributes.get("r") ?? "");
    this.#column = given > this.#column && given < most.columns ? given : this.#column + 1;
    this.#kind = attributes.get("t") ?? "n";
    this.#style = Number(attributes.get("s") ?? 0);
    this.#value = "";
    this.#inline = "";
    this.#hasFormula = false;
    this.#hasValue = false;
  }

  #closeCell(): void {
    if (this.#column >= most.columns) return;
    const text = this.#text();
    if (this.#hasFormula && !this.#hasValue && text === "") this.#uncounted++;
    if (text === "") return;
    while (this.#cells.length < this.#column) this.#cells.push("");
    this.#cells[this.#column] = text;
  }

  #text(): string {
    switch (this.#kind) {
      case "s":
        return this.#workbook.strings[Number(this.#value)] ?? "";
      case "inlineStr":
        return unescaped(this.#inline);
      case "b":
        return this.#value === "1" || this.#value === "true" ? "true" : "false";
      case "e":
        return this.#error();
      case "n":
        return this.#number();
      default:
        return unescaped(this.#value);
    }
  }

  #error(): string {
    const message = `wanted a value, got ${this.#value.slice(0, 40) || "an error"}; left empty`;
    this.given.push({ problem: { where: this.#place(), kind: "error-cell", message, outcome: "dropped" } });
    return "";
  }

  #number(): string {
    const number = Number(this.#value);
    if (this.#value === "" || this.#workbook.dates[this.#style] !== true) return roundedText(this.#value, number);
    const date = dateOfSerial(number, this.#workbook.from1904);
    if (date !== null) return date;
    const message = `wanted a date, got the number ${this.#value.slice(0, 40)}, which is none; kept as it is`;
    this.given.push({ problem: { where: this.#place(), kind: "unreadable-date", message, outcome: "kept" } });
    return this.#value;
  }

  #place(): string {
    return `row ${this.#row}, column ${this.#column + 1}`;
  }

  #closeRow(): void {
    if (this.#cells.length > 0) this.given.push({ row: { cells: this.#cells, row: this.#row } });
    this.#cells = [];
  }
}

/** Excel keeps 15 digits: what a double has beyond is no part of the number. */
function roundedText(text: string, number: number): string {
  return text.length > 16 && Number.isFinite(number) ? String(Number(number.toPrecision(15))) : text;
}

/** `B3` as 1; -1 for what is no place. */
function columnOf(place: string): number {
  let column = 0;
  for (let at = 0; at < place.length && at < 4; at++) {
    const letter = place.charCodeAt(at) - 64;
    if (letter < 1 || letter > 26) return column - 1;
    column = column * 26 + letter;
  }
  return column - 1;
}
