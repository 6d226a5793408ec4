/**
 * The form in which names are compared and searched: compatibility decomposition, combining marks
 * dropped, lower case, white space folded. "Al-Ḥōl" and "al-hol" fold alike. Letters that carry no
 * separate mark (ø, ł, đ, ß) are spelled out, as `unicode61 remove_diacritics` does not.
 */
export function foldText(text: string): string {
  const lower = /^[ -~]*$/.test(text) ? text.toLowerCase() : foldLetters(text);
  return lower.replace(/\s+/gu, " ").trim();
}

function foldLetters(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase()
    .replace(/[øłđßæœþðı]/g, (letter) => plain.get(letter) ?? letter);
}

const plain = new Map([
  ["ø", "o"],
  ["ł", "l"],
  ["đ", "d"],
  ["ß", "ss"],
  ["æ", "ae"],
  ["œ", "oe"],
  ["þ", "th"],
  ["ð", "d"],
  ["ı", "i"],
]);
