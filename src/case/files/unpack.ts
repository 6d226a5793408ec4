import type { Transform } from "node:stream";
import { createGunzip, createInflateRaw } from "node:zlib";
import { BadInput } from "../../base/problem.ts";

/** Bytes that a packed file may unpack to, in all and as a multiple of its own size; small ones are not measured by their size. */
const unpackLimits = { bytes: 2 * 1024 ** 3, ratio: 200, free: 16 * 1024 ** 2 };

interface Unpacking {
  readonly how: "gzip" | "deflate";
  /** For a message. */
  readonly name: string;
  /** Called with what has come out; may throw to end it. */
  readonly onBytes: (unpacked: number, packed: number) => void;
}

/** Unpacks what comes, at the pace at which it is taken. Throws BadInput where it is damaged or cut. */
export async function* unpack(packed: AsyncIterable<Uint8Array>, { how, name, onBytes }: Unpacking): AsyncGenerator<Uint8Array> {
  const stream: Transform = how === "gzip" ? createGunzip() : createInflateRaw();
  let packedBytes = 0;
  let failure: unknown = null;
  const feed = async () => {
    for await (const bytes of packed) {
      packedBytes += bytes.length;
      if (!stream.write(bytes)) await new Promise((done) => stream.once("drain", done));
      if (stream.destroyed) return;
    }
    stream.end();
  };
  const feeding = feed().catch((error: Error) => {
    failure = error;
    stream.destroy(error);
  });
  let unpackedBytes = 0;
  try {
    for await (const bytes of stream as AsyncIterable<Uint8Array>) {
      unpackedBytes += bytes.length;
      onBytes(unpackedBytes, packedBytes);
      yield bytes;
    }
    await feeding;
  } catch (error) {
    if (failure instanceof BadInput) throw failure;
    if (error instanceof BadInput || !isZlibError(error)) throw error;
    throw new BadInput(`${name}: wanted a whole ${how === "gzip" ? "gzipped" : "zipped"} file, got a damaged one`, {
      cause: error,
    });
  } finally {
    stream.destroy();
  }
}

/** Throws BadInput once a file unpacks to more than it may. */
export function refuseBomb(what: string, unpacked: number, packed: number): void {
  const { bytes, ratio, free } = unpackLimits;
  if (unpacked > bytes || (unpacked > free && unpacked > packed * ratio))
    throw new BadInput(`${what} that unpacks to at most 2 GiB and ${ratio} times its size, got more`);
}

function isZlibError(error: unknown): boolean {
  const code = (error as NodeJS.ErrnoException | null)?.code ?? "";
  return code.startsWith("Z_") || code.startsWith("ERR_");
}
