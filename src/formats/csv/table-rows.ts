import type { ReadContext, ReadRecord } from "../format.ts";
import { EntityRows } from "./entity-rows.ts";
import { unguard } from "./formula-guard.ts";
import { LinkRows } from "./link-rows.ts";
import { noRow, RowDesk, type TableRow } from "./row-desk.ts";
import { TableEnds, TableTypes } from "./table-ends.ts";
import type { TableLayout } from "./table-layout.ts";
import type { TableMapping } from "./table-mapping.ts";
import { TableSources } from "./table-sources.ts";
import { TableSpells } from "./table-spell.ts";

/** What all rows of a table are read with. */
export interface TableReading {
  readonly desk: RowDesk;
  readonly mapping: TableMapping;
  readonly layout: TableLayout;
  readonly ends: TableEnds;
  readonly types: TableTypes;
  readonly sources: TableSources;
  readonly spells: TableSpells;
  /** Before the row in the id of every claim. */
  readonly prefix: string;
  /** What a cell says: "" where the row has none. */
  readonly cell: (at: number) => string;
  /** All of the row, as they are written. */
  readonly cells: () => readonly string[];
  /** The values of a cell that may hold several. */
  readonly values: (place: { readonly at: number; readonly several: boolean }) => readonly string[];
}

export interface TableRowsOptions {
  readonly mapping: TableMapping;
  readonly layout: TableLayout;
  /** Name of the sheet; "" for a text. */
  readonly sheet: string;
  /** Of a table that Clew wrote, guards are taken off, and lists are JSON; of others, the blanks around a cell. */
  readonly written: "by Clew" | "by others";
  /** "" for the mapping that was guessed; else what tells it from others: a table that is read again in another way gives other claims. */
  readonly edition: string;
}

/** The records that rows of a table give, by its mapping. */
export class TableRows {
  readonly #desk: RowDesk;
  readonly #entities: EntityRows | null;
  readonly #links: LinkRows | null;
  readonly #ends: TableEnds;
  readonly #layout: TableLayout;
  #cells: readonly string[] = [];

  constructor(context: ReadContext, { mapping, layout, sheet, written, edition }: TableRowsOptions) {
    const desk = new RowDesk(context, sheet);
    const types = new TableTypes(context.ontology);
    const ends = new TableEnds(desk, types);
    const clean = written === "by Clew" ? unguard : trimmed;
    const cell = (at: number) => (at < 0 || at >= this.#cells.length ? "" : clean(this.#cells[at]!));
    const cells = () => this.#cells;
    const values = ({ at, several }: { readonly at: number; readonly several: boolean }) =>
      several && written === "by Clew" ? listIn(cell(at)) : valuesOf(cell(at), several ? mapping.separator : "");
    const [sources, spells] = [new TableSources(desk), new TableSpells(mapping.dates)];
    const prefix = `${context.source.id}${edition === "" ? "" : `.${edition}`}#${sheet === "" ? "" : `${sheet}!`}`;
    const reading: TableReading = { desk, mapping, layout, ends, types, sources, spells, prefix, cell, cells, values };
    this.#desk = desk;
    this.#ends = ends;
    this.#layout = layout;
    this.#entities = mapping.role === "links" ? null : new EntityRows(reading);
    this.#links = mapping.role === "entities" ? null : new LinkRows(reading);
  }

  /** What is to be told before the first row. */
  begin(remarks: readonly string[], out: ReadRecord[]): void {
    this.#desk.begin(noRow, out);
    for (const remark of [...remarks, ...this.#layout.remarks]) this.#desk.remark("guessed-columns", remark, "kept");
  }

  take(row: TableRow, out: ReadRecord[]): void {
    const { cells } = row;
    if (cells.every((cell) => cell.trim() === "")) return;
    this.#desk.begin(row, out);
    if (!this.#hasSoundShape(cells)) return;
    if (row.repaired)
      this.#desk.tell(
        "text-after-quote",
        "wanted a delimiter after the closing quote, got more text; it was taken as part of the cell",
        "repaired",
      );
    this.#cells = cells;
    const entity = this.#entities?.take() ?? null;
    this.#links?.take(entity);
  }

  end(out: ReadRecord[]): void {
    this.#desk.begin(noRow, out);
    this.#entities?.end();
    const { placeholders } = this.#ends;
    if (placeholders === 0) return;
    const message = `wanted a table that declares the ids at the ends of links, got ${placeholders} ids that this one does not; where none does, placeholders stand for them`;
    this.#desk.remark("undeclared-ends", message, "kept");
  }

  #hasSoundShape(cells: readonly string[]): boolean {
    const { width } = this.#layout;
    if (!cells.every((cell) => cell.isWellFormed())) {
      this.#desk.tell("broken-text", "wanted well-formed Unicode, got half of a surrogate pair", "dropped");
      return false;
    }
    if (cells.length === width) return true;
    const message = `wanted ${width} cells as in the header, got ${cells.length}`;
    if (cells.length < width) {
      this.#desk.tell("ragged-row", `${message}; the rest is empty`, "repaired");
      return true;
    }
    const shifted = cells.slice(width).some((cell) => cell.trim() !== "");
    this.#desk.tell("ragged-row", message, shifted ? "dropped" : "repaired");
    return !shifted;
  }
}

function trimmed(cell: string): string {
  return cell.trim();
}

/** A list of texts as JSON; any other text is a list of one. */
function listIn(text: string): readonly string[] {
  try {
    const found: unknown = text === "" ? [] : JSON.parse(text);
    if (Array.isArray(found) && found.every((each) => typeof each === "string")) return found;
  } catch (failure) {
    if (!(failure instanceof SyntaxError)) throw failure;
  }
  return [text];
}

function valuesOf(text: string, separator: string): readonly string[] {
  if (text === "") return [];
  if (separator === "" || !text.includes(separator)) return [text];
  const values = text.split(separator).flatMap((each) => each.trim() || []);
  return values.length === 0 ? [text] : values;
}
