import { cutText } from "../base/cut-text.ts";

/** A name as it goes into a sentence: one line of 80 characters at most. */
export function nameInWords(name: string): string {
  return cutText(name.replaceAll(/\p{Cc}+/gu, " ").trim(), 80);
}

/** A source's title in a sentence: titles hold colons and verbs of their own. */
export function titleInWords(title: string): string {
  return `“${nameInWords(title)}”`;
}

const words = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

/** "one origin", "three origins", "13 origins". */
export function countInWords(count: number, singular: string): string {
  return `${words[count] ?? count} ${singular}${count === 1 ? "" : "s"}`;
}

/** "2 hops". */
export function hopsInWords(hops: number): string {
  return `${hops} ${hops === 1 ? "hop" : "hops"}`;
}

/** "a", "a and b", "a, b and c". */
export function listInWords(items: readonly string[]): string {
  return items.length < 2 ? items.join("") : `${items.slice(0, -1).join(", ")} and ${items.at(-1)}`;
}
