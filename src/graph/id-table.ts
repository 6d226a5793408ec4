import { putUtf8 } from "../base/utf8.ts";
import { countIds, type PackedIds, placeOfId } from "./packed-ids.ts";

/** Slots that are looked at for an id; one that found none of them free is looked up by bisection, so that no choice of ids makes a search long. */
const MOST_PROBES = 32;

/**
 * Finds packed ids by open addressing with linear probing (Knuth, The Art of Computer Programming 3, 6.4). At least half of the slots
 * stay free; a slot holds a place + 1, or 0: 8 to 16 bytes per id beside the ids themselves. O(length of the id).
 */
export class IdTable {
  readonly #ids: PackedIds;
  readonly #slots: Uint32Array;
  #wanted = new Uint8Array(256);

  constructor(ids: PackedIds) {
    const count = countIds(ids);
    const { bytes, starts } = ids;
    const slots = new Uint32Array(2 ** Math.ceil(Math.log2(Math.max(2, 2 * count))));
    const mask = slots.length - 1;
    for (let place = 0; place < count; place++) {
      const first = hash(bytes, starts[place]!, starts[place + 1]!);
      let probe = 0;
      while (probe < MOST_PROBES && slots[(first + probe) & mask] !== 0) probe++;
      if (probe < MOST_PROBES) slots[(first + probe) & mask] = place + 1;
    }
    this.#ids = ids;
    this.#slots = slots;
  }

  /** The place of an id; -1 when it is not there. */
  placeOf(id: string): number {
    if (3 * id.length > this.#wanted.length) this.#wanted = new Uint8Array(6 * id.length);
    const length = putUtf8(id, this.#wanted, 0);
    const mask = this.#slots.length - 1;
    const first = hash(this.#wanted, 0, length);
    for (let probe = 0; probe < MOST_PROBES; probe++) {
      const held = this.#slots[(first + probe) & mask]!;
      if (held === 0) return -1;
      if (this.#isWanted(held - 1, length)) return length === id.length || id.isWellFormed() ? held - 1 : -1;
    }
    return placeOfId(this.#ids, id);
  }

  #isWanted(place: number, length: number): boolean {
    const { bytes, starts } = this.#ids;
    const start = starts[place]!;
    if (starts[place + 1]! - start !== length) return false;
    const wanted = this.#wanted;
    for (let at = 0; at < length; at++) if (bytes[start + at] !== wanted[at]) return false;
    return true;
  }
}

/** FNV-1a (Fowler, Noll, Vo), mixed once more, since slots are chosen by its low bits. */
function hash(bytes: Uint8Array, start: number, end: number): number {
  let mixed = 0x811c9dc5;
  for (let at = start; at < end; at++) mixed = Math.imul(mixed ^ bytes[at]!, 0x01000193);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x85ebca6b);
  return (mixed ^ (mixed >>> 13)) >>> 0;
}
