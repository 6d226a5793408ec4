/**
 * The words of a folded text, in order: runs of letters and digits of any script. A sign beyond ASCII that is no punctuation
 * (🧶, €) is a word of its own; everything else parts words. Text that is written without spaces is one word. A Greek sigma at
 * the end is one in the middle of a word that is still being typed.
 */
export function nameWords(folded: string): string[] {
  return folded.replaceAll("ς", "σ").match(word) ?? [];
}

const word = /[\p{L}\p{N}\p{Co}]+|(?![ -~])\p{S}/gu;
