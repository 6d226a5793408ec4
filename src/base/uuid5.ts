import { sha1 } from "./sha1.ts";
import { encodeUtf8 } from "./utf8.ts";

/** The UUID, version 5 (RFC 9562), of a name in a namespace: the same name always has the same one. `namespace`: a UUID. */
export function uuid5(namespace: string, name: string): string {
  const space = Uint8Array.from(namespace.replaceAll("-", "").match(/../g) ?? [], (hex) => Number.parseInt(hex, 16));
  const text = encodeUtf8(name);
  const bytes = new Uint8Array(space.length + text.length);
  bytes.set(space);
  bytes.set(text, space.length);
  const hash = sha1(bytes).subarray(0, 16);
  hash[6] = (hash[6]! & 0x0f) | 0x50;
  hash[8] = (hash[8]! & 0x3f) | 0x80;
  const hex = Array.from(hash, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}
