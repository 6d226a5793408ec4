import type { PageFile } from "./page-file.ts";

export type Cell = string | number | null;

/** A row as it lies on a page of a table or of an index: its number (null on an index) and its columns. */
export interface CellRow {
  readonly rowid: number | null;
  readonly columns: readonly Cell[];
}

const [tableLeaf, indexLeaf, indexInside] = [0x0d, 0x0a, 0x02];

/**
 * Every row of every page that can be read, page by page, whatever else of the file is damaged (SQLite file format, 1.6 and 2.1).
 * Cells that do not hold together are passed over. Blobs come as null.
 */
export function* readCells(file: PageFile): Generator<CellRow> {
  for (let number = 1; number <= file.pages; number++) {
    const page = file.page(number);
    const start = number === 1 ? 100 : 0;
    const kind = page?.[start];
    if (page === null || (kind !== tableLeaf && kind !== indexLeaf && kind !== indexInside)) continue;
    const first = start + (kind === indexInside ? 12 : 8);
    const cells = Math.min(page.readUInt16BE(start + 3), Math.floor((page.length - first) / 2));
    for (let cell = 0; cell < cells; cell++) {
      const row = rowAt(file, page, { kind, at: page.readUInt16BE(first + 2 * cell) });
      if (row !== null) yield row;
    }
  }
}

/** A damaged length leads out of its buffer, which throws RangeError: then there is no row. */
function rowAt(file: PageFile, page: Buffer, { kind, at }: { kind: number; at: number }): CellRow | null {
  try {
    const size = varint(page, at + (kind === indexInside ? 4 : 0));
    const rowid = kind === tableLeaf ? varint(page, size.end) : null;
    const payload = payloadAt(file, page, { at: (rowid ?? size).end, size: size.value, table: kind === tableLeaf });
    return payload === null ? null : { rowid: rowid?.value ?? null, columns: columnsOf(payload) };
  } catch (error) {
    if (error instanceof RangeError || error instanceof TypeError) return null;
    throw error;
  }
}

/** What a cell holds, its overflow pages followed; null when the chain breaks. */
function payloadAt(
  file: PageFile,
  page: Buffer,
  { at, size, table }: { at: number; size: number; table: boolean },
): Buffer | null {
  const usable = file.pageSize;
  if (size > file.pages * usable) return null;
  const most = table ? usable - 35 : Math.floor(((usable - 12) * 64) / 255) - 23;
  if (size <= most) return at + size <= page.length ? page.subarray(at, at + size) : null;
  const least = Math.floor(((usable - 12) * 32) / 255) - 23;
  const some = least + ((size - least) % (usable - 4));
  const local = some <= most ? some : least;
  const parts = [Buffer.from(page.subarray(at, at + local))];
  let next = page.readUInt32BE(at + local);
  for (let left = size - local; left > 0; ) {
    const over = next === 0 ? null : file.page(next);
    if (over === null || over.equals(Buffer.alloc(over.length))) return null;
    const take = Math.min(left, usable - 4);
    parts.push(Buffer.from(over.subarray(4, 4 + take)));
    left -= take;
    next = over.readUInt32BE(0);
  }
  return Buffer.concat(parts, size);
}

const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

function columnsOf(payload: Buffer): Cell[] {
  const header = varint(payload, 0);
  const columns: Cell[] = [];
  let value = header.value;
  for (let at = header.end; at < header.value; ) {
    const type = varint(payload, at);
    at = type.end;
    const size = sizeOf(type.value);
    if (value + size > payload.length) throw new RangeError("past the end of the row");
    columns.push(cellOf(payload.subarray(value, value + size), type.value));
    value += size;
  }
  return columns;
}

const fixedSizes = [0, 1, 2, 3, 4, 6, 8, 8, 0, 0, 0, 0];

function sizeOf(type: number): number {
  return type < 12 ? fixedSizes[type]! : (type - 12) >> 1;
}

function cellOf(bytes: Buffer, type: number): Cell {
  if (type >= 13 && type % 2 === 1) return utf8.decode(bytes);
  if (type === 8 || type === 9) return type - 8;
  if (type >= 1 && type <= 5) return bytes.readIntBE(0, bytes.length);
  return type === 6 ? Number(bytes.readBigInt64BE()) : null;
}

function varint(bytes: Buffer, at: number): { readonly value: number; readonly end: number } {
  let value = 0;
  for (let n = 0; n < 9; n++) {
    const byte = bytes.readUInt8(at + n);
    if (n === 8) return { value: value * 256 + byte, end: at + 9 };
    value = value * 128 + (byte & 0x7f);
    if (byte < 0x80) return { value, end: at + n + 1 };
  }
  throw new RangeError("no end of a number");
}
