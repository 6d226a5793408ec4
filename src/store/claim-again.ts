import { type ClaimId, claimId } from "../base/ids.ts";
import type { Claim } from "../claims/claim.ts";
import { saysTheSame } from "../claims/says-the-same.ts";
import type { IdsInFile } from "./dangling-end.ts";

interface Fitting<Known> {
  readonly claim: Claim;
  /** What the case has under its id; undefined where that is free. */
  readonly known: Known | undefined;
}

/**
 * A claim of a file, and what there is under its id. Where its id was made by who read it, and others say something else under it (the
 * file was read in another way before, or its ids were others), it gets the next id that is free, or under which the same is said.
 */
export function firstThatFits<Known extends { readonly claim: Claim }>(
  given: Claim,
  { ids }: { readonly ids: IdsInFile },
  knownAs: (id: ClaimId) => Known | undefined,
): Fitting<Known> {
  let claim = given;
  for (let nth = 2; ; nth++) {
    const known = knownAs(claim.id);
    if (known === undefined || ids.claims === "written" || saysTheSame(known.claim, claim)) return { claim, known };
    claim = { ...given, id: claimId(`${given.id}+${nth}`) };
  }
}
