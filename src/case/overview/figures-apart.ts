import type { ClaimId } from "../../base/ids.ts";
import type { AttributeClaim, Claim } from "../../claims/claim.ts";
import type { CaseStore } from "../../store/case-store.ts";
import { isAttributeClaim } from "../claim-view.ts";

/** Two claims that give one entity two figures for one property, with the same note and the same time. */
export type FiguresApart = readonly [first: ClaimId, other: ClaimId];

/** In order of recording, at most so many. Reads each claim once. */
export function figuresApart(store: CaseStore, claims: Iterable<Claim>, most: number): FiguresApart[] {
  const found: FiguresApart[] = [];
  const first = new Map<string, Pick<AttributeClaim, "id" | "value">>();
  for (const claim of claims) {
    if (!isAttributeClaim(claim) || claim.stance === "denies" || typeof claim.value !== "number") continue;
    const { id, value } = claim;
    const key = JSON.stringify([store.representative(claim.subject), claim.property, claim.note, claim.during]);
    const known = first.get(key);
    if (known === undefined) first.set(key, { id, value });
    else if (known.value !== value) found.push([known.id, id]);
    if (found.length === most) break;
  }
  return found;
}
