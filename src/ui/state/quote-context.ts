/** A quote with a few words around it, as a reader would cite it. */
export interface QuoteInContext {
  readonly before: string;
  readonly quote: string;
  readonly after: string;
}

/**
 * The words around `text[start, end)`, up to the ends of the sentence and at most `reach` characters to
 * each side; a cut is marked with an ellipsis. Null when the offsets do not lie in the text.
 */
export function quoteInContext(
  text: string,
  { start, end }: { readonly start: number; readonly end: number },
  reach = 72,
): QuoteInContext | null {
  if (!Number.isSafeInteger(start) || start < 0 || end > text.length || end <= start) return null;
  return { before: before(text, start, reach), quote: text.slice(start, end), after: after(text, end, reach) };
}

const sentenceEnd = /[.!?…]["”’)]*\s|\n/gu;

function before(text: string, start: number, reach: number): string {
  const near = text.slice(Math.max(0, start - 4 * reach), start);
  const breaks = [...near.matchAll(sentenceEnd)];
  const last = breaks.at(-1);
  const atStart = last === undefined && start <= 4 * reach;
  const sentence = last === undefined ? near : near.slice(last.index + last[0].length);
  if (sentence.length <= reach && (atStart || last !== undefined)) return sentence.trimStart();
  const cut = sentence.slice(-reach);
  return `…${cut.slice(cut.search(/\s/u) + 1)}`;
}

function after(text: string, end: number, reach: number): string {
  const near = text.slice(end, end + 4 * reach);
  const found = near.search(/[.!?…]["”’)]*(\s|$)|\n/u);
  const sentence = found < 0 ? near : near.slice(0, found + (near[found] === "\n" ? 0 : 1));
  if (sentence.length <= reach && (found >= 0 || end + near.length >= text.length)) return sentence.trimEnd();
  const cut = sentence.slice(0, reach);
  const space = cut.lastIndexOf(" ");
  return `${space > 0 ? cut.slice(0, space) : cut}…`;
}
