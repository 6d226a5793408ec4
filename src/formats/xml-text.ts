/**
 * A text inside XML, good for content and for attributes in double quotes. White space but the plain
 * space is written as references, so that attribute normalization leaves it alone. Characters that
 * XML 1.0 cannot carry at all (most control characters, U+FFFE, U+FFFF, lone surrogates) become U+FFFD.
 */
export function xmlText(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, "\uFFFD")
    .replace(/[&<>"\t\n\r\u0085\u2028]/g, (char) => references.get(char) ?? `&#${char.charCodeAt(0)};`);
}

/** The loss that every XML writer names. */
export const xmlLoss = "Control characters that XML 1.0 cannot carry are written as U+FFFD.";

const references = new Map([
  ["&", "&amp;"],
  ["<", "&lt;"],
  [">", "&gt;"],
  ['"', "&quot;"],
]);
