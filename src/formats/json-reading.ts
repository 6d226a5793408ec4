import { BadInput } from "../base/problem.ts";
import type { ReadContext, Reading, ReadRecord } from "./format.ts";
import { type JsonItem, JsonItems, JsonMistake, type JsonPath, type JsonPlan } from "./json-items.ts";
import { isJsonList, isJsonObject, type JsonValue } from "./json-value.ts";
import { type TextLine, textLines } from "./text-lines.ts";

/** What a format in JSON does with the items that its plan names. */
export interface JsonTaker {
  readonly plan: JsonPlan;
  take(item: JsonItem): Iterable<ReadRecord>;
  /** Throws BadInput when what came is no file of the format. */
  end(): Iterable<ReadRecord>;
}

/**
 * A reading of one JSON document. Throws BadInput, with the line, for what is no JSON, is cut, or is more than a value may be. A key
 * that an item has twice is reported; its last value counts.
 */
export function jsonReading(context: ReadContext, taker: JsonTaker): Reading {
  const items = new JsonItems(taker.plan);
  return {
    *push(chunk) {
      yield* takeAll(
        context,
        taker,
        attempt(context, () => items.push(chunk)),
      );
    },
    *end() {
      yield* takeAll(
        context,
        taker,
        attempt(context, () => items.end()),
      );
      if (items.roots === 0) throw new BadInput(`${context.file}: wanted an object or a list, got an empty file`);
      yield* taker.end();
    },
  };
}

/**
 * A reading of lines of one JSON object each, or of one document: lines, when the first that is not blank is an object in itself. Then each
 * line is an item whose path is [], a line that is no object is a problem, and the rest is read. Commas after a line are left out.
 */
export function jsonLinesReading(context: ReadContext, taker: JsonTaker): Reading {
  const lines = textLines(context.file);
  let begun = "";
  let reading: Reading | null = null;

  const asLines: Reading = {
    push: (chunk) => takeLines(context, taker, lines.push(chunk)),
    *end() {
      yield* takeLines(context, taker, lines.end());
      yield* taker.end();
    },
  };
  const choose = (): Reading => {
    const line = begun
      .replace(/^\uFEFF/, "")
      .trimStart()
      .split("\n", 1)[0]!;
    return line.trim() !== "" && parsed(line) !== null ? asLines : jsonReading(context, taker);
  };
  return {
    push(chunk) {
      if (reading !== null) return reading.push(chunk);
      begun += chunk;
      const text = begun.replace(/^\uFEFF/, "").trimStart();
      if (text.startsWith("{") && !text.includes("\n") && text.length < maxFirstLine) return [];
      if (text === "") return [];
      reading = choose();
      return reading.push(begun);
    },
    *end() {
      if (reading === null) {
        reading = choose();
        yield* reading.push(begun);
      }
      yield* reading.end();
    },
  };
}

const maxFirstLine = 16 * 1024 * 1024;

/** The items of a value that is at hand, as they would come from a file. */
export function* itemsIn(value: JsonValue, plan: JsonPlan, line: number, path: JsonPath = []): Generator<JsonItem> {
  const kind = isJsonList(value) ? "list" : isJsonObject(value) ? "object" : null;
  const what = kind === null ? "whole" : plan(path, kind);
  if (what === "whole") yield { path, value, line, repeated: [] };
  if (what !== "enter") return;
  const entries = isJsonList(value) ? value.entries() : Object.entries(value as object);
  for (const [key, each] of entries) yield* itemsIn(each as JsonValue, plan, line, [...path, key]);
}

/** `nodes[3]`, `elements.edges[0]`. */
export function pathText(path: JsonPath): string {
  const text = path.map((key) => (typeof key === "number" ? `[${key}]` : `.${key.slice(0, 60)}`)).join("");
  return text.replace(/^\./, "") || "the file";
}

function* takeAll(context: ReadContext, taker: JsonTaker, items: readonly JsonItem[]): Generator<ReadRecord> {
  for (const item of items) {
    for (const key of new Set(item.repeated)) yield repeatedKey(context, item, key);
    yield* taker.take(item);
  }
}

function* takeLines(context: ReadContext, taker: JsonTaker, lines: readonly TextLine[]): Generator<ReadRecord> {
  for (const { text, line } of lines) {
    if (text.trim() === "") continue;
    const found = parsed(text);
    if (found !== null) yield* takeAll(context, taker, [{ ...found, path: [], line }]);
    else if (!/^\s*[[\]]?\s*,?\s*$/.test(text)) {
      const message = `wanted one JSON object, got ${shorten(text)}`;
      yield {
        kind: "problem",
        problem: { file: context.file, where: `line ${line}`, kind: "not-json", message },
        outcome: "dropped",
      };
    }
  }
}

/** The object that a line is; null for anything else. What JSON.parse would lose (digits, repeated keys) is read word by word. */
function parsed(line: string): Pick<JsonItem, "value" | "repeated"> | null {
  const text = line.replace(/,\s*$/, "");
  const value = /\d{16}/.test(text) ? undefined : parsedAtOnce(text);
  if (value !== undefined && keysIn(value, 0) === keysWritten(text)) return isJsonObject(value) ? { value, repeated: [] } : null;
  try {
    const items = new JsonItems(() => "whole");
    const found = [...items.push(text), ...items.end()];
    return found.length === 1 && isJsonObject(found[0]!.value) ? found[0]! : null;
  } catch (error) {
    if (error instanceof JsonMistake) return null;
    throw error;
  }
}

function parsedAtOnce(text: string): JsonValue | undefined {
  try {
    return JSON.parse(text) as JsonValue;
  } catch {
    return undefined;
  }
}

/** Keys of a value and of all in it; NaN where it is deeper than a value may be. */
function keysIn(value: JsonValue, depth: number): number {
  if (typeof value !== "object" || value === null) return 0;
  if (depth === 256) return Number.NaN;
  let keys = 0;
  if (isJsonList(value)) for (const each of value) keys += keysIn(each, depth + 1);
  else for (const key in value) keys += 1 + keysIn(value[key]!, depth + 1);
  return keys;
}

function keysWritten(text: string): number {
  let keys = 0;
  for (const [, colon] of text.matchAll(/"(?:[^"\\]|\\.)*"(\s*:)?/g)) if (colon !== undefined) keys++;
  return keys;
}

function attempt<T>({ file }: ReadContext, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof JsonMistake)) throw error;
    throw new BadInput(`${file}: ${error.message.replaceAll(/\s+/g, " ")} in line ${error.line}`, { cause: error });
  }
}

function repeatedKey({ file }: ReadContext, { path, line }: JsonItem, key: string): ReadRecord {
  const where = path.length === 0 ? `line ${line}` : pathText(path);
  const message = `wanted each key once, got ${shorten(JSON.stringify(key))} again; its last value is read`;
  return { kind: "problem", problem: { file, where, kind: "repeated-key", message }, outcome: "kept" };
}

function shorten(text: string): string {
  const line = text.replaceAll(/\s+/g, " ");
  return line.length > 80 ? `${line.slice(0, 80)}…` : line;
}
