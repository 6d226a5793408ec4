/** The words of a line: texts in double quotes without them, brackets that say when (`[5-10,12]`) as they are. */
export function pajekWords(text: string): readonly string[] {
  return [...text.matchAll(/"([^"]*)"?|(\[[^\]]*\]|[^\s"]+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? "");
}

/** What stands behind a word such as `l` (a label) among the parameters of a row; "" where it does not stand there. */
export function parameter(words: readonly string[], name: string): string {
  const at = words.indexOf(name);
  return at < 0 ? "" : (words[at + 1] ?? "");
}
