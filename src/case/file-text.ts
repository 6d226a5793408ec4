import { createHash } from "node:crypto";
import { createReadStream, statSync } from "node:fs";
import { basename } from "node:path";
import { createGunzip } from "node:zlib";
import { BadInput } from "../base/problem.ts";

/** A path, or under a name of its own bytes or a path. Gzipped content is unpacked. */
export type ImportFile =
  | string
  | { readonly name: string; readonly bytes: Uint8Array }
  | { readonly name: string; readonly path: string };

/** Most bytes that a gzipped file may unpack to, and how many times its own size. */
const maxUnpackedBytes = 2 * 1024 ** 3;
const maxUnpackRatio = 200;
const freeUnpackedBytes = 16 * 1024 ** 2;

export function nameOf(file: ImportFile): string {
  return typeof file === "string" ? basename(file) : file.name;
}

/** SHA-256 of its bytes as they are. */
export async function hashOf(file: ImportFile): Promise<string> {
  const hash = createHash("sha256");
  for await (const bytes of bytesOf(file)) hash.update(bytes);
  return hash.digest("hex");
}

async function* bytesOf(given: ImportFile): AsyncIterable<Uint8Array> {
  if (typeof given !== "string" && "bytes" in given) {
    yield given.bytes;
    return;
  }
  const file = typeof given === "string" ? given : given.path;
  try {
    if (statSync(file).isDirectory()) throw new BadInput(`${file}: wanted a file, got a folder`);
    yield* createReadStream(file) as AsyncIterable<Uint8Array>;
  } catch (error) {
    if (error instanceof BadInput) throw error;
    const { code } = error as NodeJS.ErrnoException;
    throw new BadInput(`${file}: ${code === "ENOENT" ? "no such file" : `cannot be read (${code ?? String(error)})`}`, {
      kind: "not-found",
      cause: error,
    });
  }
}

/** The text, unpacked and decoded: UTF-8, or UTF-16 where a byte-order mark says so. The first piece holds the head. */
export async function* textOf(file: ImportFile): AsyncGenerator<string> {
  let decoder: TextDecoder | null = null;
  try {
    for await (const bytes of unpacked(file)) {
      decoder ??= new TextDecoder(encodingOf(bytes), { fatal: true });
      const text = decoder.decode(bytes, { stream: true });
      if (text !== "") yield text;
    }
    const rest = decoder?.decode() ?? "";
    if (rest !== "") yield rest;
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new BadInput(`${nameOf(file)}: wanted UTF-8 text, got bytes that are none`, { cause: error });
  }
}

function encodingOf([first, second]: Uint8Array): string {
  if (first === 0xff && second === 0xfe) return "utf-16le";
  return first === 0xfe && second === 0xff ? "utf-16be" : "utf-8";
}

async function* unpacked(file: ImportFile): AsyncIterable<Uint8Array> {
  let source: AsyncIterable<Uint8Array> | null = null;
  const bytes = bytesOf(file)[Symbol.asyncIterator]();
  const first = await bytes.next();
  if (first.done === true) return;
  source = startingWith(first.value, { [Symbol.asyncIterator]: () => bytes });
  if (first.value[0] === 0x1f && first.value[1] === 0x8b) yield* gunzipped(nameOf(file), source);
  else yield* source;
}

async function* gunzipped(name: string, packed: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  const gunzip = createGunzip();
  let packedBytes = 0;
  const feed = async () => {
    for await (const bytes of packed) {
      packedBytes += bytes.length;
      if (!gunzip.write(bytes)) await new Promise((done) => gunzip.once("drain", done));
    }
    gunzip.end();
  };
  const feeding = feed().catch((error: Error) => gunzip.destroy(error));
  let unpackedBytes = 0;
  try {
    for await (const bytes of gunzip as AsyncIterable<Uint8Array>) {
      unpackedBytes += bytes.length;
      const tooMuch = unpackedBytes > freeUnpackedBytes && unpackedBytes > packedBytes * maxUnpackRatio;
      if (tooMuch || unpackedBytes > maxUnpackedBytes)
        throw new BadInput(
          `${name}: wanted a gzipped file that unpacks to at most 2 GiB and ${maxUnpackRatio} times its size, got more`,
        );
      yield bytes;
    }
    await feeding;
  } catch (error) {
    if (error instanceof BadInput) throw error;
    throw new BadInput(`${name}: wanted a whole gzipped file, got a damaged one`, { cause: error });
  } finally {
    gunzip.destroy();
  }
}

async function* startingWith<T>(first: T, rest: AsyncIterable<T>): AsyncIterable<T> {
  yield first;
  yield* rest;
}
