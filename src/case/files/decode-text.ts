import { BadInput } from "../../base/problem.ts";
import type { PlainFile } from "./plain-files.ts";

/**
 * A text that came as bytes: pieces of it, none of them empty, without its byte-order mark. Where its lines end with CR alone (none of
 * the first piece ends otherwise) they end with LF. What is no UTF-8 becomes U+FFFD; in other encodings it throws BadInput.
 */
export async function* decodeText(file: PlainFile, encoding: string): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: encoding !== "utf-8" });
  const decode = (piece?: Uint8Array): string => {
    try {
      return piece === undefined ? decoder.decode() : decoder.decode(piece, { stream: true });
    } catch (error) {
      throw new BadInput(`${file.name}: wanted text in ${encoding}, got bytes that are none`, { cause: error });
    }
  };
  let mend: ((text: string) => string) | null = null;
  for await (const piece of file.bytes()) {
    const text = decode(piece);
    if (text === "") continue;
    mend ??= hasOldLines(text) ? oldLines() : (same) => same;
    const mended = mend(text);
    if (mended !== "") yield mended;
  }
  const rest = decode();
  if (rest !== "") yield rest;
}

function hasOldLines(text: string): boolean {
  return text.includes("\r") && !text.includes("\n");
}

/** An LF that comes after all belongs to the CR before it. */
function oldLines(): (text: string) => string {
  let endedWithReturn = false;
  return (text) => {
    const mended = (endedWithReturn && text.startsWith("\n") ? text.slice(1) : text).replaceAll(/\r\n?/g, "\n");
    endedWithReturn = text.endsWith("\r");
    return mended;
  };
}
