/**
 * SHA-1 of bytes, as 20 bytes (FIPS 180-4). For names that others derive the same way (UUID version 5), never for what must be safe. Cost: one pass,
 * one copy of the bytes.
 */
export function sha1(bytes: Uint8Array): Uint8Array {
  const padded = padded64(bytes);
  const hash = new Uint32Array([0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0]);
  const words = new Uint32Array(80);
  const view = new DataView(padded.buffer);
  for (let block = 0; block < padded.length; block += 64) {
    for (let i = 0; i < 16; i++) words[i] = view.getUint32(block + i * 4);
    for (let i = 16; i < 80; i++) words[i] = rotated(words[i - 3]! ^ words[i - 8]! ^ words[i - 14]! ^ words[i - 16]!, 1);
    mix(hash, words);
  }
  const out = new DataView(new ArrayBuffer(20));
  for (const [i, word] of hash.entries()) out.setUint32(i * 4, word);
  return new Uint8Array(out.buffer);
}

function mix(hash: Uint32Array, words: Uint32Array): void {
  let [a, b, c, d, e] = hash as unknown as [number, number, number, number, number];
  for (let i = 0; i < 80; i++) {
    const next = (rotated(a, 5) + choice(i, b, c, d) + e + constants[Math.floor(i / 20)]! + words[i]!) | 0;
    [e, d, c, b, a] = [d, c, rotated(b, 30), a, next];
  }
  for (const [i, word] of [a, b, c, d, e].entries()) hash[i] = hash[i]! + word;
}

const constants = [0x5a827999, 0x6ed9eba1, 0x8f1bbcdc, 0xca62c1d6];

function choice(round: number, b: number, c: number, d: number): number {
  if (round < 20) return (b & c) | (~b & d);
  return round < 40 || round >= 60 ? b ^ c ^ d : (b & c) | (b & d) | (c & d);
}

function rotated(word: number, by: number): number {
  return (word << by) | (word >>> (32 - by));
}

/** A one, zeros, and the length in bits, to a multiple of 64 bytes. */
function padded64(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const padded = new Uint8Array(Math.ceil((bytes.length + 9) / 64) * 64);
  padded.set(bytes);
  padded[bytes.length] = 0x80;
  new DataView(padded.buffer).setBigUint64(padded.length - 8, BigInt(bytes.length) * 8n);
  return padded;
}
