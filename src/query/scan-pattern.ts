import { cutText } from "../base/cut-text.ts";
import { BadInput } from "../base/problem.ts";
import type { Direction } from "../graph/conditions.ts";

/** A pattern as it is written, nothing resolved. Positions count characters from 1. */
export interface WrittenPattern {
  readonly chains: readonly WrittenChain[];
}

/** One node more than edges. */
export interface WrittenChain {
  readonly nodes: readonly WrittenNode[];
  readonly edges: readonly WrittenEdge[];
}

export interface WrittenNode {
  readonly at: number;
  /** What stands before a colon; null without one. */
  readonly hole: string | null;
  /** `any`: `*`, `?`, or nothing at the end of a chain. `quoted` is never a type. */
  readonly kind: "any" | "quoted" | "plain";
  readonly text: string;
}

export interface WrittenEdge {
  readonly at: number;
  readonly relations: readonly { readonly at: number; readonly text: string }[];
  /** `forward`: from the node on the left to the one on the right. */
  readonly direction: Direction;
}

const DASH = "[-‐‑‒–—―−]";
const TO = "→⟶➝➔⇒";
const FROM = "←⟵⇐";
const BOTH = "↔⟷⇔";
const QUOTES = '"“”„«»';
const HEADS = `<>${TO}${FROM}${BOTH}`;

const leftEnd = new RegExp(`<${DASH}+|[${FROM}]${DASH}*|${DASH}+`, "uy");
/** A line without an arrowhead ends a relation only where a node or nothing may follow: "member-of" goes on. */
const LOOSE_END = `${DASH}+(?=[\\s${QUOTES}*?,;]|$)`;
const RIGHT_END = `${DASH}+>|${DASH}*[${TO}]|${LOOSE_END}`;
const rightEnd = new RegExp(RIGHT_END, "uy");
const relationText = new RegExp(
  `(?!${DASH})[^\\s${HEADS}${QUOTES}|,;](?:(?!\\s+${DASH})[^${HEADS}${QUOTES}|,;\\n])*?(?=\\s*\\||${RIGHT_END})`,
  "uy",
);
const bareEdge = new RegExp(`[${BOTH}]|<${DASH}+>|${DASH}+>|${DASH}*[${TO}]|<${DASH}+|[${FROM}]${DASH}*|${LOOSE_END}`, "uy");
const plainName = new RegExp(
  `(?:(?!\\s*(?:[,;\\n]|$)|\\s+${DASH}|\\s*(?:<${DASH}|${DASH}+>|[${TO}${FROM}${BOTH}]))[^${QUOTES}])+`,
  "uy",
);
const holeName = /([\p{L}_][\p{L}\p{N}_]*)[ \t]*:[ \t]*/uy;
const quotedText = /"((?:[^"\\]|\\.)*)"|[“„]((?:[^“”\\]|\\.)*)[“”]|«((?:[^»\\]|\\.)*)»/suy;
const anySign = /[*?]/uy;
const blanks = /\s*/uy;
const blanksInLine = /[^\S\n]*/uy;
const separators = /[\s,;]*/uy;
const oneSeparator = /\s*[,;\n]/uy;

/** Longer texts are no pattern; searching them for ends would take long. */
const MAX_LENGTH = 5000;

/**
 * Reads the chains of a pattern: nodes (a plain name, a name in quotes, `*` or `?`, each with `name:` before it or not)
 * joined by edges (`-charged->`, `<-charged-`, `-leads|owns-`, `->`, `--`, typographic ones alike), chains apart by commas,
 * semicolons or lines. A dash begins an edge after a blank or where it carries an arrowhead; elsewhere it is part of a name.
 * Throws BadInput with the position.
 */
export function scanPattern(text: string): WrittenPattern {
  if (text.length > MAX_LENGTH) throw new BadInput(`pattern: wanted at most ${MAX_LENGTH} characters, got ${text.length}`);
  const scan = new Scan(text);
  const chains: WrittenChain[] = [];
  for (scan.take(separators); !scan.isAtEnd(); scan.take(separators)) chains.push(readChain(scan));
  if (chains.length === 0)
    throw new BadInput("pattern: wanted nodes joined by edges, such as person -leads-> organization, got none");
  return { chains };
}

/** A text and how far it is read. */
class Scan {
  readonly text: string;
  offset = 0;

  constructor(text: string) {
    this.text = text;
  }

  /** Counted from 1, as people count. */
  get at(): number {
    return this.offset + 1;
  }

  isAtEnd(): boolean {
    return this.offset === this.text.length;
  }

  /** Moves past what the sticky expression matches here; null when it does not. */
  take(expression: RegExp): RegExpExecArray | null {
    expression.lastIndex = this.offset;
    const match = expression.exec(this.text);
    if (match !== null) this.offset += match[0].length;
    return match;
  }

  refuse(wanted: string): never {
    const rest = this.text.slice(this.offset).trim();
    throw new BadInput(
      `pattern, character ${this.at}: wanted ${wanted}, got ${rest === "" ? "the end" : JSON.stringify(cutText(rest, 40))}`,
    );
  }
}

function readChain(scan: Scan): WrittenChain {
  const nodes = [readNode(scan) ?? nothingAt(scan)];
  const edges: WrittenEdge[] = [];
  while (true) {
    scan.take(blanksInLine);
    const edge = readEdge(scan);
    if (edge === null) break;
    edges.push(edge);
    scan.take(blanks);
    nodes.push(readNode(scan) ?? nothingAt(scan));
  }
  if (edges.length === 0 && nodes[0]!.kind === "any" && nodes[0]!.text === "") scan.refuse("a node");
  if (!scan.isAtEnd() && peek(scan, oneSeparator) === null) scan.refuse("an edge, such as -leads->, or a comma");
  return { nodes, edges };
}

function peek(scan: Scan, expression: RegExp): string | null {
  const { offset } = scan;
  const match = scan.take(expression);
  scan.offset = offset;
  return match === null ? null : match[0];
}

/** A chain may begin or end with an edge: whatever is there. */
function nothingAt({ at }: Scan): WrittenNode {
  return { at, hole: null, kind: "any", text: "" };
}

function readNode(scan: Scan): WrittenNode | null {
  const { at } = scan;
  const hole = scan.take(holeName)?.[1] ?? null;
  if (scan.take(anySign) !== null) return { at, hole, kind: "any", text: "*" };
  const quoted = readQuoted(scan);
  if (quoted !== null) return { at, hole, kind: "quoted", text: quoted };
  const plain = peek(scan, leftEnd) === null ? scan.take(plainName) : null;
  if (plain !== null) return { at, hole, kind: "plain", text: plain[0].trim() };
  if (hole !== null) scan.refuse(`a type or a name after ${hole}:`);
  return null;
}

/** The text between quotes, null where there are none. A backslash keeps the character after it. */
function readQuoted(scan: Scan): string | null {
  const match = scan.take(quotedText);
  if (match === null) {
    if (QUOTES.includes(scan.text[scan.offset] ?? " ")) scan.refuse("quotes that are closed");
    return null;
  }
  const text = (match[1] ?? match[2] ?? match[3] ?? "").replaceAll(/\\(.)/gsu, "$1");
  if (text === "") {
    scan.offset -= match[0].length;
    scan.refuse("a name in the quotes");
  }
  return text;
}

function readEdge(scan: Scan): WrittenEdge | null {
  const { at, offset } = scan;
  const left = scan.take(leftEnd)?.[0];
  const relations = left === undefined ? null : readRelations(scan);
  if (left !== undefined && relations !== null) {
    const right = scan.take(rightEnd)?.[0];
    if (right !== undefined) return { at, relations, direction: directionOf(left, right) };
  }
  scan.offset = offset;
  const bare = scan.take(bareEdge)?.[0];
  return bare === undefined ? null : { at, relations: [], direction: directionOf(bare, bare) };
}

/** The relations between the ends of an edge, apart by `|`; null where none follows. */
function readRelations(scan: Scan): WrittenEdge["relations"] | null {
  const relations: { at: number; text: string }[] = [];
  while (true) {
    const { at } = scan;
    const text = readQuoted(scan) ?? scan.take(relationText)?.[0];
    if (text === undefined && relations.length === 0) return null;
    if (text === undefined) scan.refuse("a relation after |");
    relations.push({ at, text: text.trim() });
    scan.take(blanksInLine);
    if (scan.take(/\|/y) === null) return relations;
    scan.take(blanksInLine);
  }
}

function directionOf(left: string, right: string): Direction {
  const against = /^[<←⟵⇐]/u.test(left);
  const along = /[>→⟶➝➔⇒]$/u.test(right);
  return against === along ? "any" : along ? "forward" : "backward";
}
