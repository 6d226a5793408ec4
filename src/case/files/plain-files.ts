import { crc32 } from "node:zlib";
import { BadInput } from "../../base/problem.ts";
import { bytesAt, bytesOf, type ImportFile, nameOf, sizeOf } from "./import-file.ts";
import { refuseBomb, unpack } from "./unpack.ts";
import { damaged, type ZipEntry, zipDirectory } from "./zip-directory.ts";

/** Whether a zip is a file of its own, as a workbook is, by its name and beginning. */
type IsFormat = (name: string, head: Uint8Array) => boolean;

/** A file, or one in a zip, unpacked: it may be read several times. */
export interface PlainFile {
  /** `links.csv`, `links.csv.gz`, `data.zip/links.csv`: for the reader, never a path. */
  readonly name: string;
  /** Whether it stands alone or comes with others in a zip. */
  readonly within: "itself" | "zip";
  /** Its bytes, unpacked. `onPacked` is told those of which its sum is made: of a gzipped file those before it is unpacked. */
  bytes(onPacked?: (bytes: Uint8Array) => void): AsyncGenerator<Uint8Array>;
}

/**
 * The files that a file holds: itself, unpacked where it is gzipped, or those of a zip. A workbook is a zip, too: `isFormat` knows
 * what is not to be taken apart. Throws BadInput in one line.
 */
export async function plainFiles(file: ImportFile, isFormat: IsFormat): Promise<readonly PlainFile[]> {
  const name = nameOf(file);
  const head = await bytesAt(file, 0, Math.min(sizeOf(file), headBytes));
  if (isGzip(head)) return [{ name, within: "itself", bytes: (onPacked) => gunzipped(bytesOf(file), { name, onPacked }) }];
  if (!isZip(head) || isFormat(name, head))
    return [{ name, within: "itself", bytes: (onPacked) => told(bytesOf(file), onPacked) }];
  const entries = await zipDirectory(file);
  if (entries.length === 0) throw new BadInput(`${name}: wanted files in the zip, got none`);
  const plain: PlainFile[] = [];
  const onUnpacked = unpackedInAll(file);
  for (const entry of entries) plain.push(await plainEntry(file, entry, { isFormat, onUnpacked: onUnpacked(entry) }));
  return plain;
}

/** What gzipped files in a zip unpack to counts for the zip as a whole; each once, however often it is read. */
function unpackedInAll(file: ImportFile): (entry: ZipEntry) => (unpacked: number) => void {
  const most = new Map<ZipEntry, number>();
  let total = 0;
  return (entry) => (unpacked) => {
    const before = most.get(entry) ?? 0;
    if (unpacked <= before) return;
    most.set(entry, unpacked);
    total += unpacked - before;
    refuseBomb(`${nameOf(file)}: wanted a zip`, total, sizeOf(file));
  };
}

/** Bytes by which a file is known. */
export const headBytes = 4096;

interface EntryOptions {
  readonly isFormat: IsFormat;
  readonly onUnpacked: (unpacked: number) => void;
}

async function plainEntry(file: ImportFile, entry: ZipEntry, { isFormat, onUnpacked }: EntryOptions): Promise<PlainFile> {
  const name = `${nameOf(file)}/${entry.name}`;
  const plain = () => entryBytes(file, entry);
  const head = await headOf(plain());
  if (isZip(head) && !isFormat(name, head)) throw new BadInput(`${name}: wanted files in a zip, got another zip within it`);
  if (!isGzip(head)) return { name, within: "zip", bytes: (onPacked) => told(plain(), onPacked) };
  return { name, within: "zip", bytes: (onPacked) => gunzipped(plain(), { name, onPacked, onUnpacked }) };
}

/** The beginning of a file, as long as `headBytes` where it is. */
export async function headOf(bytes: AsyncGenerator<Uint8Array>): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of bytes) {
    pieces.push(piece);
    length += piece.length;
    if (length >= headBytes) break;
  }
  return Buffer.concat(pieces).subarray(0, headBytes);
}

function isGzip([first, second]: Uint8Array): boolean {
  return first === 0x1f && second === 0x8b;
}

/** By a file's own header, or by the end of a zip that holds none. */
function isZip([first, second, third, fourth]: Uint8Array): boolean {
  return first === 0x50 && second === 0x4b && ((third === 3 && fourth === 4) || (third === 5 && fourth === 6));
}

async function* told(bytes: AsyncIterable<Uint8Array>, onPacked: ((bytes: Uint8Array) => void) | undefined) {
  for await (const piece of bytes) {
    onPacked?.(piece);
    yield piece;
  }
}

function gunzipped(
  packed: AsyncIterable<Uint8Array>,
  {
    name,
    onPacked,
    onUnpacked,
  }: {
    readonly name: string;
    readonly onPacked: ((bytes: Uint8Array) => void) | undefined;
    readonly onUnpacked?: (unpacked: number) => void;
  },
): AsyncGenerator<Uint8Array> {
  const onBytes = (unpackedBytes: number, packedBytes: number) => {
    refuseBomb(`${name}: wanted a gzipped file`, unpackedBytes, packedBytes);
    onUnpacked?.(unpackedBytes);
  };
  return unpack(told(packed, onPacked), { how: "gzip", name, onBytes });
}

/** Throws BadInput where what comes out is not what the directory says: more, less, or other bytes. */
async function* entryBytes(file: ImportFile, entry: ZipEntry): AsyncGenerator<Uint8Array> {
  const name = nameOf(file);
  const header = await bytesAt(file, entry.offset, entry.offset + 30);
  const view = new DataView(header.buffer, header.byteOffset, header.byteLength);
  if (header.length < 30 || view.getUint32(0, true) !== 0x04034b50) throw damaged(name);
  const from = entry.offset + 30 + view.getUint16(26, true) + view.getUint16(28, true);
  const to = from + entry.packed;
  if (to > sizeOf(file)) throw damaged(name);
  const packed = bytesOf(file, { from, to });
  const bytes = entry.method === "stored" ? packed : unpack(packed, { how: "deflate", name, onBytes: () => {} });
  let size = 0;
  let sum = 0;
  for await (const piece of bytes) {
    size += piece.length;
    if (size > entry.unpacked) throw damaged(name);
    sum = crc32(piece, sum);
    yield piece;
  }
  if (size !== entry.unpacked || sum !== entry.crc) throw damaged(name);
}
