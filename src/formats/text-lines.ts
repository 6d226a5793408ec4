import { BadInput } from "../base/problem.ts";

export interface TextLine {
  readonly text: string;
  /** From 1. */
  readonly line: number;
}

/** Longest line, in UTF-16 code units. */
const maxLineLength = 16 * 1024 * 1024;

/**
 * Lines of a text that arrives in pieces, without their ends (LF or CRLF) and without a byte-order
 * mark; the last one also when no line end follows. Throws BadInput at a line of more than 16 MiB.
 */
export function textLines(file: string): { push(chunk: string): TextLine[]; end(): TextLine[] } {
  let parts: string[] = [];
  let length = 0;
  let line = 1;
  const take = (part: string) => {
    length += part.length;
    if (length > maxLineLength) throw new BadInput(`${file}: wanted lines of at most 16 MiB, got a longer one at line ${line}`);
    parts.push(part);
  };
  const finish = (): TextLine => {
    const text = parts.length === 1 ? parts[0]! : parts.join("");
    const start = line === 1 && text.startsWith("\uFEFF") ? 1 : 0;
    parts = [];
    length = 0;
    return { text: text.slice(start, text.endsWith("\r") ? -1 : undefined), line: line++ };
  };
  return {
    push(chunk) {
      const lines: TextLine[] = [];
      let from = 0;
      for (let to = chunk.indexOf("\n"); to >= 0; to = chunk.indexOf("\n", from)) {
        take(chunk.slice(from, to));
        lines.push(finish());
        from = to + 1;
      }
      if (from < chunk.length) take(chunk.slice(from));
      return lines;
    },
    end: () => (length > 0 ? [finish()] : []),
  };
}
