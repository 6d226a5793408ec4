import { editDistance, longestWord } from "../../base/edit-distance.ts";
import type { Statements } from "./statements.ts";

/**
 * The distinct words of a case's names, packed to be walked through in a millisecond or two: about 15 bytes each, held by every
 * connection that has looked for a part of a word or for a typo. Never changed.
 */
export interface WordList {
  /** Keys of the words that it holds, from and up to: the table only grows, or is filled anew under higher keys. */
  readonly firstKey: number;
  readonly lastKey: number;
  /** All words, each followed by a line feed. */
  readonly text: string;
  /** By word: where it starts, how many letters it has (at most 255), a bit for each kind of letter in it. */
  readonly starts: Uint32Array;
  readonly lengths: Uint8Array;
  readonly marks: Int32Array;
}

export const noWords: WordList = {
  ...{ firstKey: 0, lastKey: 0, text: "" },
  ...{ starts: new Uint32Array(0), lengths: new Uint8Array(0), marks: new Int32Array(0) },
};

/** The list as the file has it now: `known` when that is it, with what came since, or read anew. */
export function readWordList(sql: Statements, known: WordList): WordList {
  const keys = sql.get("SELECT (SELECT min(key) FROM word) AS first, (SELECT max(key) FROM word) AS last");
  const [firstKey, lastKey] = [Number(keys?.first ?? 0), Number(keys?.last ?? 0)];
  if (firstKey === known.firstKey && lastKey === known.lastKey) return known;
  const held = firstKey === known.firstKey && lastKey > known.lastKey ? known : { ...noWords, firstKey, lastKey: firstKey - 1 };
  const row = sql.get(
    "SELECT group_concat(text, char(10)) AS text FROM (SELECT text FROM word WHERE key > ? ORDER BY key)",
    held.lastKey,
  );
  return longer(held, row?.text == null ? "" : `${row.text}\n`, { firstKey, lastKey });
}

function longer(held: WordList, added: string, keys: Pick<WordList, "firstKey" | "lastKey">): WordList {
  let words = held.starts.length;
  for (let at = added.indexOf("\n"); at >= 0; at = added.indexOf("\n", at + 1)) words++;
  const starts = new Uint32Array(words);
  const lengths = new Uint8Array(words);
  const marks = new Int32Array(words);
  starts.set(held.starts);
  lengths.set(held.lengths);
  marks.set(held.marks);
  let word = held.starts.length;
  let [length, mark, start] = [0, 0, 0];
  for (let at = 0; at < added.length; at++) {
    const code = added.charCodeAt(at);
    if (code !== lineFeed) {
      // The second half of a long character is no letter of its own.
      if ((code & 0xfc00) !== 0xdc00) length++;
      mark |= markOf(code);
      continue;
    }
    starts[word] = held.text.length + start;
    lengths[word] = Math.min(length, 255);
    marks[word++] = mark;
    [length, mark, start] = [0, 0, at + 1];
  }
  return { ...keys, text: held.text + added, starts, lengths, marks };
}

const lineFeed = 10;

/** One of 32 bits by code unit; the first half of a long character has none, since it says little and may differ within one letter. */
function markOf(code: number): number {
  return (code & 0xfc00) === 0xd800 ? 0 : 1 << (Math.imul(code, 0x9e3779b1) >>> 27);
}

function wordAt({ text, starts }: WordList, at: number): string {
  return text.slice(starts[at], (starts[at + 1] ?? text.length) - 1);
}

/** Words that hold `part`, the shorter first and then the older, at most `most`. */
export function wordsHolding(list: WordList, part: string, most: number): string[] {
  const { text, starts, lengths } = list;
  const found: number[] = [];
  for (let at = text.indexOf(part); at >= 0; ) {
    const word = lastAtMost(starts, at);
    found.push(word);
    at = text.indexOf(part, (starts[word + 1] ?? text.length) - 1);
  }
  return shortest(found, lengths, most).map((word) => wordAt(list, word));
}

/** Of ascending numbers, the place of the last that is not above `limit`. */
function lastAtMost(numbers: Uint32Array, limit: number): number {
  let [low, high] = [0, numbers.length];
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if (numbers[middle]! <= limit) low = middle;
    else high = middle;
  }
  return low;
}

/** The shortest of some words, in order of length, then as they come; by counting. */
function shortest(words: readonly number[], lengths: Uint8Array, most: number): number[] {
  const byLength: number[][] = [];
  for (const word of words) {
    const length = lengths[word]!;
    const same = byLength[length];
    if (same === undefined) byLength[length] = [word];
    else if (same.length < most) same.push(word);
  }
  return byLength.flat().slice(0, most);
}

export interface NearWord {
  readonly word: string;
  /** From 1. */
  readonly distance: number;
}

/** Words other than `word` within `most` slips of the pen of it, the nearer first and then the older. */
export function wordsNear(list: WordList, word: string, most: number): NearWord[] {
  const wanted = codePoints(word);
  const { lengths, marks } = list;
  let mark = 0;
  for (let at = 0; at < word.length; at++) mark |= markOf(word.charCodeAt(at));
  const [least, longest] = [wanted.length - most, Math.min(wanted.length + most, longestWord)];
  const found: NearWord[] = [];
  for (let at = 0; at < lengths.length; at++) {
    const length = lengths[at]!;
    if (length < least || length > longest) continue;
    const theirs = marks[at]!;
    // One slip adds at most one kind of letter, and takes at most one away.
    if (bits(theirs & ~mark) > most || bits(mark & ~theirs) > most) continue;
    const distance = editDistance(wanted, lettersOf(list, at), most);
    if (distance > 0 && distance <= most) found.push({ word: wordAt(list, at), distance });
  }
  return found.sort((a, b) => a.distance - b.distance);
}

/** The code points of a word in an array that the next call fills again. */
function lettersOf({ text, starts }: WordList, word: number): ArrayLike<number> {
  const end = (starts[word + 1] ?? text.length) - 1;
  letters.length = 0;
  for (let at = starts[word]!; at < end; at++) {
    const code = text.codePointAt(at)!;
    letters.push(code);
    if (code > 0xffff) at++;
  }
  return letters;
}

const letters: number[] = [];

export function codePoints(word: string): number[] {
  return Array.from(word, (letter) => letter.codePointAt(0)!);
}

function bits(mark: number): number {
  let count = 0;
  for (let left = mark; left !== 0; left &= left - 1) count++;
  return count;
}
