import { DecodeUTF8, Inflate, strFromU8 } from "fflate";
import { BadInput } from "../../base/problem.ts";

/** A part of a workbook as its directory has it. */
export interface ZipPart {
  readonly name: string;
  readonly method: number;
  /** Where its packed bytes lie. */
  readonly start: number;
  readonly end: number;
}

/** Parts, bytes unpacked of all of them, and those unpacked for one that is packed, beyond the first free ones, at most. */
const limits = { parts: 10_000, unpacked: 2 * 1024 ** 3, ratio: 200, free: 16 * 1024 ** 2 };

const signatures = { end: 0x06054b50, entry: 0x02014b50, local: 0x04034b50 };

/** A zip that is held as bytes: its parts by name, each unpacked in pieces. What a part says of its own size is not believed. */
export class ZipParts {
  readonly #file: string;
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  readonly #parts = new Map<string, ZipPart>();
  #unpacked = 0;

  /** Throws BadInput for what is no zip, is cut short or has more than 10,000 parts. */
  constructor(file: string, bytes: Uint8Array) {
    this.#file = file;
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const end = this.#endOfDirectory();
    const count = this.#view.getUint16(end + 10, true);
    if (count > limits.parts) throw this.#refused(`at most ${limits.parts} parts`, String(count));
    let at = this.#view.getUint32(end + 16, true);
    for (let part = 0; part < count; part++) at = this.#entry(at);
  }

  has(name: string): boolean {
    return this.#parts.has(name.toLowerCase());
  }

  /** The text of a part, in pieces; none where there is no such part. Throws BadInput when it is damaged or too large. */
  *texts(name: string): Generator<string> {
    const part = this.#parts.get(name.toLowerCase());
    if (part === undefined) return;
    let piece = "";
    const decoder = new DecodeUTF8((text) => {
      piece += text;
    });
    for (const { bytes, last } of this.#unpackedPieces(part)) {
      try {
        decoder.push(bytes, last);
      } catch (failure) {
        throw this.#refused("UTF-8", `something else in ${part.name}`, failure);
      }
      for (let at = 0; at < piece.length; at += 65_536) yield piece.slice(at, at + 65_536);
      piece = "";
    }
  }

  *#unpackedPieces(part: ZipPart): Generator<{ readonly bytes: Uint8Array; readonly last: boolean }> {
    const packed = this.#bytes.subarray(part.start, part.end);
    const out: Uint8Array[] = [];
    let isWhole = false;
    const inflate = new Inflate((bytes, last) => {
      out.push(bytes);
      isWhole ||= last;
    });
    for (let at = 0; at < packed.length || at === 0; at += 16_384) {
      const slice = packed.subarray(at, at + 16_384);
      const last = at + 16_384 >= packed.length;
      if (part.method === 0) out.push(slice);
      else this.#push(inflate, slice, { last, part });
      for (const bytes of out.splice(0)) yield { bytes: this.#counted(bytes), last: false };
    }
    if (part.method !== 0 && !isWhole) throw this.#refused("a whole part", `one that is cut, ${part.name}`);
    yield { bytes: new Uint8Array(0), last: true };
  }

  #push(inflate: Inflate, slice: Uint8Array, { last, part }: { readonly last: boolean; readonly part: ZipPart }): void {
    try {
      inflate.push(slice, last);
    } catch (failure) {
      throw this.#refused("a whole part", `a damaged one, ${part.name}`, failure);
    }
  }

  #counted(bytes: Uint8Array): Uint8Array {
    this.#unpacked += bytes.length;
    const isBomb = this.#unpacked > limits.free && this.#unpacked > limits.ratio * this.#bytes.length;
    if (isBomb || this.#unpacked > limits.unpacked)
      throw this.#refused(`a workbook that unpacks to at most 2 GiB and ${limits.ratio} times its size`, "more");
    return bytes;
  }

  /** Takes one entry of the directory; the place after it. */
  #entry(at: number): number {
    if (at + 46 > this.#bytes.length || this.#view.getUint32(at, true) !== signatures.entry)
      throw this.#refused("a whole zip", "a damaged directory");
    const [name, extra, comment] = [28, 30, 32].map((offset) => this.#view.getUint16(at + offset, true)) as [
      number,
      number,
      number,
    ];
    const called = strFromU8(this.#bytes.subarray(at + 46, at + 46 + name), false).replaceAll("\\", "/");
    const [flags, method] = [this.#view.getUint16(at + 8, true), this.#view.getUint16(at + 10, true)];
    const start = this.#dataOf(this.#view.getUint32(at + 42, true));
    const end = start + this.#view.getUint32(at + 20, true);
    if (end > this.#bytes.length) throw this.#refused("a whole zip", `one that is cut within ${called.slice(0, 80)}`);
    if ((flags & 1) !== 0) throw this.#refused("a workbook without a password", "one with");
    if (method !== 0 && method !== 8)
      throw this.#refused("parts that are deflated or stored", `another method in ${called.slice(0, 80)}`);
    this.#parts.set(called.replace(/^\//, "").toLowerCase(), { name: called, method, start, end });
    return at + 46 + name + extra + comment;
  }

  #dataOf(local: number): number {
    if (local + 30 > this.#bytes.length || this.#view.getUint32(local, true) !== signatures.local)
      throw this.#refused("a whole zip", "a damaged one");
    return local + 30 + this.#view.getUint16(local + 26, true) + this.#view.getUint16(local + 28, true);
  }

  #endOfDirectory(): number {
    for (let at = this.#bytes.length - 22; at >= 0 && at >= this.#bytes.length - 65_557; at--)
      if (this.#view.getUint32(at, true) === signatures.end) return at;
    throw this.#refused("a whole workbook (.xlsx)", "one without its directory");
  }

  #refused(wanted: string, got: string, cause?: unknown): BadInput {
    return new BadInput(`${this.#file}: wanted ${wanted}, got ${got}`, cause === undefined ? {} : { cause });
  }
}
