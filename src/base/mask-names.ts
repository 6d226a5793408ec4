import { foldText } from "./fold-text.ts";

/** Text with every mention of some names blotted out, each UTF-16 code unit by `█`: offsets into the text stay right. */
export type NameMask = (text: string) => string;

export const blot = "█";

/**
 * Blots out names where they stand as whole words, however they are written: case, accents, compatibility forms and what
 * stands between the words do not matter ("Al-Ḥōl" is found in "al hol"). In writing without spaces (Han, kana, Hangul,
 * Thai and its neighbours) each letter is a word. Costs one pass over the words of the text.
 */
export function maskNames(names: Iterable<string>): NameMask {
  const byFirst = new Map<string, string[][]>();
  for (const name of names) {
    const words = wordsIn(name).map(({ folded }) => folded);
    const [first] = words;
    if (first === undefined) continue;
    const alike = byFirst.get(first) ?? [];
    alike.push(words);
    byFirst.set(
      first,
      alike.sort((a, b) => b.length - a.length),
    );
  }
  if (byFirst.size === 0) return (text) => text;
  return (text) => masked(text, byFirst);
}

/**
 * Whether a name is looked for in running text: one of fewer than three letters (a letter of Han and its like counts as
 * two) or of fewer than six digits and nothing else would blot out what is no name.
 */
export function isTellingName(name: string): boolean {
  const words = wordsIn(name).map(({ folded }) => folded);
  const letters = words.join("");
  if (/^\d*$/u.test(letters)) return letters.length >= 6;
  return [...letters].reduce((sum, letter) => sum + (ownWord.test(letter) ? 2 : 1), 0) >= 3;
}

interface Word {
  readonly folded: string;
  readonly start: number;
  readonly end: number;
}

const unspaced =
  "\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}\\p{sc=Hangul}\\p{sc=Thai}\\p{sc=Lao}\\p{sc=Khmer}\\p{sc=Myanmar}\\p{S}";
const ownWord = new RegExp(`^[${unspaced}]$`, "u");
const wordPattern = new RegExp(
  `[${unspaced}]\\p{M}*|(?:(?![${unspaced}])[\\p{L}\\p{N}])(?:(?![${unspaced}])[\\p{L}\\p{N}\\p{M}])*`,
  "gu",
);

function wordsIn(text: string): Word[] {
  return [...text.matchAll(wordPattern)].map(({ 0: word, index }) => ({
    folded: foldText(word).replaceAll("ς", "σ"),
    start: index,
    end: index + word.length,
  }));
}

function masked(text: string, byFirst: ReadonlyMap<string, readonly (readonly string[])[]>): string {
  const words = wordsIn(text);
  let out = "";
  let done = 0;
  for (let at = 0; at < words.length; ) {
    const name = byFirst.get(words[at]!.folded)?.find((parts) => parts.every((part, n) => words[at + n]?.folded === part));
    if (name === undefined) {
      at++;
      continue;
    }
    const [start, end] = [words[at]!.start, words[at + name.length - 1]!.end];
    out += text.slice(done, start) + blot.repeat(end - start);
    done = end;
    at += name.length;
  }
  return done === 0 ? text : out + text.slice(done);
}
