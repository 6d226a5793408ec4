import type { ClaimId } from "../base/ids.ts";
import type { Claim } from "../claims/claim.ts";

/** The claims in the order given, but a claim that another one relays before it. In a loop of relays the order given stands. */
export function relayedFirst(claims: readonly Claim[]): Iterable<Claim> {
  const byId = new Map(claims.map((claim) => [claim.id, claim]));
  const ordered = new Map<ClaimId, Claim>();
  for (const claim of claims) {
    const chain = new Map<ClaimId, Claim>();
    for (let at: Claim | undefined = claim; at !== undefined && !ordered.has(at.id) && !chain.has(at.id); ) {
      chain.set(at.id, at);
      at = at.relays === null ? undefined : byId.get(at.relays);
    }
    for (const each of [...chain.values()].reverse()) ordered.set(each.id, each);
  }
  return ordered.values();
}
