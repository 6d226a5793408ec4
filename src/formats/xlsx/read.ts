import { BadInput } from "../../base/problem.ts";
import { openTable } from "../csv/open-table.ts";
import type { TableRow } from "../csv/row-desk.ts";
import type { TableMapping } from "../csv/table-mapping.ts";
import type { BytesReader, BytesReading, ReadContext, ReadRecord } from "../format.ts";
import { type SheetPiece, sheetRows } from "./sheet-rows.ts";
import { readWorkbook, type Workbook } from "./workbook.ts";
import { ZipParts } from "./zip-parts.ts";

/** Bytes of a workbook at most: its directory stands at its end, so all of it is held. */
const mostBytes = 256 * 1024 ** 2;
/** Rows that a guess is made from. */
const sampledRows = 500;
const syntax = { delimiter: ",", quote: '"', comment: "" };

/**
 * Workbooks (`.xlsx`), sheet by sheet, each as a table with a mapping or a guess of its own. A sheet that cannot be understood is told and
 * left out, unless there is no other.
 */
export const xlsxReader: BytesReader = {
  recognizes: (head) => isOld(head) || (isZip(head) && (holds(head, "xl/") || holds(head, "[Content_Types].xml"))),
  start: (context) => new XlsxReading(context),
};

class XlsxReading implements BytesReading {
  readonly #context: ReadContext;
  #chunks: Uint8Array[] = [];
  #length = 0;

  constructor(context: ReadContext) {
    this.#context = context;
  }

  push(chunk: Uint8Array): Iterable<ReadRecord> {
    this.#length += chunk.length;
    if (this.#length > mostBytes)
      throw new BadInput(`${this.#context.file}: wanted a workbook of at most 256 MiB, got a larger one`);
    this.#chunks.push(chunk);
    return [];
  }

  *end(): Generator<ReadRecord> {
    const { file } = this.#context;
    const bytes = joined(this.#chunks, this.#length);
    this.#chunks = [];
    if (bytes.length === 0) throw new BadInput(`${file}: wanted a workbook, got an empty file`);
    if (isOld(bytes))
      throw new BadInput(
        `${file}: wanted a workbook saved as .xlsx without a password, got one of an older Excel or with a password`,
      );
    const parts = new ZipParts(file, bytes);
    const workbook = readWorkbook(file, parts);
    const refusals: BadInput[] = [];
    let read = 0;
    for (const [at, sheet] of workbook.sheets.entries())
      try {
        if (parts.has(sheet.part)) read += yield* this.#sheet({ ...sheet, isFirst: at === 0 }, { parts, workbook });
      } catch (failure) {
        if (!(failure instanceof BadInput) || !isOfSheet(failure)) throw failure;
        refusals.push(failure);
      }
    const [refusal] = refusals;
    if (read === 0) throw refusal ?? new BadInput(`${file}: wanted a sheet with rows, got none`);
    for (const { message } of refusals)
      yield this.#problem({ where: "workbook", kind: "left-out", message: plain(message, file) });
  }

  /** Gives 1 for a sheet that was read, 0 for an empty one. */
  *#sheet({ name, part, isFirst }: SheetToRead, { parts, workbook }: Held): Generator<ReadRecord, number> {
    const where = `${this.#context.file}: sheet ${JSON.stringify(name.slice(0, 60))}`;
    const pieces = sheetRows(where, { parts, part, workbook });
    const { sample, told, width } = sampleOf(pieces);
    if (sample.length === 0) return 0;
    const out: ReadRecord[] = [];
    const mapping = mappingFor(this.#context.mapping ?? null, name, isFirst ? "first" : "later");
    const { from, rows } = openSheet(sample, { context: this.#context, sheet: name, syntax, mapping }, out);
    const take = (row: TableRow) => {
      if (row.row >= from) rows.take(row, out);
    };
    for (const problem of told) out.push(this.#told(name, problem));
    for (const row of sample) take(row);
    yield* out.splice(0);
    for (const piece of pieces) {
      if ("problem" in piece) out.push(this.#told(name, piece.problem));
      else take(tableRow(piece.row, width));
      yield* out.splice(0);
    }
    rows.end(out);
    yield* out;
    return 1;
  }

  #told(sheet: string, { where, kind, message, outcome }: Extract<SheetPiece, { problem: unknown }>["problem"]): ReadRecord {
    const place = `sheet ${JSON.stringify(sheet.slice(0, 60))}${where === "" ? "" : `, ${where}`}`;
    return { kind: "problem", problem: { file: this.#context.file, where: place, kind, message }, outcome };
  }

  #problem({ where, kind, message }: { where: string; kind: string; message: string }): ReadRecord {
    return { kind: "problem", problem: { file: this.#context.file, where, kind, message }, outcome: "dropped" };
  }
}

interface SheetToRead {
  readonly name: string;
  readonly part: string;
  readonly isFirst: boolean;
}

interface Held {
  readonly parts: ZipParts;
  readonly workbook: Workbook;
}

/** A sheet that is refused as a table; a damaged file is another matter. */
const ofSheet = new WeakSet<BadInput>();

function isOfSheet(failure: BadInput): boolean {
  return ofSheet.has(failure);
}

function openSheet(...[sample, options, out]: Parameters<typeof openTable>): ReturnType<typeof openTable> {
  try {
    return openTable(sample, options, out);
  } catch (failure) {
    if (failure instanceof BadInput) ofSheet.add(failure);
    throw failure;
  }
}

/** The first rows, all as wide as the widest of them: a sheet does not write the empty cells at the end of a row. */
function sampleOf(pieces: Iterator<SheetPiece>): {
  readonly sample: readonly TableRow[];
  readonly told: readonly Extract<SheetPiece, { problem: unknown }>["problem"][];
  readonly width: number;
} {
  const rows = [];
  const told = [];
  while (rows.length < sampledRows) {
    const next = pieces.next();
    if (next.done === true) break;
    if ("problem" in next.value) told.push(next.value.problem);
    else rows.push(next.value.row);
  }
  const width = rows.reduce((most, { cells }) => Math.max(most, cells.length), 0);
  return { sample: rows.map((row) => tableRow(row, width)), told, width };
}

function tableRow({ cells, row }: { readonly cells: readonly string[]; readonly row: number }, width: number): TableRow {
  const missing = width - cells.length;
  return { cells: missing > 0 ? [...cells, ...Array<string>(missing).fill("")] : cells, row, line: null, repaired: false };
}

/** The mapping that names the sheet; one that names none is for the first. */
function mappingFor(mapping: TableMapping | null, sheet: string, place: "first" | "later"): TableMapping | null {
  if (mapping === null) return null;
  const named = [mapping, ...mapping.sheets].find((each) => each.sheet === sheet);
  const found = named ?? (place === "first" && mapping.sheet === "" ? mapping : null);
  return found === null ? null : { ...found, sheet, sheets: [] };
}

function joined(chunks: readonly Uint8Array[], length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}

function plain(message: string, file: string): string {
  return message.startsWith(`${file}: `) ? message.slice(file.length + 2) : message;
}

function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4;
}

/** The container of older Excels, and of workbooks with a password. */
function isOld(bytes: Uint8Array): boolean {
  return [0xd0, 0xcf, 0x11, 0xe0].every((byte, at) => bytes[at] === byte);
}

function holds(bytes: Uint8Array, text: string): boolean {
  const codes = Array.from(text, (letter) => letter.charCodeAt(0));
  for (let at = 0; at + codes.length <= bytes.length; at++)
    if (codes.every((code, next) => bytes[at + next] === code)) return true;
  return false;
}
