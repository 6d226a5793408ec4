/**
 * A text that came as bytes: pieces of it, none of them empty, without its byte-order mark. Where its lines end with CR alone (none of
 * the first piece ends otherwise) they end with LF.
 */
export async function* decodeText(bytes: AsyncIterable<Uint8Array>, encoding: string): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  let mend: ((text: string) => string) | null = null;
  for await (const piece of bytes) {
    const text = decoder.decode(piece, { stream: true });
    if (text === "") continue;
    mend ??= hasOldLines(text) ? oldLines() : (same) => same;
    const mended = mend(text);
    if (mended !== "") yield mended;
  }
  const rest = decoder.decode();
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
