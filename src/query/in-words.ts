/** A name as it goes into a sentence: one line, at most 80 characters. */
export function nameInWords(name: string): string {
  const line = name.replace(/[\s\p{Cc}]+/gu, " ").trim();
  const characters = [...line.slice(0, 400)];
  return characters.length <= 80 ? characters.join("") : `${characters.slice(0, 79).join("").toWellFormed()}…`;
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
