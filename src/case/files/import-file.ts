import { createReadStream, statSync } from "node:fs";
import { basename } from "node:path";
import { BadInput } from "../../base/problem.ts";

/** A path, or under a name of its own bytes or a path. What is gzipped or zipped is unpacked. */
export type ImportFile =
  | string
  | { readonly name: string; readonly bytes: Uint8Array }
  /** Of the path the bytes from one place to another; all of them where none is given. */
  | { readonly name: string; readonly path: string; readonly from?: number; readonly to?: number };

export function nameOf(file: ImportFile): string {
  return typeof file === "string" ? basename(file) : file.name;
}

/** How a message calls it: as it was given. */
function givenAs(file: ImportFile): string {
  return typeof file === "string" ? file : file.name;
}

/** Its size in bytes. Throws BadInput when it is not there, or a folder. */
export function sizeOf(file: ImportFile): number {
  if (typeof file !== "string" && "bytes" in file) return file.bytes.length;
  const stats = statSync(typeof file === "string" ? file : file.path, { throwIfNoEntry: false });
  if (stats === undefined) throw unreadable(file, "no such file");
  if (stats.isDirectory()) throw new BadInput(`${givenAs(file)}: wanted a file, got a folder`);
  if (typeof file === "string") return stats.size;
  return Math.max(0, Math.min(file.to ?? stats.size, stats.size) - (file.from ?? 0));
}

/** Its bytes as they are, from one place to another. Throws BadInput when it cannot be read. */
export async function* bytesOf(
  file: ImportFile,
  { from = 0, to = Number.POSITIVE_INFINITY }: { readonly from?: number; readonly to?: number } = {},
): AsyncGenerator<Uint8Array> {
  if (typeof file !== "string" && "bytes" in file) {
    if (to > from) yield file.bytes.subarray(from, to);
    return;
  }
  sizeOf(file);
  const { path, from: first = 0, to: last = Number.POSITIVE_INFINITY } = typeof file === "string" ? { path: file } : file;
  const end = Math.min(first + to, last);
  if (end <= first + from) return;
  try {
    yield* createReadStream(path, { start: first + from, end: end - 1 }) as AsyncIterable<Uint8Array>;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw unreadable(file, code === "ENOENT" ? "no such file" : `cannot be read (${code ?? String(error)})`, error);
  }
}

/** The same in one piece: for places that are known to be small. */
export async function bytesAt(file: ImportFile, from: number, to: number): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  for await (const piece of bytesOf(file, { from, to })) pieces.push(piece);
  return pieces.length === 1 ? pieces[0]! : Buffer.concat(pieces);
}

function unreadable(file: ImportFile, why: string, cause?: unknown): BadInput {
  return new BadInput(`${givenAs(file)}: ${why}`, { kind: "not-found", cause });
}
