import { claimId } from "../base/ids.ts";
import type { Claim } from "../claims/claim.ts";
import type { Source } from "../claims/source.ts";
import type { CaseStore } from "../store/case-store.ts";
import { claimSentence } from "./claim-sentence.ts";
import { claimView } from "./claim-view.ts";
import type { SourceView } from "./views.ts";

interface ShownClaims {
  readonly limit?: number;
  /** A claim that is shown whatever the limit, if it cites the source. */
  readonly claim?: string;
}

/** A source with its text and the claims in force that cite it, in order of their place. */
export function showSource(store: CaseStore, source: Source, { limit, claim }: ShownClaims = {}): SourceView {
  const first = store.claimsOfSource(source.id, limit);
  const cut = limit !== undefined && first.length >= limit;
  const asked = cut && claim !== undefined && claim !== "" ? store.claim(claimId(claim)) : undefined;
  const isMissing = asked?.source === source.id && asked.withdrawn === null && !first.some(({ id }) => id === asked.id);
  const shown: Claim[] = isMissing ? [...first, asked] : first;
  const claims = shown.map((each) => ({ ...claimView(store, each), sentence: claimSentence(store, each) }));
  return {
    source,
    claims: claims.sort((a, b) => place(a.citation) - place(b.citation)),
    total: cut ? store.countClaimsOfSource(source.id) : claims.length,
  };
}

function place(citation: SourceView["claims"][number]["citation"]): number {
  if (citation === null) return Number.MAX_SAFE_INTEGER;
  if (citation.kind === "quote") return citation.start;
  return citation.kind === "row" ? citation.row : Number.parseInt(citation.page, 10) || 0;
}
