import { BadInput } from "../../base/problem.ts";

export type DotToken =
  /** `plain` may be a keyword, `html` is what stands between the outermost angle brackets. */
  | { readonly kind: "id"; readonly text: string; readonly form: "plain" | "quoted" | "html"; readonly line: number }
  /** One of `{ } [ ] = ; , : -> --`. */
  | { readonly kind: "mark"; readonly text: string; readonly line: number };

/** Characters of one text or comment, at most. */
const maxLength = 1024 ** 2;

/** What stands at a place: a token or none (blanks, a comment), and where it ends. Null where it may go on in the next piece. */
type Found = { readonly token: DotToken | null; readonly end: number } | null;

const blanks = /\s+/y;
/** Letters of any script, digits, `_`, and the point of a number; a number may begin with a minus. */
const word = /-?[\w.\u0080-\uFFFF]+/y;
const marks = "{}[]=;,:+";

/**
 * The words of a DOT text that comes in pieces. In quotes only `\"` and a backslash at the end of a line mean something else; texts
 * joined by `+` are one. Comments are those of C, and lines that begin with `#`. Throws BadInput with the line where a
 * text or comment is never closed, is too long, or where no word can begin.
 */
export function dotTokens(file: string): { push(chunk: string): DotToken[]; end(): DotToken[] } {
  const join = joiner(file);
  let rest = "";
  let line = 1;

  const take = (isLast: boolean): DotToken[] => {
    const tokens: DotToken[] = [];
    let at = 0;
    while (at < rest.length) {
      const found = foundAt(rest, at, { line, isLast });
      if (found === null) break;
      if (found.end === at)
        throw new BadInput(`${file}: wanted a word or a mark of DOT, got ${JSON.stringify(rest[at])} in line ${line}`);
      if (found.token !== null) tokens.push(...join.next(found.token));
      line += linesIn(rest.slice(at, found.end));
      at = found.end;
    }
    rest = rest.slice(at);
    if (rest.length > maxLength)
      throw new BadInput(`${file}: wanted texts of at most ${maxLength} characters, got a longer one in line ${line}`);
    return tokens;
  };

  return {
    push(chunk) {
      rest += chunk;
      return take(false);
    },
    end() {
      const tokens = [...take(true), ...join.end()];
      if (rest !== "")
        throw new BadInput(`${file}: wanted a text or comment that is closed, got the end of the file after line ${line}`);
      return tokens;
    },
  };
}

interface Where {
  readonly line: number;
  readonly isLast: boolean;
}

function foundAt(text: string, at: number, where: Where): Found {
  const { line, isLast } = where;
  const char = text[at]!;
  if (char === '"') return quoted(text, at, line);
  if (char === "<") return html(text, at, line);
  if (char === "/" || char === "#") return comment(text, at, isLast);
  if (char === "-") return dash(text, at, where);
  return marks.includes(char) ? mark(char, at, line) : blanksOrWord(text, at, where);
}

function comment(text: string, at: number, isLast: boolean): Found {
  const next = text[at] === "#" ? "/" : text[at + 1];
  if (next === "*") return past(text, "*/", at);
  if (next === "/") return past(isLast ? `${text}\n` : text, "\n", at);
  return next === undefined && !isLast ? null : { token: null, end: at };
}

/** The line of an edge, or the beginning of a number. */
function dash(text: string, at: number, where: Where): Found {
  const next = text[at + 1];
  if (next === ">" || next === "-") return mark(`-${next}`, at, where.line);
  return next === undefined && !where.isLast ? null : blanksOrWord(text, at, where);
}

function blanksOrWord(text: string, at: number, { line, isLast }: Where): Found {
  blanks.lastIndex = at;
  if (blanks.test(text)) return { token: null, end: blanks.lastIndex };
  word.lastIndex = at;
  const found = word.exec(text);
  if (found === null) return { token: null, end: at };
  const end = word.lastIndex;
  return end === text.length && !isLast ? null : { token: { kind: "id", text: found[0], form: "plain", line }, end };
}

function mark(text: string, at: number, line: number): Found {
  return { token: { kind: "mark", text, line }, end: at + text.length };
}

function past(text: string, close: string, at: number): Found {
  const end = text.indexOf(close, at + (close === "*/" ? 2 : 1));
  return end < 0 ? null : { token: null, end: end + close.length };
}

function quoted(text: string, at: number, line: number): Found {
  for (let end = at + 1; end < text.length; end++) {
    if (text[end] === "\\") end++;
    else if (text[end] === '"') {
      const inside = text.slice(at + 1, end).replaceAll(/\\(\\|"|\r?\n)/g, (whole, char) => meant.get(char) ?? whole);
      return { token: { kind: "id", text: inside, form: "quoted", line }, end: end + 1 };
    }
  }
  return null;
}

/** What a backslash before it makes of a character, in quotes. Two backslashes stay two. */
const meant = new Map([
  ['"', '"'],
  ["\n", ""],
  ["\r\n", ""],
]);

function html(text: string, at: number, line: number): Found {
  let open = 0;
  for (let end = at; end < text.length; end++) {
    if (text[end] === "<") open++;
    else if (text[end] === ">" && --open === 0)
      return { token: { kind: "id", text: text.slice(at + 1, end), form: "html", line }, end: end + 1 };
  }
  return null;
}

function linesIn(text: string): number {
  let lines = 0;
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) lines++;
  return lines;
}

/** Texts in quotes with a `+` between them as one. What may go on is held back. */
function joiner(file: string): { next(token: DotToken): DotToken[]; end(): DotToken[] } {
  let held: Extract<DotToken, { kind: "id" }> | null = null;
  let isJoining = false;
  const refuse = (line: number): never => {
    throw new BadInput(
      `${file}: wanted texts in quotes around a +, of at most ${maxLength} characters, got other in line ${line}`,
    );
  };
  const join = (before: NonNullable<typeof held>, token: DotToken): void => {
    if (token.kind !== "id" || token.form !== "quoted" || before.text.length + token.text.length > maxLength) refuse(token.line);
    held = { ...before, text: before.text + token.text };
    isJoining = false;
  };
  const hold = (token: DotToken): DotToken[] => {
    const before = held === null ? [] : [held];
    held = token.kind === "id" && token.form === "quoted" ? token : null;
    return held === null ? [...before, token] : before;
  };
  return {
    next(token) {
      const isPlus = token.kind === "mark" && token.text === "+";
      if (!isPlus && !isJoining) return hold(token);
      if (held === null) refuse(token.line);
      else if (isJoining) join(held, token);
      else isJoining = true;
      return [];
    },
    end: () => (held === null ? [] : isJoining ? refuse(held.line) : [held]),
  };
}
