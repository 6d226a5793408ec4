import type { JsonValue } from "./json-value.ts";

/**
 * The first value of a JSON text of which only the beginning is there, as far as it goes, for `recognizes`: lists and objects that are cut hold
 * what came before, a text that is cut is cut, and a key whose value did not come has null. What follows the first value (more
 * lines) is not looked at, nor what follows a mistake. Undefined when the text begins with neither `{` nor `[`. At most 64 levels.
 *
 * Formats tell themselves from others by the keys of this value and of its first items: see `hasKeys` and `firstIn`.
 */
export function jsonHead(head: string): JsonValue | undefined {
  const start = /^\uFEFF?\s*(?=[{[])/.exec(head)?.[0];
  return start === undefined ? undefined : new HeadParser(head, start.length).value(0);
}

/** The first item of a list, else the value itself: what files of lines and files of one list have alike. */
export function firstRecord(root: JsonValue | undefined): JsonValue | undefined {
  return Array.isArray(root) ? root[0] : root;
}

const maxDepth = 64;
const blank = /\s*/y;
const text = /"((?:[^"\\\n]|\\[\s\S])*)(?:"|\\?$|(?=\n))/y;
const word = /[-+.\w]+/y;

class HeadParser {
  readonly #head: string;
  #at: number;
  /** Whether a mistake or the end was met: then all that is open ends. */
  #over = false;

  constructor(head: string, at: number) {
    this.#head = head;
    this.#at = at;
  }

  value(depth: number): JsonValue {
    const next = this.#next();
    if (next === '"') return this.#text();
    if (next !== "{" && next !== "[") return this.#word();
    if (depth === maxDepth) return this.#stop();
    this.#at++;
    return next === "{" ? this.#object(depth + 1) : this.#list(depth + 1);
  }

  #list(depth: number): JsonValue {
    const items: JsonValue[] = [];
    if (this.#take("]") || this.#isEnd()) return items;
    do {
      const item = this.value(depth);
      if (!this.#over || item !== null) items.push(item);
    } while (this.#take(","));
    if (!this.#take("]")) this.#stop();
    return items;
  }

  #object(depth: number): JsonValue {
    const fields = Object.create(null) as Record<string, JsonValue>;
    if (this.#take("}")) return fields;
    do {
      const key = this.#next() === '"' ? this.#text() : this.#stop();
      if (typeof key !== "string" || this.#over) return fields;
      fields[key] = this.#take(":") ? this.value(depth) : this.#stop();
    } while (this.#take(","));
    if (!this.#take("}")) this.#stop();
    return fields;
  }

  /** A text; one that is cut is the last thing that is read. */
  #text(): string {
    const found = this.#match(text);
    if (found === null) return this.#stop() ?? "";
    if (found[0].length < 2 || !found[0].endsWith('"')) this.#stop();
    try {
      return String(JSON.parse(`"${found[1]}"`));
    } catch {
      this.#stop();
      return "";
    }
  }

  #word(): JsonValue {
    const found = this.#match(word)?.[0];
    if (found === undefined) return this.#stop();
    const constant = constants.get(found);
    if (constant !== undefined) return constant;
    const number = Number(found);
    return Number.isFinite(number) ? number : this.#stop();
  }

  #next(): string {
    this.#match(blank);
    return this.#over ? "" : this.#head.charAt(this.#at);
  }

  #take(mark: string): boolean {
    if (this.#next() !== mark) return false;
    this.#at++;
    return true;
  }

  #isEnd(): boolean {
    return this.#next() === "";
  }

  #match(pattern: RegExp): RegExpExecArray | null {
    if (this.#over) return null;
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#head);
    if (found !== null) this.#at = pattern.lastIndex;
    return found;
  }

  #stop(): null {
    this.#over = true;
    return null;
  }
}

const constants = new Map<string, JsonValue>([
  ["true", true],
  ["false", false],
  ["null", null],
]);
