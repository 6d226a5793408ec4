import { cutText } from "../base/cut-text.ts";
import type { Citation } from "./claim.ts";

/** Offsets in UTF-16 code units, as citations have them. */
export interface QuotePlace {
  readonly start: number;
  readonly end: number;
  /** The words stand there again, further on: the place is a guess. */
  readonly repeated: boolean;
}

/** The first place at which the quote stands in the text, to the letter; null when it does not, and for an empty quote. */
export function locateQuote(quote: string, text: string): QuotePlace | null {
  const start = quote === "" ? -1 : text.indexOf(quote);
  if (start < 0) return null;
  return { start, end: start + quote.length, repeated: text.includes(quote, start + 1) };
}

/**
 * What is wrong with a citation, in one sentence, or null: a quote stands in the source's text at its
 * offsets, a page's quote somewhere in it. Without a text, a quote with offsets cannot be right, and a row
 * or a page cannot be checked.
 */
export function checkCitation(citation: Citation | null, sourceText: string | null): string | null {
  if (citation === null || citation.kind === "row") return null;
  const words = JSON.stringify(cutText(citation.quote, 80));
  if (citation.kind === "page") {
    if (citation.quote === "" || sourceText === null || sourceText.includes(citation.quote)) return null;
    return `wanted a quote that stands in the source's text, got ${words}`;
  }
  const { quote, start, end } = citation;
  if (sourceText === null) return `wanted the source's text for the quote ${words} to stand in, got a source without one`;
  if (quote !== "" && sourceText.slice(start, end) === quote && start >= 0 && end <= sourceText.length) return null;
  const elsewhere = locateQuote(quote, sourceText);
  return elsewhere === null
    ? `wanted a quote that stands in the source's text, got ${words}`
    : `wanted the quote ${words} at ${start} of the source's text, found it at ${elsewhere.start}`;
}
