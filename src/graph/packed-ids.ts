import { decodeUtf8, encodeUtf8, putUtf8 } from "../base/utf8.ts";
import type { BufferKind } from "./snapshot-room.ts";

/**
 * Ids in ascending order (UTF-16 code units), one after the other as UTF-8: 4 bytes and its own for each. Plain data, which
 * moves between threads, or is shared by them, as it is.
 */
export interface PackedIds {
  readonly bytes: Uint8Array;
  /** One more than there are ids: where each begins, and the last ends. */
  readonly starts: Uint32Array;
}

/** Bytes at most: a start has 32 bits. */
const MAX_BYTES = 2 ** 32 - 1;

export function packIds(ids: Iterable<string>, kind: BufferKind = "own"): PackedIds {
  const packer = new IdPacker();
  for (const id of ids) packer.push(id);
  return packer.packed(kind);
}

/** Packs ids as they come. Owns its buffers. */
export class IdPacker {
  #bytes = new Uint8Array(1024);
  #starts = new Uint32Array(64);
  #count = 0;

  get count(): number {
    return this.#count;
  }

  /** Throws RangeError past 4 GiB. */
  push(id: string): void {
    const start = this.#starts[this.#count]!;
    if (start + 3 * id.length > this.#bytes.length) this.#bytes = grown(this.#bytes, start + 3 * id.length);
    const end = putUtf8(id, this.#bytes, start);
    if (++this.#count === this.#starts.length) {
      const starts = new Uint32Array(2 * this.#count);
      starts.set(this.#starts);
      this.#starts = starts;
    }
    this.#starts[this.#count] = end;
  }

  /** Those of others from one place to before another. */
  pushRange({ bytes, starts }: PackedIds, from: number, end: number): void {
    if (from >= end) return;
    const [start, length] = [this.#starts[this.#count]!, starts[end]! - starts[from]!];
    if (start + length > this.#bytes.length) this.#bytes = grown(this.#bytes, start + length);
    this.#bytes.set(bytes.subarray(starts[from], starts[end]), start);
    const count = this.#count + end - from;
    if (count >= this.#starts.length) {
      const more = new Uint32Array(Math.max(2 * this.#count, count + 64));
      more.set(this.#starts);
      this.#starts = more;
    }
    const [to, shift] = [this.#starts, start - starts[from]!];
    for (let place = from, at = this.#count + 1; place < end; place++) to[at++] = starts[place + 1]! + shift;
    this.#count = count;
  }

  /** A copy of just the size. */
  packed(kind: BufferKind): PackedIds {
    const end = this.#starts[this.#count]!;
    const bytes = new Uint8Array(bufferOf(end, kind));
    const starts = new Uint32Array(bufferOf(4 * (this.#count + 1), kind));
    bytes.set(this.#bytes.subarray(0, end));
    starts.set(this.#starts.subarray(0, this.#count + 1));
    return { bytes, starts };
  }
}

function grown(bytes: Uint8Array<ArrayBuffer>, least: number): Uint8Array<ArrayBuffer> {
  if (least > MAX_BYTES) throw new RangeError("snapshot: wanted ids of at most 4 GiB in all, got more");
  const more = new Uint8Array(Math.min(MAX_BYTES, Math.max(2 * bytes.length, least)));
  more.set(bytes);
  return more;
}

function bufferOf(length: number, kind: BufferKind): ArrayBufferLike {
  return kind === "shared" ? new SharedArrayBuffer(length) : new ArrayBuffer(length);
}

export function countIds({ starts }: PackedIds): number {
  return starts.length - 1;
}

/** The id at a place below `countIds`. */
export function idAt({ bytes, starts }: PackedIds, place: number): string {
  return decodeUtf8(bytes, starts[place]!, starts[place + 1]!);
}

/** Throws RangeError where ids from elsewhere do not lie one after the other, or are not in order, each once. */
export function checkIds(ids: PackedIds): void {
  const { bytes, starts } = ids;
  const count = countIds(ids);
  if (count < 0 || starts[0] !== 0 || starts[count] !== bytes.length)
    throw new RangeError("snapshot: wanted ids end to end, got others");
  for (let place = 0; place < count; place++) {
    const [start, end] = [starts[place]!, starts[place + 1]!];
    if (start > end || end > bytes.length) throw new RangeError(`snapshot: wanted ids end to end, got others at ${place}`);
    if (place > 0 && !isInOrder(ids, place))
      throw new RangeError(`snapshot: wanted ids in order, each once, got another at ${place}`);
  }
}

/** Whether the id at a place, and not the first, comes after the one before it. Both lie within the bytes. */
function isInOrder({ bytes, starts }: PackedIds, place: number): boolean {
  const [last, start, end] = [starts[place - 1]!, starts[place]!, starts[place + 1]!];
  const both = Math.min(start - last, end - start);
  for (let at = 0; at < both; at++) {
    const a = bytes[last + at]!;
    const b = bytes[start + at]!;
    if (a !== b) return inCodeUnits(a) < inCodeUnits(b);
  }
  return start - last < end - start;
}

/** The place of an id, by bisection; -1 when it is not there. O(log ids · length). */
export function placeOfId(ids: PackedIds, id: string): number {
  return Math.max(-1, seekId(ids, id));
}

/** Likewise; where it is not there, -1 less how many ids come before it. */
export function seekId(ids: PackedIds, id: string): number {
  const wanted = encodeUtf8(id);
  const place = placeBefore(ids, wanted);
  const isThere = place < countIds(ids) && compareAt(ids, place, wanted) === 0 && id.isWellFormed();
  return isThere ? place : -1 - place;
}

function placeBefore(ids: PackedIds, wanted: Uint8Array): number {
  let [low, high] = [0, countIds(ids)];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (compareAt(ids, middle, wanted) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Below 0 where the id at the place comes before the other, above 0 where it comes after. */
function compareAt({ bytes, starts }: PackedIds, place: number, other: Uint8Array): number {
  const start = starts[place]!;
  const length = starts[place + 1]! - start;
  const both = Math.min(length, other.length);
  for (let at = 0; at < both; at++) {
    const [a, b] = [bytes[start + at]!, other[at]!];
    if (a !== b) return inCodeUnits(a) - inCodeUnits(b);
  }
  return length - other.length;
}

/**
 * UTF-8 bytes are in order of code point, ids in order of UTF-16 code unit: the same but that U+E000 to U+FFFF, which begin with
 * 0xEE and 0xEF, come after all that is past them, which begins with 0xF0 to 0xF4 and is a pair of surrogates.
 */
function inCodeUnits(byte: number): number {
  return byte === 0xee || byte === 0xef ? byte + 0x10 : byte;
}

/** Where each of some ids, which are in order, stands among others; -1 for one that does not. */
export function placesOfIds(ids: PackedIds, some: PackedIds): Int32Array {
  const places = new Int32Array(countIds(some));
  for (let at = 0; at < places.length; at++) {
    const wanted = some.bytes.subarray(some.starts[at], some.starts[at + 1]);
    const place = placeBefore(ids, wanted);
    places[at] = place < countIds(ids) && compareAt(ids, place, wanted) === 0 ? place : -1;
  }
  return places;
}

/** An id that comes among others, and how many of them come before it. */
export interface ComingId {
  readonly id: string;
  readonly place: number;
}

/** Ids with some taken out, by place, and others put in, in order, which are not among them. Copies what lies between as it is. */
export function spliceIds(
  ids: PackedIds,
  { gone, added }: { readonly gone: readonly number[]; readonly added: readonly ComingId[] },
  kind: BufferKind,
): PackedIds {
  const packer = new IdPacker();
  const cuts = [...gone.map((place) => ({ place, id: null })), ...added].sort(
    (a, b) => a.place - b.place || Number(a.id === null) - Number(b.id === null),
  );
  let from = 0;
  for (const { place, id } of cuts) {
    packer.pushRange(ids, from, place);
    if (id !== null) packer.push(id);
    from = id === null ? place + 1 : place;
  }
  packer.pushRange(ids, from, countIds(ids));
  return packer.packed(kind);
}
