/** UTF-8 of a text, by the WHATWG rules: a lone surrogate becomes U+FFFD. */
export function encodeUtf8(text: string): Uint8Array {
  const bytes = new Uint8Array(3 * text.length);
  return bytes.subarray(0, putUtf8(text, bytes, 0));
}

/** Writes a text as UTF-8 from a place on, three bytes per code unit at most, and gives the place after it. */
export function putUtf8(text: string, bytes: Uint8Array, start: number): number {
  let end = start;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit < 0x80) bytes[end++] = unit;
    else {
      const code = text.codePointAt(at)!;
      if (code > 0xffff) at++;
      end = putCode(code >= 0xd800 && code <= 0xdfff ? 0xfffd : code, bytes, end);
    }
  }
  return end;
}

function putCode(code: number, bytes: Uint8Array, start: number): number {
  let end = start;
  if (code < 0x800) bytes[end++] = 0xc0 | (code >>> 6);
  else {
    if (code < 0x1_0000) bytes[end++] = 0xe0 | (code >>> 12);
    else {
      bytes[end++] = 0xf0 | (code >>> 18);
      bytes[end++] = 0x80 | ((code >>> 12) & 63);
    }
    bytes[end++] = 0x80 | ((code >>> 6) & 63);
  }
  bytes[end++] = 0x80 | (code & 63);
  return end;
}

/** Code units at once: more would not fit the arguments of a call everywhere. */
const PIECE = 4096;

/** The text of UTF-8 that `putUtf8` wrote. Of other bytes some text, without a throw. */
export function decodeUtf8(bytes: Uint8Array, start: number, end: number): string {
  let text = "";
  const units: number[] = [];
  for (let at = start; at < end; ) {
    const byte = bytes[at]!;
    if (byte < 0x80) {
      units.push(byte);
      at++;
    } else {
      const length = byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4;
      pushCode(codeAt(bytes, at, length), units);
      at += length;
    }
    if (units.length >= PIECE) text += String.fromCharCode.apply(null, units.splice(0));
  }
  return text + String.fromCharCode.apply(null, units);
}

function codeAt(bytes: Uint8Array, at: number, length: number): number {
  let code = bytes[at]! & (0xff >>> (length + 1));
  for (let next = 1; next < length; next++) code = (code << 6) | ((bytes[at + next] ?? 0) & 63);
  return code;
}

function pushCode(code: number, units: number[]): void {
  if (code < 0x1_0000) units.push(code);
  else units.push(0xd800 + ((code - 0x1_0000) >>> 10), 0xdc00 + ((code - 0x1_0000) & 0x3ff));
}
