import { editDistance, longestWord } from "../../base/edit-distance.ts";
import type { Statements } from "./statements.ts";
import { gramsOf, mayHold, type WordGrams } from "./word-grams.ts";

/**
 * The distinct words of a case's names, packed to be walked through in a millisecond: about 50 bytes each, held by every
 * connection that has looked for a part of a word or for a typo. Never changed.
 */
export interface WordList {
  /** Keys of the words that it holds, from and up to: the table only grows, or is filled anew under higher keys. */
  readonly firstKey: number;
  readonly lastKey: number;
  /** Most of them, and those that came since the last time that all were put in order. */
  readonly packs: readonly WordPack[];
}

/** Words in order of length (code units), then of key. */
interface WordPack {
  readonly lastKey: number;
  /** Each followed by a line feed. */
  readonly text: string;
  /** By word: where it starts; a bit for each of 32 kinds of letters that it has. */
  readonly starts: Uint32Array;
  readonly marks: Int32Array;
  readonly grams: WordGrams;
  /** By length: the first word that is at least so long; the last entry is their number. */
  readonly firstOfLength: Uint32Array;
}

export const noWords: WordList = { firstKey: 0, lastKey: 0, packs: [] };

/** The list as the file has it now: `known` when that is it, with what came since, or read anew. */
export function readWordList(sql: Statements, known: WordList): WordList {
  const keys = sql.get("SELECT (SELECT min(key) FROM word) AS first, (SELECT max(key) FROM word) AS last");
  const [firstKey, lastKey] = [Number(keys?.first ?? 0), Number(keys?.last ?? 0)];
  if (firstKey === known.firstKey && lastKey === known.lastKey) return known;
  const [most] = known.packs;
  const isLonger = firstKey === known.firstKey && lastKey > known.lastKey;
  const settled = isLonger && most !== undefined && lastKey - firstKey < 1.1 * most.starts.length ? [most] : [];
  const after = settled[0]?.lastKey ?? firstKey - 1;
  return { firstKey, lastKey, packs: [...settled, { lastKey, ...readPack(sql, after) }] };
}

function readPack(sql: Statements, after: number): Omit<WordPack, "lastKey"> {
  const row = sql.get(
    "SELECT group_concat(text, char(10)) AS text FROM (SELECT text FROM word WHERE key > ? ORDER BY key)",
    after,
  );
  const byLength: string[][] = [];
  for (const word of row?.text == null ? [] : String(row.text).split("\n")) {
    const length = Math.min(word.length, longestKept);
    const same = byLength[length];
    if (same === undefined) byLength[length] = [word];
    else same.push(word);
  }
  const words = Array.from(byLength, (same) => same ?? []);
  const text = words.map((same) => (same.length === 0 ? "" : `${same.join("\n")}\n`)).join("");
  const firstOfLength = new Uint32Array(longestKept + 2);
  for (let length = 0; length <= longestKept; length++)
    firstOfLength[length + 1] = firstOfLength[length]! + (words[length]?.length ?? 0);
  return { text, firstOfLength, grams: gramsOf(text), ...marksOf(text, firstOfLength[longestKept + 1]!) };
}

/** Words that are longer lie together at the end. */
const longestKept = 2 * longestWord + 2;

function marksOf(text: string, words: number): Pick<WordPack, "starts" | "marks"> {
  const starts = new Uint32Array(words);
  const marks = new Int32Array(words);
  let mark = 0;
  for (let at = 0, word = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code !== lineFeed) {
      mark |= markOf(code);
      continue;
    }
    marks[word++] = mark;
    mark = 0;
    if (word < words) starts[word] = at + 1;
  }
  return { starts, marks };
}

const lineFeed = 10;

/** One of 32 bits by code unit; the first half of a long character has none, since it says little and may differ within one letter. */
function markOf(code: number): number {
  return (code & 0xfc00) === 0xd800 ? 0 : 1 << (Math.imul(code, 0x9e3779b1) >>> 27);
}

function endOf({ text, starts }: Pick<WordPack, "text" | "starts">, word: number): number {
  return (starts[word + 1] ?? text.length) - 1;
}

function wordAt(pack: WordPack, word: number): string {
  return pack.text.slice(pack.starts[word], endOf(pack, word));
}

/** Words that hold `part`, the shorter first and then the older, at most `most`. */
export function wordsHolding({ packs }: WordList, part: string, most: number): string[] {
  const found = packs.flatMap((pack) => holding(pack, part, most));
  return found.sort((a, b) => a.length - b.length).slice(0, most);
}

/** A pack lies in order of length, so the first that are found are the shortest. */
function holding(pack: WordPack, part: string, most: number): string[] {
  const { text, starts, grams } = pack;
  const found: string[] = [];
  const candidates = mayHold(grams, part);
  if (candidates !== null) {
    let last = -1;
    for (let at = 0; at < candidates.length && found.length < most; at++) {
      const word = candidates[at]!;
      if (word === last) continue;
      last = word;
      const whole = wordAt(pack, word);
      if (whole.includes(part)) found.push(whole);
    }
    return found;
  }
  for (let at = text.indexOf(part); at >= 0 && found.length < most; ) {
    const word = lastAtMost(starts, at);
    found.push(wordAt(pack, word));
    at = text.indexOf(part, endOf(pack, word));
  }
  return found;
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

export interface NearWord {
  readonly word: string;
  /** From 1. */
  readonly distance: number;
}

/** Words other than `word` within `most` slips of the pen of it, the nearer first, then the shorter. */
export function wordsNear({ packs }: WordList, word: string, most: number): NearWord[] {
  if (most === 0) return [];
  return packs.flatMap((pack) => near(pack, word, most)).sort((a, b) => a.distance - b.distance || a.word.length - b.word.length);
}

function near(pack: WordPack, word: string, most: number): NearWord[] {
  const { marks, firstOfLength } = pack;
  const wanted = codePoints(word);
  let mark = 0;
  for (let at = 0; at < word.length; at++) mark |= markOf(word.charCodeAt(at));
  // A letter may be two code units.
  const [shortest, longest] = [Math.max(0, wanted.length - most), 2 * (wanted.length + most)];
  const spread = word.length === wanted.length ? word.length + 2 * most : longest;
  const end = firstOfLength[Math.min(longestKept, spread) + 1]!;
  const found: NearWord[] = [];
  for (let at = firstOfLength[Math.min(longestKept, shortest)]!; at < end; at++) {
    const theirs = marks[at]!;
    // One slip adds at most one kind of letter, and takes at most one away.
    if (bits(theirs & ~mark) > most || bits(mark & ~theirs) > most) continue;
    const distance = editDistance(wanted, lettersOf(pack, at), most);
    if (distance > 0 && distance <= most) found.push({ word: wordAt(pack, at), distance });
  }
  return found;
}

/** The code points of a word in an array that the next call fills again. */
function lettersOf(pack: WordPack, word: number): ArrayLike<number> {
  const end = endOf(pack, word);
  letters.length = 0;
  for (let at = pack.starts[word]!; at < end; at++) {
    const code = pack.text.codePointAt(at)!;
    letters.push(code);
    if (code > 0xffff) at++;
  }
  return letters;
}

const letters: number[] = [];

export function codePoints(word: string): number[] {
  return Array.from(word, (letter) => letter.codePointAt(0)!);
}

/** How many bits are set (Warren, Hacker's Delight 2013, 5-1). */
function bits(mark: number): number {
  let count = mark - ((mark >>> 1) & 0x55555555);
  count = (count & 0x33333333) + ((count >>> 2) & 0x33333333);
  return Math.imul((count + (count >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
