import { closeSync, fstatSync, openSync, readFileSync, readSync, statSync } from "node:fs";

/** The pages of a database file as they lie there, without SQLite: those of its log stand before those of the file. */
export interface PageFile {
  readonly pageSize: number;
  readonly pages: number;
  /** Page `number`, from 1; null past the end of the file. The buffer holds until the next call. */
  page(number: number): Buffer | null;
  close(): void;
}

const usualSize = 4096;

/** Opens the file for carving. A header that cannot be read is taken to have said what Clew's files say. */
export function openPageFile(path: string): PageFile {
  const file = openSync(path, "r");
  const head = Buffer.alloc(100);
  readSync(file, head, 0, 100, 0);
  const pageSize = sizeOf(head.readUInt16BE(16));
  const log = logPages(`${path}-wal`, pageSize);
  let pages = Math.ceil(fstatSync(file).size / pageSize);
  for (const number of log.keys()) pages = Math.max(pages, number);
  return {
    pageSize,
    pages,
    page: (number) => {
      const logged = log.get(number);
      if (logged !== undefined) return logged;
      const bytes = Buffer.alloc(pageSize);
      return readSync(file, bytes, 0, pageSize, (number - 1) * pageSize) === pageSize ? bytes : null;
    },
    close: () => closeSync(file),
  };
}

function sizeOf(written: number): number {
  if (written === 1) return 65_536;
  return written >= 512 && (written & (written - 1)) === 0 ? written : usualSize;
}

/** The newest of each page in a write-ahead log, up to the last frame that ends a transaction (SQLite file format, 4.2). */
function logPages(path: string, pageSize: number): Map<number, Buffer> {
  const newest = new Map<number, Buffer>();
  if ((statSync(path, { throwIfNoEntry: false })?.size ?? 0) < 32) return newest;
  const log = readFileSync(path);
  const salts = log.subarray(16, 24);
  let pending = new Map<number, Buffer>();
  for (let at = 32; at + 24 + pageSize <= log.length; at += 24 + pageSize) {
    if (!log.subarray(at + 8, at + 16).equals(salts)) break;
    pending.set(log.readUInt32BE(at), log.subarray(at + 24, at + 24 + pageSize));
    if (log.readUInt32BE(at + 4) === 0) continue;
    for (const [number, page] of pending) newest.set(number, page);
    pending = new Map();
  }
  return newest;
}
