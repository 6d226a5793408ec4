import { stances } from "../claims/claim.ts";
import type { StandingCounts } from "../claims/standing.ts";
import { NO_NODE, type Snapshot } from "./snapshot.ts";

const ASSERTS = stances.indexOf("asserts");
const DENIES = stances.indexOf("denies");

/** What `standingOf` asks, and the origins of what is only attributed. */
export interface StanceCounts extends StandingCounts {
  /** Independent origins of the claims that allege, or that assert through a speaker. */
  readonly attributedOrigins: number;
}

type ClaimColumns = Pick<Snapshot, "claimStart" | "claimOrigin" | "claimSpeaker" | "claimStance">;

/**
 * A counter of the claims behind a link, less those that `leaveOut` marks. The counts come in one object
 * that the next call overwrites: nothing is allocated per link. Origins count once, as `countClaims`
 * counts them in the store.
 */
export function countStances(
  { claimStart, claimOrigin, claimSpeaker, claimStance }: ClaimColumns,
  sources: number,
  leaveOut: (claim: number) => boolean = () => false,
): (link: number) => StanceCounts {
  const ownVoiceOf = new Int32Array(sources).fill(-1);
  const attributedOf = new Int32Array(sources).fill(-1);
  const counts = { ownVoiceOrigins: 0, attributed: 0, attributedOrigins: 0, denials: 0 };
  const add = (link: number, claim: number): void => {
    const origin = claimOrigin[claim]!;
    if (claimStance[claim] === DENIES) counts.denials++;
    else if (claimStance[claim] === ASSERTS && claimSpeaker[claim] === NO_NODE) {
      if (ownVoiceOf[origin] !== link) counts.ownVoiceOrigins++;
      ownVoiceOf[origin] = link;
    } else {
      counts.attributed++;
      if (attributedOf[origin] !== link) counts.attributedOrigins++;
      attributedOf[origin] = link;
    }
  };
  return (link) => {
    counts.ownVoiceOrigins = counts.attributed = counts.attributedOrigins = counts.denials = 0;
    const end = claimStart[link + 1]!;
    for (let claim = claimStart[link]!; claim < end; claim++) if (!leaveOut(claim)) add(link, claim);
    // The marks are the link's own: counting the same link twice must start anew.
    for (let claim = claimStart[link]!; claim < end; claim++)
      ownVoiceOf[claimOrigin[claim]!] = attributedOf[claimOrigin[claim]!] = -1;
    return counts;
  };
}
