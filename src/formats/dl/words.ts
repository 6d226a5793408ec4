/** The words of a line, between blanks and commas; texts in double quotes hold both. */
export function dlWords(line: string): string[] {
  return [...line.matchAll(/"([^"]*)"?|[^\s",]+/g)].map(([word, quoted]) => quoted ?? word);
}
