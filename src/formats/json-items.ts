import { Tokenizer, TokenType } from "@streamparser/json";
import { encodeUtf8 } from "../base/utf8.ts";
import type { JsonValue } from "./json-value.ts";

/** Keys and places in lists, from the root. */
export type JsonPath = readonly (string | number)[];

/**
 * What becomes of an object or list that begins there: `whole`: it is an item, given as it ends; `enter`: its values are items
 * or entered in turn; `skip`: it is passed over. A plain value in what is entered is an item.
 */
export type JsonPlan = (path: JsonPath, kind: "object" | "list") => "whole" | "enter" | "skip";

export interface JsonItem {
  readonly path: JsonPath;
  readonly value: JsonValue;
  /** Where it begins, from 1. */
  readonly line: number;
  /** Keys that one object of the item has twice: the last value is the one that counts. */
  readonly repeated: readonly string[];
}

const maxDepth = 256;
const maxKeys = 100_000;
/** Characters of an item. */
const maxLength = 16 * 1024 * 1024;

interface Frame {
  readonly kind: "object" | "list";
  readonly plan: "whole" | "enter" | "skip";
  readonly list: JsonValue[];
  readonly fields: Record<string, JsonValue>;
  readonly line: number;
  /** Values so far. */
  count: number;
  key: string;
  expects: "first" | "key" | "colon" | "value" | "comma";
}

/** Why a text is no JSON, or more of it than a file may hold; `line` from 1. */
export class JsonMistake extends Error {
  readonly line: number;
  constructor(message: string, line: number) {
    super(message);
    this.line = line;
  }
}

/**
 * The items of a JSON text that comes in pieces; several values one after the other are each a root. Nothing is held but the item that is open.
 * Throws JsonMistake at what is no JSON, at 256 levels, at 100,000 keys of an object that is an item, at 16 MiB of an item, and at the end of a text that is cut.
 */
export class JsonItems {
  readonly #plan: JsonPlan;
  readonly #tokenizer = new ExactTokenizer();
  readonly #open: Frame[] = [];
  readonly #path: (string | number)[] = [];
  #items: JsonItem[] = [];
  #repeated: string[] = [];
  #pending = "";
  #held = 0;
  /** Bytes of the piece at work, where it begins in the text, and up to where its lines are counted. */
  #bytes: Uint8Array = new Uint8Array(0);
  #base = 0;
  #counted = 0;
  #line = 1;
  #roots = 0;

  constructor(plan: JsonPlan) {
    this.#plan = plan;
    this.#tokenizer.onToken = ({ token, value, offset }) => this.#token(token, value, offset);
    this.#tokenizer.onError = (error) => {
      if (error instanceof JsonMistake) throw error;
      throw new JsonMistake(`wanted JSON, got ${mistakeText(error.message)}`, this.#lineAt(placeIn(error.message) ?? Infinity));
    };
  }

  /** Values that have ended or begun at the root. */
  get roots(): number {
    return this.#roots;
  }

  push(chunk: string): JsonItem[] {
    const text = this.#base === 0 ? (this.#pending + chunk).replace(/^\uFEFF/, "") : this.#pending + chunk;
    const isCut = /[\uD800-\uDBFF]$/.test(text);
    this.#pending = isCut ? text.slice(-1) : "";
    this.#write(isCut ? text.slice(0, -1) : text);
    return this.#taken();
  }

  end(): JsonItem[] {
    // A number may end only here.
    this.#write(`${this.#pending} `);
    const frame = this.#open.at(-1);
    if (frame !== undefined)
      throw new JsonMistake(`wanted the end of what begins in line ${frame.line}, got the end of the file`, this.#line);
    this.#tokenizer.end();
    return this.#taken();
  }

  #write(piece: string): void {
    this.#bytes = encodeUtf8(piece);
    this.#counted = 0;
    this.#tokenizer.write(this.#bytes);
    this.#lineAt(this.#base + this.#bytes.length);
    this.#base += this.#bytes.length;
    this.#held += piece.length;
    if (this.#held > maxLength) throw new JsonMistake("wanted values of at most 16 MiB, got a longer one", this.#line);
  }

  #taken(): JsonItem[] {
    const items = this.#items;
    this.#items = [];
    return items;
  }

  #token(token: TokenType, value: string | number | boolean | null, offset: number): void {
    const frame = this.#open.at(-1);
    if (frame?.plan !== "whole") this.#held = 0;
    const kind = token === TokenType.LEFT_BRACE || token === TokenType.RIGHT_BRACE ? "object" : "list";
    if (token === TokenType.LEFT_BRACE || token === TokenType.LEFT_BRACKET) this.#begin(kind, frame, offset);
    else if (token === TokenType.RIGHT_BRACE || token === TokenType.RIGHT_BRACKET) this.#end(kind, frame, offset);
    else if (token === TokenType.COMMA || token === TokenType.COLON) this.#mark(token, frame, offset);
    else if (frame?.kind === "object" && typeof value === "string" && (frame.expects === "first" || frame.expects === "key"))
      this.#key(frame, value, offset);
    else this.#scalar(frame, token === TokenType.NUMBER ? this.#tokenizer.exact(value) : value, offset);
  }

  #mark(token: TokenType.COMMA | TokenType.COLON, frame: Frame | undefined, offset: number): void {
    const [text, expected] = token === TokenType.COMMA ? ([",", "comma"] as const) : ([":", "colon"] as const);
    if (frame?.expects !== expected) this.#refuse(frame, text, offset);
    frame.expects = expected === "comma" && frame.kind === "object" ? "key" : "value";
  }

  #key(frame: Frame, key: string, offset: number): void {
    frame.key = key;
    frame.expects = "colon";
    if (frame.plan !== "whole") return;
    if (Object.hasOwn(frame.fields, key)) this.#repeated.push(key);
    if (frame.count >= maxKeys)
      throw new JsonMistake(`wanted at most ${maxKeys} keys in an object, got more`, this.#lineAt(offset));
  }

  #scalar(frame: Frame | undefined, value: JsonValue, offset: number): void {
    if (frame === undefined) this.#refuse(frame, JSON.stringify(value), offset);
    this.#mayBegin(frame, JSON.stringify(value), offset);
    if (frame.plan === "whole") put(frame, value);
    else if (frame.plan !== "skip") this.#give(frame, value, this.#lineAt(offset));
    this.#valued(frame);
  }

  #begin(kind: Frame["kind"], frame: Frame | undefined, offset: number): void {
    this.#mayBegin(frame, kind === "list" ? "[" : "{", offset);
    if (this.#open.length >= maxDepth) throw new JsonMistake(`wanted at most ${maxDepth} levels, got more`, this.#lineAt(offset));
    if (frame === undefined) this.#roots++;
    let plan = frame?.plan ?? "enter";
    if (plan === "enter") {
      if (frame !== undefined) this.#path.push(keyIn(frame));
      plan = this.#plan(this.#path, kind);
    }
    const line = plan === "whole" && frame?.plan === "whole" ? frame.line : this.#lineAt(offset);
    const fields = kind === "object" && plan === "whole" ? (Object.create(null) as Record<string, JsonValue>) : none;
    this.#open.push({ kind, plan, list: [], fields, line, count: 0, key: "", expects: "first" });
  }

  #end(kind: Frame["kind"], frame: Frame | undefined, offset: number): void {
    if (frame?.kind !== kind || (frame.expects !== "comma" && frame.expects !== "first"))
      this.#refuse(frame, kind === "list" ? "]" : "}", offset);
    this.#open.pop();
    const outer = this.#open.at(-1);
    const value = kind === "list" ? frame.list : frame.fields;
    if (outer?.plan === "whole") put(outer, value);
    else {
      if (frame.plan === "whole") this.#give(undefined, value, frame.line);
      if (outer?.plan === "enter") this.#path.pop();
    }
    this.#valued(outer);
  }

  /** `frame`: what the value stands in, where the path does not have its key yet. */
  #give(frame: Frame | undefined, value: JsonValue, line: number): void {
    const path = frame === undefined ? [...this.#path] : [...this.#path, keyIn(frame)];
    const repeated = this.#repeated;
    this.#repeated = [];
    this.#items.push({ path, value, line, repeated });
    this.#held = 0;
  }

  #mayBegin(frame: Frame | undefined, got: string, offset: number): void {
    if (frame === undefined || frame.expects === "value" || (frame.expects === "first" && frame.kind === "list")) return;
    this.#refuse(frame, got, offset);
  }

  #valued(frame: Frame | undefined): void {
    if (frame === undefined) return;
    frame.count++;
    frame.expects = "comma";
  }

  #refuse(frame: Frame | undefined, got: string, offset: number): never {
    throw new JsonMistake(`wanted ${wantedIn(frame)}, got ${got.slice(0, 60)}`, this.#lineAt(offset));
  }

  /** The line of a place in the text, counted on from the last place asked for. */
  #lineAt(offset: number): number {
    const end = Math.min(offset - this.#base, this.#bytes.length);
    for (; this.#counted < end; this.#counted++) if (this.#bytes[this.#counted] === 10) this.#line++;
    return this.#line;
  }
}

const none: Record<string, JsonValue> = Object.freeze(Object.create(null));

function put(frame: Frame, value: JsonValue): void {
  if (frame.kind === "list") frame.list.push(value);
  else frame.fields[frame.key] = value;
}

function keyIn(frame: Frame): string | number {
  return frame.kind === "list" ? frame.count : frame.key;
}

function wantedIn(frame: Frame | undefined): string {
  if (frame === undefined) return "an object or a list";
  const end = frame.kind === "list" ? "]" : "}";
  if (frame.expects === "comma") return `, or ${end}`;
  if (frame.expects === "colon") return "a colon after a key";
  if (frame.expects === "value") return "a value";
  return frame.kind === "list" ? "a value or ]" : "a key in quotes";
}

/** Where in the text the library met it. */
function placeIn(message: string): number | null {
  const found = /absolute position "(\d+)"/.exec(message)?.[1];
  return found === undefined ? null : Number(found);
}

/** What the library says, without its states. */
function mistakeText(message: string): string {
  const found = /^Unexpected "([\s\S])" at/.exec(message)?.[1];
  return found === undefined ? message.split("\n")[0]!.slice(0, 80) : JSON.stringify(found);
}

/** A whole number that no double holds exactly keeps its digits. */
class ExactTokenizer extends Tokenizer {
  #digits: string | null = null;

  protected override parseNumber(text: string): number {
    const number = Number(text);
    this.#digits = Number.isFinite(number) && (Number.isSafeInteger(number) || !/^-?\d+$/.test(text)) ? null : text;
    return number;
  }

  /** The number of the token at hand. */
  exact(value: string | number | boolean | null): JsonValue {
    return this.#digits ?? value;
  }
}
