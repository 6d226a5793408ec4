import { BadInput } from "../../base/problem.ts";
import { numberOrText } from "../values.ts";
import type { DlHeader } from "./header.ts";
import type { DlNodes } from "./nodes.ts";

/** What a word of a matrix is: the thing of a row or column, a cell that says something, or nothing that is told. */
export type DlCell =
  | { readonly kind: "thing"; readonly axis: "row" | "column"; readonly id: string }
  | { readonly kind: "cell"; readonly from: string; readonly to: string; readonly matrix: number; readonly value: number }
  | { readonly kind: "nonsense"; readonly word: string }
  | { readonly kind: "surplus" }
  | null;

/** Matrices word by word, row after row, wherever the lines end; with their labels among them where the header says so. */
export class DlMatrix {
  readonly #header: DlHeader;
  readonly #nodes: DlNodes;
  readonly #rows: number;
  readonly #columns: number;
  #matrix = 0;
  #row = 0;
  /** Cells of the row that have come; -1 while its label is awaited. */
  #cells = 0;
  #rowId = "";
  /** Labels of the columns of this matrix, where they stand among the data. */
  #columnIds: string[] = [];

  /** `firstLine`: words of the first line of data, from which the size follows where the header does not say it. */
  constructor(header: DlHeader, nodes: DlNodes, firstLine: number) {
    this.#header = header;
    this.#nodes = nodes;
    const { embedded, rows, columns } = header;
    this.#columns = columns ?? Math.max(1, firstLine - (embedded.row && !embedded.column ? 1 : 0));
    this.#rows = rows ?? this.#columns;
    this.#beginRow();
  }

  word(word: string): DlCell {
    if (this.#matrix >= this.#header.matrices || this.#rows === 0) return { kind: "surplus" };
    if (this.#header.embedded.column && this.#columnIds.length < this.#columns) return this.#columnLabel(word);
    if (this.#cells < 0) return this.#rowLabel(word);
    return this.#cell(word);
  }

  /** Throws BadInput when cells are missing. */
  end(file: string): void {
    const { matrices } = this.#header;
    if (this.#matrix >= matrices || this.#rows === 0) return;
    const which = matrices > 1 ? ` of matrix ${this.#matrix + 1}` : "";
    throw new BadInput(`${file}: wanted ${this.#rows} rows${which}, got the end of the file in row ${this.#row + 1}`);
  }

  #columnLabel(word: string): DlCell {
    const id = this.#nodes.named("column", word) ?? this.#nodes.at("column", this.#columnIds.length);
    this.#columnIds.push(id);
    return { kind: "thing", axis: "column", id };
  }

  #rowLabel(word: string): DlCell {
    const id = this.#nodes.named("row", word) ?? this.#nodes.at("row", this.#row);
    this.#rowId = id;
    this.#cells = 0;
    this.#skipEmpty();
    return { kind: "thing", axis: "row", id };
  }

  #cell(word: string): DlCell {
    const at = this.#columnAt(this.#cells++);
    const [from, matrix] = [this.#rowId, this.#matrix];
    const to = this.#columnIds[at] ?? this.#nodes.at("column", at);
    this.#skipEmpty();
    const value = numberOrText(word);
    if (typeof value === "number") return value === 0 ? null : { kind: "cell", from, to, matrix, value };
    return /^([.-]|na|nan)$/i.test(word) ? null : { kind: "nonsense", word };
  }

  /** On to the next row that has cells, or a label. */
  #skipEmpty(): void {
    while (this.#matrix < this.#header.matrices && this.#cells >= this.#width()) {
      this.#row++;
      if (this.#row >= this.#rows) {
        this.#row = 0;
        this.#matrix++;
        this.#columnIds = [];
      }
      this.#beginRow();
      if (this.#cells < 0) return;
    }
  }

  #beginRow(): void {
    const { row } = this.#header.embedded;
    this.#cells = row ? -1 : 0;
    if (!row) this.#rowId = this.#nodes.at("row", this.#row);
    if (!row && this.#matrix === 0 && this.#row === 0 && this.#cells >= this.#width()) this.#skipEmpty();
  }

  #width(): number {
    const { shape, hasDiagonal } = this.#header;
    const absent = hasDiagonal ? 0 : 1;
    if (shape === "lowerhalf") return this.#row + 1 - absent;
    if (shape === "upperhalf") return Math.max(0, this.#columns - this.#row - absent);
    return this.#columns - absent;
  }

  #columnAt(cell: number): number {
    const { shape, hasDiagonal } = this.#header;
    if (shape === "lowerhalf") return cell;
    if (shape === "upperhalf") return this.#row + cell + (hasDiagonal ? 0 : 1);
    return hasDiagonal || cell < this.#row ? cell : cell + 1;
  }
}
