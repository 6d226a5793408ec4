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
 * the loop stands for it, so that the answer does not depend on where one enters.
 */
export function originOf(claim: Pick<Claim, "relays" | "source">, trail: OriginTrail): SourceId {
  let first = claim;
  const seen = new Set<ClaimId>();
  while (first.relays !== null && !seen.has(first.relays)) {
    seen.add(first.relays);
    const next = trail.claim(first.relays);
    if (next === undefined) break;
    first = next;
  }
  if (first.relays !== null && seen.has(first.relays)) return smallestSourceOfRelayLoop(first.relays, trail);
  return rootSource(first.source, trail);
}

function smallestSourceOfRelayLoop(start: ClaimId, trail: OriginTrail): SourceId {
  let smallest: SourceId | null = null;
  const seen = new Set<ClaimId>();
  for (let id: ClaimId | null = start; id !== null && !seen.has(id); ) {
    seen.add(id);
    const claim = trail.claim(id);
    if (claim === undefined) break;
    const root = rootSource(claim.source, trail);
    if (smallest === null || root < smallest) smallest = root;
    id = claim.relays;
  }
  if (smallest === null) throw new Error("a relay loop holds at least one claim");
  return smallest;
}

/** Along `derivedFrom` to a source that repeats no other; in a loop the smallest id of the loop. */
export function rootSource(id: SourceId, trail: Pick<OriginTrail, "source">): SourceId {
  const walked: SourceId[] = [];
  let at = id;
  while (!walked.includes(at)) {
    walked.push(at);
    const next = trail.source(at)?.derivedFrom ?? null;
    if (next === null) return at;
    at = next;
  }
  return walked.slice(walked.indexOf(at)).sort(compareIds)[0] ?? at;
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
