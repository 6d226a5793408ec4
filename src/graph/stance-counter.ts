import { stances } from "../claims/claim.ts";
import type { StandingCounts } from "../claims/standing.ts";
import { NO_NODE, type Snapshot, STANCE_MASK, VOICE_SHIFT } from "./snapshot.ts";

const ASSERTS = stances.indexOf("asserts");
const DENIES = stances.indexOf("denies");
const LAST_STAMP = 2 ** 32 - 1;

/** What `standingOf` asks, and the origins of what is only attributed. */
export interface StanceCounts extends StandingCounts {
  /** Independent origins of the claims that allege, or that assert through a speaker. */
  readonly attributedOrigins: number;
}

/** Independent origins of what the standing rests on (R18): of the claims in their own voice, or where there are none, of the attributed. */
export function originsOf({ ownVoiceOrigins, attributedOrigins }: StanceCounts): number {
  return ownVoiceOrigins > 0 ? ownVoiceOrigins : attributedOrigins;
}

export function isDenial({ claimVoice }: Pick<Snapshot, "claimVoice">, claim: number): boolean {
  return (claimVoice[claim]! & STANCE_MASK) === DENIES;
}

type Claims = Pick<Snapshot, "claimVoice" | "voiceOrigin" | "voiceSpeaker" | "sources">;

/** Counts claims one by one: `begin`, then `add` each. Origins count once, as `countClaims` counts them in the store. O(1) per claim. */
export class StanceCounter {
  /** Of the claims added since `begin`; the next `begin` overwrites it. */
  readonly counts: StanceCounts;
  readonly #counts = { ownVoiceOrigins: 0, attributed: 0, attributedOrigins: 0, denials: 0 };
  readonly #claims: Claims;
  /** Per origin the count that saw it last, in own voice and attributed. */
  readonly #ownVoice: Uint32Array;
  readonly #attributed: Uint32Array;
  #stamp = 0;

  constructor(snapshot: Claims) {
    this.counts = this.#counts;
    this.#claims = snapshot;
    this.#ownVoice = new Uint32Array(snapshot.sources);
    this.#attributed = new Uint32Array(snapshot.sources);
  }

  begin(): void {
    const counts = this.#counts;
    counts.ownVoiceOrigins = counts.attributed = counts.attributedOrigins = counts.denials = 0;
    if (this.#stamp === LAST_STAMP) {
      this.#ownVoice.fill(0);
      this.#attributed.fill(0);
      this.#stamp = 0;
    }
    this.#stamp++;
  }

  add(claim: number): void {
    const { claimVoice, voiceOrigin, voiceSpeaker } = this.#claims;
    const counts = this.#counts;
    const word = claimVoice[claim]!;
    const stance = word & STANCE_MASK;
    if (stance === DENIES) {
      counts.denials++;
      return;
    }
    const voice = word >>> VOICE_SHIFT;
    const origin = voiceOrigin[voice]!;
    const isOwnVoice = stance === ASSERTS && voiceSpeaker[voice] === NO_NODE;
    if (!isOwnVoice) counts.attributed++;
    const seen = isOwnVoice ? this.#ownVoice : this.#attributed;
    if (seen[origin] === this.#stamp) return;
    seen[origin] = this.#stamp;
    if (isOwnVoice) counts.ownVoiceOrigins++;
    else counts.attributedOrigins++;
  }
}
