import type { Draws } from "../data/draws.ts";

/** What somebody types to find an entity by one of its names; null where the name is no good for it. */
export interface SearchClass {
  readonly name: string;
  readonly query: (name: string, draws: Draws) => string | null;
  /** Whether a hit on exactly this name must be among the first; otherwise any hit will do. */
  readonly finds: "the name" | "any";
}

const lettersOf = (text: string): string[] => [...text];
const bare = (text: string): string => text.normalize("NFD").replaceAll(/\p{M}/gu, "").normalize("NFC");
const wordsOf = (name: string): string[] => name.split(" ");

/** The first letters of the longest word. */
function prefix(name: string, draws: Draws): string | null {
  const longest = wordsOf(name).reduce((a, b) => (b.length > a.length ? b : a), "");
  const letters = lettersOf(longest);
  return letters.length < 4 ? null : letters.slice(0, 3 + draws.below(letters.length - 3)).join("");
}

/** Two words or more, the last first. */
function severalWords(name: string): string | null {
  const words = wordsOf(name);
  return words.length < 2 ? null : [words.at(-1), ...words.slice(0, -1)].join(" ");
}

/** From the middle of a word. */
function part(name: string, draws: Draws): string | null {
  const letters = lettersOf(wordsOf(name).reduce((a, b) => (b.length > a.length ? b : a), ""));
  return letters.length < 6 ? null : letters.slice(1 + draws.below(letters.length - 5), letters.length - 1).join("");
}

/** A letter of the longest word is left out, or two stand the wrong way round. */
function typo(name: string, draws: Draws): string | null {
  const words = wordsOf(name);
  const longest = words.reduce((best, word, at) => (word.length > words[best]!.length ? at : best), 0);
  const letters = lettersOf(words[longest]!);
  if (letters.length < 6 || !/^\p{L}+$/u.test(words[longest]!)) return null;
  const at = 1 + draws.below(letters.length - 3);
  if (draws.chance(0.5)) letters.splice(at, 1);
  else [letters[at], letters[at + 1]] = [letters[at + 1]!, letters[at]!];
  const wrong = letters.join("");
  return wrong === words[longest] ? null : words.with(longest, wrong).join(" ");
}

function withoutAccents(name: string): string | null {
  const plain = bare(name);
  return plain === name ? null : plain;
}

export const searchClasses: readonly SearchClass[] = [
  { name: "prefix", query: prefix, finds: "any" },
  { name: "whole name", query: (name) => name, finds: "the name" },
  { name: "several words", query: severalWords, finds: "any" },
  { name: "part", query: part, finds: "any" },
  { name: "accents missing", query: withoutAccents, finds: "the name" },
  { name: "typo", query: typo, finds: "the name" },
];
