import { type ClaimId, compareIds, type LinkId } from "../base/ids.ts";
import type { Claim } from "../claims/claim.ts";
import type { ClaimIds, ClaimPlace } from "../graph/claim-ids.ts";
import type { Lookup } from "../query/lookup.ts";
import type { CaseStore } from "../store/case-store.ts";

export type ClaimWords = ReturnType<Lookup["claim"]>;

/** The ids of claims as a store has them, with the words of those that were met on the way. */
export interface ClaimsAtHand extends ClaimIds {
  words(claim: ClaimId): ClaimWords | undefined;
}

/** Links and claims remembered; then it begins anew. */
const MOST_REMEMBERED = 10_000;
/** Claims of a link that are read whole, since an answer that shows the link shows most of them. */
const FEW_CLAIMS = 64;

/** Of one revision: what was found once is not looked up again. */
export function claimIdsIn(store: CaseStore): ClaimsAtHand {
  const byLink = new Map<LinkId, readonly ClaimId[]>();
  const words = new Map<ClaimId, ClaimWords>();
  const places = new Map<ClaimId, ClaimPlace | null>();
  const ofLink = (link: LinkId): readonly ClaimId[] => {
    const known = byLink.get(link);
    if (known !== undefined) return known;
    if (byLink.size >= MOST_REMEMBERED) byLink.clear();
    if (words.size >= MOST_REMEMBERED) words.clear();
    const few = store.claimsOfLink(link, FEW_CLAIMS + 1);
    const isWhole = few.length <= FEW_CLAIMS;
    if (isWhole) for (const claim of few) words.set(claim.id, wordsOf(claim));
    const ids = isWhole ? few.map(({ id }) => id).sort(compareIds) : store.claimIdsOfLink(link);
    byLink.set(link, ids);
    return ids;
  };
  const placesBehind = (claim: ClaimId): void => {
    if (places.size >= MOST_REMEMBERED) places.clear();
    const link = store.linkOfClaim(claim);
    if (link === undefined) places.set(claim, null);
    else for (const [at, id] of ofLink(link.id).entries()) places.set(id, { link, at });
  };
  return {
    ofLink,
    words: (claim) => words.get(claim),
    placeOf: (claim) => {
      if (!places.has(claim)) placesBehind(claim);
      return places.get(claim) ?? null;
    },
  };
}

export function wordsOf(claim: Claim | undefined): ClaimWords {
  const citation = claim?.citation ?? null;
  return {
    quote: citation === null || citation.kind === "row" ? null : citation.quote,
    said: claim?.said ?? null,
    during: claim?.during ?? null,
  };
}
