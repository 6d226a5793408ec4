import type { ClaimId, SourceId } from "../base/ids.ts";
import { compareIds } from "../base/ids.ts";
import type { Claim } from "./claim.ts";
import type { Source } from "./source.ts";
import type { StandingCounts } from "./standing.ts";

/** Looks up what an origin is traced through; a claim that was withdrawn still says whose words it carried. */
export interface OriginTrail {
  claim(id: ClaimId): Pick<Claim, "relays" | "source"> | undefined;
  source(id: SourceId): Pick<Source, "derivedFrom"> | undefined;
}

/**
 * The source in which a claim's words began: along `relays` to the first claim, then along
 * `derivedFrom` to the first source. Claims of one origin count once. In a loop the smallest id of
 * the loop stands for it, so that the answer does not depend on where one enters. A relayed claim that is
 * not to be found ends the trail at the claim that names it.
 */
export function originOf(claim: Pick<Claim, "relays" | "source">, trail: OriginTrail): SourceId {
  const seen = new Set<ClaimId>();
  for (let at = claim; ; ) {
    if (at.relays === null) return rootSource(at.source, trail);
    if (seen.has(at.relays)) return smallestSourceOfRelayLoop(at.relays, trail);
    const relayed = trail.claim(at.relays);
    if (relayed === undefined) return rootSource(at.source, trail);
    seen.add(at.relays);
    at = relayed;
  }
}

/** `start`: a claim of the loop; all of its claims are there, or it were none. */
function smallestSourceOfRelayLoop(start: ClaimId, trail: OriginTrail): SourceId {
  const roots: SourceId[] = [];
  let id: ClaimId | null = start;
  do {
    const claim: Pick<Claim, "relays" | "source"> | undefined = trail.claim(id);
    if (claim === undefined) break;
    roots.push(rootSource(claim.source, trail));
    id = claim.relays;
  } while (id !== null && id !== start);
  return smallest(roots);
}

/** Along `derivedFrom` to a source that repeats no other; in a loop the smallest id of the loop. */
export function rootSource(id: SourceId, trail: Pick<OriginTrail, "source">): SourceId {
  const walked = new Set<SourceId>();
  let at = id;
  while (!walked.has(at)) {
    walked.add(at);
    const next = trail.source(at)?.derivedFrom ?? null;
    if (next === null) return at;
    at = next;
  }
  const inOrder = [...walked];
  return smallest(inOrder.slice(inOrder.indexOf(at)));
}

function smallest(ids: readonly SourceId[]): SourceId {
  return ids.reduce((a, b) => (compareIds(a, b) <= 0 ? a : b));
}

/** The counts that standing is computed from. Order of the claims does not matter. */
export function countClaims(
  claims: Iterable<Pick<Claim, "stance" | "speaker" | "relays" | "source">>,
  trail: OriginTrail,
): StandingCounts {
  const origins = new Set<SourceId>();
  let attributed = 0;
  let denials = 0;
  for (const claim of claims) {
    if (claim.stance === "denies") denials++;
    else if (claim.stance === "asserts" && claim.speaker === null) origins.add(originOf(claim, trail));
    else attributed++;
  }
  return { ownVoiceOrigins: origins.size, attributed, denials };
}
