import type { Source } from "../claims/source.ts";
import type { CaseStore } from "../store/case-store.ts";
import { claimSentence } from "./claim-sentence.ts";
import { claimView } from "./claim-view.ts";
import type { SourceView } from "./views.ts";

/** A source with its text and the claims in force that cite it, in order of their place. */
export function showSource(store: CaseStore, source: Source): SourceView {
  const claims = store
    .claimsOfSource(source.id)
    .map((claim) => ({ ...claimView(store, claim), sentence: claimSentence(store, claim) }));
  return { source, claims: claims.sort((a, b) => place(a.citation) - place(b.citation)) };
}

function place(citation: SourceView["claims"][number]["citation"]): number {
  if (citation === null) return Number.MAX_SAFE_INTEGER;
  if (citation.kind === "quote") return citation.start;
  return citation.kind === "row" ? citation.row : Number.parseInt(citation.page, 10) || 0;
}
