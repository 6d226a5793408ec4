import { BadInput } from "../../base/problem.ts";
import { bytesAt, type ImportFile, nameOf, sizeOf } from "./import-file.ts";
import { refuseBomb } from "./unpack.ts";

/** A file in a zip, as the directory at its end has it. */
export interface ZipEntry {
  /** As it is written there: a text, never a path on this machine. */
  readonly name: string;
  readonly method: "stored" | "deflate";
  readonly crc: number;
  readonly packed: number;
  readonly unpacked: number;
  /** Where its own header begins. */
  readonly offset: number;
}

const mostEntries = 10_000;

const endLength = 22;
const headerLength = 46;
const longestComment = 0xffff;
const mostDirectoryBytes = 64 * 1024 ** 2;

/**
 * The files of a zip in their order there; folders, and what a Mac puts beside files, are left out. By the directory at its end (APPNOTE
 * 6.3.10, 4.3.12): a zip that is cut has none. Throws BadInput in one line: cut, encrypted, in several volumes, of more than the limits,
 * packed in a way other than deflate.
 */
export async function zipDirectory(file: ImportFile): Promise<readonly ZipEntry[]> {
  const name = nameOf(file);
  const size = sizeOf(file);
  const { entries, at, length } = await endOf(file, size);
  if (entries > mostEntries) throw new BadInput(`${name}: wanted a zip of at most ${mostEntries} files, got ${entries}`);
  if (length > mostDirectoryBytes) throw damaged(name);
  const directory = await bytesAt(file, at, at + length);
  const found: ZipEntry[] = [];
  let place = 0;
  let unpacked = 0;
  for (let n = 0; n < entries; n++) {
    const { entry, next } = entryAt(directory, place, name);
    if (entry.offset + entry.packed > at) throw damaged(name);
    place = next;
    unpacked += entry.unpacked;
    refuseBomb(`${name}: wanted a zip`, unpacked, size);
    if (!isBeside(entry.name)) found.push(entry);
  }
  return found;
}

async function endOf(file: ImportFile, size: number): Promise<{ entries: number; at: number; length: number }> {
  const name = nameOf(file);
  const start = Math.max(0, size - endLength - longestComment);
  const tail = viewOf(await bytesAt(file, start, size));
  for (let at = tail.byteLength - endLength; at >= 0; at--) {
    if (tail.getUint32(at, true) !== 0x06054b50 || at + endLength + tail.getUint16(at + 20, true) !== tail.byteLength) continue;
    const [disk, here, entries, length, offset] = [4, 8, 10, 12, 16].map((field, nth) =>
      nth < 3 ? tail.getUint16(at + field, true) : tail.getUint32(at + field, true),
    ) as [number, number, number, number, number];
    if (entries === 0xffff || length === 0xffffffff || offset === 0xffffffff)
      throw new BadInput(`${name}: wanted a zip of at most ${mostEntries} files and 2 GiB, got one of the large kind (zip64)`);
    if (disk !== 0 || here !== entries) throw new BadInput(`${name}: wanted a zip in one piece, got one in several volumes`);
    if (offset + length !== start + at) throw damaged(name);
    return { entries, at: offset, length };
  }
  throw damaged(name);
}

function entryAt(directory: Uint8Array, at: number, zip: string): { entry: ZipEntry; next: number } {
  if (at + headerLength > directory.length) throw damaged(zip);
  const view = viewOf(directory);
  if (view.getUint32(at, true) !== 0x02014b50) throw damaged(zip);
  const short = (field: number) => view.getUint16(at + field, true);
  const long = (field: number) => view.getUint32(at + field, true);
  const nameEnd = at + headerLength + short(28);
  const next = nameEnd + short(30) + short(32);
  if (next > directory.length) throw damaged(zip);
  const name = nameIn(directory.subarray(at + headerLength, nameEnd));
  if ((short(8) & 0x41) !== 0) throw new BadInput(`${zip}: wanted a zip that is not encrypted, got one that is`);
  const method = short(10);
  if (method !== 0 && method !== 8)
    throw new BadInput(
      `${zip}: wanted files that are stored or deflated, got method ${method} (${JSON.stringify(name.slice(0, 80))})`,
    );
  const entry: ZipEntry = {
    name,
    method: method === 0 ? "stored" : "deflate",
    crc: long(16),
    packed: long(20),
    unpacked: long(24),
    offset: long(42),
  };
  return { entry, next };
}

/** UTF-8, whatever the flag says; what is none is of the time before it. On one line, and no longer than a path may be. */
function nameIn(bytes: Uint8Array): string {
  let name: string;
  try {
    name = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    name = new TextDecoder("windows-1252").decode(bytes);
  }
  return name
    .replaceAll(/\p{Cc}/gu, "\uFFFD")
    .slice(0, 1000)
    .toWellFormed();
}

function isBeside(name: string): boolean {
  return name.endsWith("/") || name.startsWith("__MACOSX/") || /(^|\/)\.[^/]*$/.test(name);
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

export function damaged(name: string): BadInput {
  return new BadInput(`${name}: wanted a whole zip, got one that is cut or damaged`);
}
