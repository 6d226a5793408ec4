import { entityId, entityTypeId } from "../../base/ids.ts";
import type { ReadContext, ReadRecord } from "../format.ts";
import { RowDesk, type TableRow } from "./row-desk.ts";
import { tableLayout } from "./table-layout.ts";
import { plainMapping, type TableMapping } from "./table-mapping.ts";
import { TableRows } from "./table-rows.ts";
import { readTableNumber } from "./table-values.ts";

export interface MatrixOptions {
  readonly mapping: TableMapping;
  /** Null for a matrix of numbers alone, whose rows and columns are numbered from 1. */
  readonly header: readonly string[] | null;
  readonly sheet: string;
  readonly edition: string;
}

const end = { several: false, by: "name", type: "", space: "", relation: "" } as const;

/** A matrix read as the table of links that it stands for: a row for each cell that is neither empty nor 0, its number the weight. */
export class MatrixRows {
  readonly #desk: RowDesk;
  readonly #links: TableRows;
  readonly #names: readonly string[] | null;
  readonly #decimal: TableMapping["decimal"];
  #row = 0;

  constructor(context: ReadContext, { mapping, header, sheet, edition }: MatrixOptions) {
    const columns = [
      { name: "", several: false, as: "id", space: "" },
      { name: "", ...end, as: "source" },
      { name: "", ...end, as: "target" },
      { name: "", several: false, as: "weight" },
    ] as const;
    const links = { ...plainMapping, ...mapping, role: "links", header: "none", columns } as const;
    this.#desk = new RowDesk(context, sheet);
    this.#links = new TableRows(context, {
      mapping: links,
      layout: tableLayout(links, null, context.file),
      sheet,
      written: "by others",
      edition,
    });
    this.#names = header?.slice(1).map((name) => name.trim().toWellFormed()) ?? null;
    this.#decimal = mapping.decimal;
  }

  begin(remarks: readonly string[], out: ReadRecord[]): void {
    this.#links.begin(remarks, out);
    for (const name of this.#names ?? []) if (name !== "") out.push(entityOf(name));
  }

  take(row: TableRow, out: ReadRecord[]): void {
    this.#row++;
    const names = this.#names;
    const [id, cells] = names === null ? [String(this.#row), row.cells] : [(row.cells[0] ?? "").trim(), row.cells.slice(1)];
    const width = names?.length ?? cells.length;
    this.#desk.begin(row, out);
    if (id === "" || !id.isWellFormed()) {
      this.#desk.tell("empty-id", "wanted an id in the first column of a matrix, got none", "dropped");
      return;
    }
    if (cells.length !== width) {
      const longer = cells.slice(width).some((cell) => cell.trim() !== "");
      const message = `wanted ${width + 1} cells as in the header, got ${cells.length + 1}`;
      this.#desk.tell("ragged-row", message, longer ? "dropped" : "repaired");
    }
    out.push(entityOf(id));
    for (let at = 0; at < Math.min(width, cells.length); at++) {
      const text = cells[at]!.trim();
      const to = names === null ? String(at + 1) : names[at]!;
      if (text === "" || readTableNumber(text, this.#decimal) === 0) continue;
      this.#links.take({ ...row, cells: [`${row.row}.${at + 1}`, id, to, text] }, out);
    }
  }

  end(out: ReadRecord[]): void {
    this.#links.end(out);
  }
}

function entityOf(id: string): ReadRecord {
  const entity = { id: entityId(id), type: entityTypeId("thing"), name: id, aliases: [], description: "", placeholder: false };
  return { kind: "entity", entity };
}
