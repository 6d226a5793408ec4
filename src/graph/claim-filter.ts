import { cutText } from "../base/cut-text.ts";
import { BadInput } from "../base/problem.ts";
import { type AskedDays, askedDays } from "./asked-days.ts";
import type { Conditions } from "./conditions.ts";
import { indexOfId } from "./index-of-id.ts";
import {
  CREDIBILITY_SHIFT,
  ECHO,
  NO_NODE,
  NO_SPAN,
  QUOTED,
  reliabilityRank,
  type Snapshot,
  type SnapshotNames,
} from "./snapshot.ts";

/** What a question says about single claims (R23, R24), in indices: a claim stays that meets all of it. */
export class ClaimFilter {
  readonly #snapshot: Snapshot;
  readonly #claims: SnapshotNames["claims"];
  /** 1 for each source whose claims go; null for none. */
  readonly #sourcesGone: Uint8Array | null;
  /** Nodes in whose words alone claims stay, and nodes in whose words they go; null for any. */
  readonly #speakers: ReadonlySet<number> | null;
  readonly #speakersGone: ReadonlySet<number> | null;
  readonly #claimsGone: ReadonlySet<string> | null;
  /** Bits of `claimBits` that must be as in `#bitsWanted`. */
  readonly #bitsAsked: number;
  readonly #bitsWanted: number;
  /** 0 for any. */
  readonly #credibility: number;
  readonly #during: readonly AskedDays[];
  readonly #said: readonly AskedDays[];
  readonly #certain: boolean;
  readonly #undatedStay: boolean;
  /** Whether sources are all that is asked about. */
  readonly #onlySources: boolean;

  /** Null when the question takes no claim away. O(sources + what is named). Throws BadInput on a date that is none and on a speaker that the case lacks. */
  static of(graph: { snapshot: Snapshot; names: SnapshotNames }, asked: Conditions): ClaimFilter | null {
    const filter = new ClaimFilter(graph, asked);
    return filter.#onlySources && filter.#sourcesGone === null ? null : filter;
  }

  private constructor({ snapshot, names }: { snapshot: Snapshot; names: SnapshotNames }, asked: Conditions) {
    this.#snapshot = snapshot;
    this.#claims = names.claims;
    this.#sourcesGone = sourcesGone(snapshot, names.sources, asked);
    this.#speakers = nodesOf(names, asked.speakers);
    this.#speakersGone = nodesOf(names, asked.notSpeakers);
    this.#claimsGone = asked.notClaims.length === 0 ? null : new Set<string>(asked.notClaims);
    this.#bitsAsked = (asked.quoted ? QUOTED : 0) | (asked.noEchoes ? ECHO : 0);
    this.#bitsWanted = asked.quoted ? QUOTED : 0;
    this.#credibility = asked.credibility ?? 0;
    this.#during = [askedDays("at", asked), askedDays("during", asked)].filter((days) => days !== null);
    this.#said = [askedDays("said", asked)].filter((days) => days !== null);
    this.#certain = asked.certain;
    this.#undatedStay = asked.undated === "in";
    const isAskedOfClaims = this.#bitsAsked !== 0 || this.#credibility !== 0 || this.#claimsGone !== null;
    const isAskedOfWords = this.#speakers !== null || this.#speakersGone !== null;
    this.#onlySources = !isAskedOfClaims && !isAskedOfWords && this.#during.length === 0 && this.#said.length === 0;
  }

  takesAway(claim: number): boolean {
    const { claimVoice, voiceSource } = this.#snapshot;
    if (this.#sourcesGone !== null && this.#sourcesGone[voiceSource[claimVoice[claim]!]!] === 1) return true;
    return !this.#onlySources && (this.#failsItself(claim) || this.#failsInVoice(claim) || this.#failsInTime(claim));
  }

  #failsItself(claim: number): boolean {
    const bits = this.#snapshot.claimBits[claim]!;
    if ((bits & this.#bitsAsked) !== this.#bitsWanted) return true;
    const credibility = (bits >>> CREDIBILITY_SHIFT) & 7;
    if (this.#credibility !== 0 && (credibility === 0 || credibility > this.#credibility)) return true;
    return this.#claimsGone?.has(this.#claims[claim]!) === true;
  }

  #failsInVoice(claim: number): boolean {
    if (this.#speakers === null && this.#speakersGone === null) return false;
    const speaker = this.#snapshot.voiceSpeaker[this.#snapshot.claimVoice[claim]!]!;
    if (speaker === NO_NODE) return this.#speakers !== null;
    return this.#speakers?.has(speaker) === false || this.#speakersGone?.has(speaker) === true;
  }

  #failsInTime(claim: number): boolean {
    const { claimDuring, claimSaid } = this.#snapshot;
    for (const days of this.#during) if (!this.#fits(claimDuring[claim]!, days)) return true;
    for (const days of this.#said) if (!this.#fits(claimSaid[claim]!, days)) return true;
    return false;
  }

  /** As `overlaps` of base/partial-interval.ts with the days whole: possibly, or where asked certainly. */
  #fits(span: number, { first, last }: AskedDays): boolean {
    if (span === NO_SPAN) return this.#undatedStay;
    const { spanFirst, spanLast, spanSureFirst, spanSureLast, spanLoose } = this.#snapshot;
    if (spanLast[span]! < first || last < spanFirst[span]!) return false;
    return !this.#certain || (spanLoose[span] === 0 && spanSureLast[span]! >= first && last >= spanSureFirst[span]!);
  }
}

function sourcesGone(
  { sourceReliability }: Snapshot,
  names: readonly string[],
  { sources, notSources, reliability }: Conditions,
): Uint8Array | null {
  if (sources.length === 0 && notSources.length === 0 && reliability === null) return null;
  const [only, not] = [new Set<string>(sources), new Set<string>(notSources)];
  const least = reliabilityRank(reliability);
  return Uint8Array.from(names, (name, at) =>
    Number((only.size > 0 && !only.has(name)) || not.has(name) || sourceReliability[at]! > least),
  );
}

function nodesOf({ entities }: SnapshotNames, ids: readonly string[]): ReadonlySet<number> | null {
  if (ids.length === 0) return null;
  return new Set(
    ids.map((id) => {
      const node = indexOfId(entities, id);
      if (node !== -1) return node;
      const got = JSON.stringify(cutText(id, 80));
      throw new BadInput(`speaker: wanted an entity of the case, got ${got}`, { kind: "not-found" });
    }),
  );
}
