import type { Citation } from "../../claims/claim.ts";

/** Texts of the sources read so far; undefined for a source that no line declared, null for one without a text. */
export type TextOf = (source: unknown) => string | null | undefined;

type Resolved =
  | { readonly citation: unknown; readonly trouble: null }
  | { readonly trouble: { readonly kind: "quote-not-found" | "quote-repeated"; readonly message: string } };

/**
 * Completes a citation as written by hand: `{"quote": "…"}` alone gets its offsets from the source's
 * text, in which it must stand exactly once; `{"row": 3}` and `{"page": "4", "quote": "…"}` get their
 * kind. Offsets that are given must hold the quote. Anything else comes back as it is, for the checks
 * of the model to judge.
 */
export function resolveCitation(citation: unknown, source: unknown, textOf: TextOf): Resolved {
  if (typeof citation !== "object" || citation === null) return { citation: citation ?? null, trouble: null };
  const given = citation as Partial<Record<"kind" | "quote" | "start" | "end" | "row" | "page", unknown>>;
  const kind = given.kind ?? (given.page !== undefined ? "page" : given.row !== undefined ? "row" : "quote");
  if (kind === "page") return { citation: { quote: "", ...given, kind }, trouble: null };
  if (kind !== "quote" || typeof given.quote !== "string" || given.quote === "")
    return { citation: { ...given, kind }, trouble: null };
  const text = textOf(source) ?? null;
  return given.start === undefined ? placeQuote(given.quote, text) : checkQuote(given.quote, given, text);
}

function placeQuote(quote: string, text: string | null): Resolved {
  const start = text?.indexOf(quote) ?? -1;
  if (text === null)
    return notFound(`wanted the source's text to find the quote in, got a source without one: ${shorten(quote)}`);
  if (start < 0) return notFound(`wanted a quote that stands in the source's text, got ${shorten(quote)}`);
  if (text.indexOf(quote, start + 1) >= 0) {
    const message = `wanted a quote that stands once in the source's text, got one that stands there again: ${shorten(quote)}; give its start`;
    return { trouble: { kind: "quote-repeated", message } };
  }
  return { citation: { kind: "quote", quote, start, end: start + quote.length } satisfies Citation, trouble: null };
}

function checkQuote(quote: string, given: { readonly start?: unknown; readonly end?: unknown }, text: string | null): Resolved {
  const { start } = given;
  if (typeof start !== "number") return { citation: { kind: "quote", quote, ...given }, trouble: null };
  const end = given.end ?? start + quote.length;
  if (text !== null && (text.slice(start, start + quote.length) !== quote || end !== start + quote.length || start < 0)) {
    return notFound(`wanted the quote at ${start} of the source's text, got other words there: ${shorten(quote)}`);
  }
  return { citation: { kind: "quote", quote, start, end }, trouble: null };
}

function notFound(message: string): Resolved {
  return { trouble: { kind: "quote-not-found", message } };
}

function shorten(quote: string): string {
  return JSON.stringify(quote.length > 80 ? `${quote.slice(0, 80)}…` : quote);
}
