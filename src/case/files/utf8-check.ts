import { isUtf8 } from "node:buffer";

/** What bytes are as UTF-8. */
export interface Utf8Found {
  /** Place of the first byte that is none; null where all are. */
  readonly firstBad: number | null;
  /** From the piece with that byte on: characters beyond ASCII, and places that are no character. */
  readonly good: number;
  readonly bad: number;
  /** The bytes from there on, some thousand at most. */
  readonly sample: Uint8Array;
}

const sampleBytes = 4096;

/** Looks whether bytes that come in pieces are UTF-8, a piece of them held at most. */
export class Utf8Check {
  #at = 0;
  #rest: Uint8Array = new Uint8Array();
  #firstBad: number | null = null;
  #decoder: TextDecoder | null = null;
  #good = 0;
  #bad = 0;
  #sample: Uint8Array = new Uint8Array();

  push(piece: Uint8Array): void {
    if (this.#decoder !== null) {
      this.#count(this.#decoder.decode(piece, { stream: true }));
      return;
    }
    const bytes = this.#rest.length === 0 ? piece : Buffer.concat([this.#rest, piece]);
    const whole = bytes.length - unfinished(bytes);
    if (isUtf8(bytes.subarray(0, whole))) {
      this.#at += whole;
      this.#rest = bytes.slice(whole);
      return;
    }
    this.#begin(bytes);
  }

  /** `cut`: more would follow, so that a character may be unfinished. */
  end(how: "whole" | "cut" = "whole"): Utf8Found {
    if (how === "cut") return { firstBad: this.#firstBad, good: this.#good, bad: this.#bad, sample: this.#sample };
    if (this.#decoder !== null) this.#count(this.#decoder.decode());
    else if (this.#rest.length > 0) {
      this.#begin(this.#rest);
      this.#count(this.#decoder!.decode());
    }
    return { firstBad: this.#firstBad, good: this.#good, bad: this.#bad, sample: this.#sample };
  }

  #begin(bytes: Uint8Array): void {
    const sound = soundLength(bytes);
    this.#firstBad = this.#at + sound;
    this.#sample = bytes.slice(sound, sound + sampleBytes);
    this.#decoder = new TextDecoder("utf-8");
    this.#count(this.#decoder.decode(bytes, { stream: true }));
  }

  #count(text: string): void {
    for (let at = 0; at < text.length; at++) {
      const unit = text.charCodeAt(at);
      if (unit === 0xfffd) this.#bad++;
      else if (unit > 0x7f) this.#good++;
    }
  }
}

/** Bytes at the end that begin a character and do not finish it. */
function unfinished(bytes: Uint8Array): number {
  for (let back = 1; back <= 3 && back <= bytes.length; back++) {
    const byte = bytes[bytes.length - back]!;
    if (byte < 0x80) return 0;
    if (byte < 0xc0) continue;
    const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
    return length > back ? back : 0;
  }
  return 0;
}

/** Length of the longest beginning that is UTF-8. */
function soundLength(bytes: Uint8Array): number {
  let [low, high] = [0, bytes.length];
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if (isUtf8(bytes.subarray(0, middle - unfinished(bytes.subarray(0, middle))))) low = middle;
    else high = middle - 1;
  }
  return low - unfinished(bytes.subarray(0, low));
}
