import type { Claim } from "../../claims/claim.ts";

/** A stretch of a source's text, and the claims that quote it. */
export interface TextStretch {
  readonly text: string;
  readonly start: number;
  /** Ids of the claims whose quotes cover it, in the order given. */
  readonly claims: readonly string[];
}

/**
 * Cuts a text where quotes begin and end, so that each stretch is covered by one set of claims;
 * quotes may overlap. Claims without a place in the text, or with one outside it, mark nothing.
 * The stretches join to the text again. O(c² + t) for c claims: a source has hundreds at most.
 */
export function markText(text: string, claims: readonly Pick<Claim, "id" | "citation">[]): TextStretch[] {
  const marks = claims.flatMap(({ id, citation }) =>
    citation?.kind === "quote" && citation.start >= 0 && citation.end <= text.length && citation.start < citation.end
      ? [{ id, start: citation.start, end: citation.end }]
      : [],
  );
  const cuts = [...new Set([0, text.length, ...marks.flatMap(({ start, end }) => [start, end])])].sort((a, b) => a - b);
  return cuts.slice(0, -1).map((start, at) => {
    const end = cuts[at + 1] ?? text.length;
    return {
      text: text.slice(start, end),
      start,
      claims: marks.filter((mark) => mark.start <= start && mark.end >= end).map(({ id }) => id),
    };
  });
}
