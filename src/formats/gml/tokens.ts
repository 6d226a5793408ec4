import { BadInput } from "../../base/problem.ts";

export type GmlToken =
  | { readonly kind: "key"; readonly text: string; readonly line: number }
  | { readonly kind: "value"; readonly value: string | number; readonly line: number }
  | { readonly kind: "open"; readonly line: number }
  | { readonly kind: "close"; readonly line: number };

/** Characters of one text or number, at most. */
const maxLength = 1024 ** 2;

/** Blanks, a comment up to its end, a bracket, a text, or a word, which needs what follows it: it may go on in the next piece. */
const token = /\s+|#[^\n]*\n|([[\]])|"([^"]*)"|([^\s"[\]#][^\s"[\]]*)(?=[\s"[\]])/y;
const number = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

/**
 * The words of a GML text that comes in pieces: keys, numbers, texts in quotes (with `&quot;`, `&amp;` and numbered characters), brackets.
 * What follows a `#` up to the end of its line is a comment. Throws BadInput with the line where a text is never closed or too long.
 */
export function gmlTokens(file: string): { push(chunk: string): GmlToken[]; end(): GmlToken[] } {
  let rest = "";
  let line = 1;

  const take = (): GmlToken[] => {
    const tokens: GmlToken[] = [];
    token.lastIndex = 0;
    let at = 0;
    for (let found = token.exec(rest); found !== null; found = token.exec(rest)) {
      at = token.lastIndex;
      const made = tokenOf(found, line);
      if (made !== null) tokens.push(made);
      line += linesIn(found[0]);
    }
    rest = rest.slice(at);
    if (rest.length > maxLength)
      throw new BadInput(`${file}: wanted texts of at most ${maxLength} characters, got a longer one in line ${line}`);
    return tokens;
  };

  return {
    push(chunk) {
      rest += chunk;
      return take();
    },
    end() {
      rest += "\n";
      const tokens = take();
      if (rest !== "") throw new BadInput(`${file}: wanted a text that is closed, got the end of the file after line ${line}`);
      return tokens;
    },
  };
}

function linesIn(text: string): number {
  let lines = 0;
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) lines++;
  return lines;
}

/** Null for blanks and comments. */
function tokenOf([, bracket, text, word]: RegExpExecArray, line: number): GmlToken | null {
  if (bracket !== undefined) return { kind: bracket === "[" ? "open" : "close", line };
  if (text !== undefined) return { kind: "value", value: unescaped(text), line };
  return word === undefined ? null : wordToken(word, line);
}

function wordToken(text: string, line: number): GmlToken {
  if (number.test(text)) return { kind: "value", value: Number(text), line };
  return { kind: "key", text, line };
}

const named = new Map([
  ["quot", '"'],
  ["amp", "&"],
  ["lt", "<"],
  ["gt", ">"],
  ["apos", "'"],
]);

function unescaped(text: string): string {
  return text.replaceAll(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,4}));/gi, (whole, decimal, hex, name) => {
    if (name !== undefined) return named.get(String(name).toLowerCase()) ?? whole;
    const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
    return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : whole;
  });
}
