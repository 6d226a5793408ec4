import { cutText } from "../base/cut-text.ts";
import { BadInput } from "../base/problem.ts";
import type { NamedSnapshot } from "./build-snapshot.ts";
import { claimNamed } from "./claim-ids.ts";
import type { Conditions } from "./conditions.ts";
import { DateFilter } from "./date-filter.ts";
import { indexOfId } from "./index-of-id.ts";
import { placeOfId } from "./packed-ids.ts";
import {
  CREDIBILITY_SHIFT,
  ECHO,
  NO_NODE,
  QUOTED,
  reliabilityRank,
  type Snapshot,
  type SnapshotNames,
  sourceOfClaim,
  speakerOfClaim,
} from "./snapshot.ts";

/** What a question says about single claims (R23, R24), in indices: a claim stays that meets all of it. */
export class ClaimFilter {
  /** Whether sources are all that is asked about. */
  readonly onlySources: boolean;
  /** 1 for each source whose claims go; null for none. */
  readonly sourcesGone: Uint8Array | null;
  readonly #snapshot: Snapshot;
  readonly #dates: DateFilter | null;
  /** Nodes in whose words alone claims stay, and nodes in whose words they go; null for any. */
  readonly #speakers: ReadonlySet<number> | null;
  readonly #speakersGone: ReadonlySet<number> | null;
  readonly #claimsGone: ReadonlySet<number> | null;
  /** Bits of `claimVoice` that must be as in `#bitsWanted`. */
  readonly #bitsAsked: number;
  readonly #bitsWanted: number;
  /** 0 for any. */
  readonly #credibility: number;
  readonly #asksItself: boolean;
  readonly #asksVoice: boolean;

  /** Null when the question takes no claim away. O(sources + what is named · log of what there is). Throws BadInput on a date that is none and on a speaker that the case lacks. */
  static of(graph: NamedSnapshot, asked: Conditions): ClaimFilter | null {
    const filter = new ClaimFilter(graph, asked);
    return filter.onlySources && filter.sourcesGone === null ? null : filter;
  }

  private constructor(graph: NamedSnapshot, asked: Conditions) {
    const { snapshot, names } = graph;
    this.#snapshot = snapshot;
    this.sourcesGone = sourcesGone(snapshot, names.sources, asked);
    this.#dates = DateFilter.of(snapshot, asked);
    this.#speakers = nodesOf(names, asked.speakers);
    this.#speakersGone = nodesOf(names, asked.notSpeakers);
    this.#claimsGone = asked.notClaims.length === 0 ? null : new Set(asked.notClaims.map((id) => claimNamed(graph, id)));
    this.#bitsAsked = (asked.quoted ? QUOTED : 0) | (asked.noEchoes ? ECHO : 0);
    this.#bitsWanted = asked.quoted ? QUOTED : 0;
    this.#credibility = asked.credibility ?? 0;
    this.#asksItself = this.#bitsAsked !== 0 || this.#credibility !== 0 || this.#claimsGone !== null;
    this.#asksVoice = this.#speakers !== null || this.#speakersGone !== null;
    this.onlySources = !this.#asksItself && !this.#asksVoice && this.#dates === null;
  }

  takesAway(claim: number): boolean {
    if (this.sourcesGone !== null && this.sourcesGone[sourceOfClaim(this.#snapshot, claim)] === 1) return true;
    if (this.#dates?.takesAway(claim) === true) return true;
    return (this.#asksItself && this.#failsItself(claim)) || (this.#asksVoice && this.#failsInVoice(claim));
  }

  /** How many of the claims from `start` to before `end` stay. */
  countLeft(start: number, end: number): number {
    let left = 0;
    for (let claim = start; claim < end; claim++) if (!this.takesAway(claim)) left++;
    return left;
  }

  #failsItself(claim: number): boolean {
    const bits = this.#snapshot.claimVoice[claim]!;
    if ((bits & this.#bitsAsked) !== this.#bitsWanted) return true;
    const credibility = (bits >>> CREDIBILITY_SHIFT) & 7;
    if (this.#credibility !== 0 && (credibility === 0 || credibility > this.#credibility)) return true;
    return this.#claimsGone?.has(claim) === true;
  }

  #failsInVoice(claim: number): boolean {
    const speaker = speakerOfClaim(this.#snapshot, claim);
    if (speaker === NO_NODE) return this.#speakers !== null;
    return this.#speakers?.has(speaker) === false || this.#speakersGone?.has(speaker) === true;
  }
}

function sourcesGone(
  { sourceReliability }: Snapshot,
  names: readonly string[],
  { sources, notSources, reliability }: Conditions,
): Uint8Array | null {
  if (sources.length === 0 && notSources.length === 0 && reliability === null) return null;
  const gone = new Uint8Array(names.length).fill(sources.length > 0 ? 1 : 0);
  mark(gone, indicesOf(names, sources), 0);
  mark(gone, indicesOf(names, notSources), 1);
  const least = reliabilityRank(reliability);
  if (reliability !== null) for (let at = 0; at < gone.length; at++) if (sourceReliability[at]! > least) gone[at] = 1;
  return gone;
}

function mark(marks: Uint8Array, indices: readonly number[], value: number): void {
  for (const index of indices) marks[index] = value;
}

/** Places of the ids that a list in order has. */
function indicesOf(names: readonly string[], ids: readonly string[]): number[] {
  return ids.map((id) => indexOfId(names, id)).filter((index) => index !== -1);
}

function nodesOf({ entities }: SnapshotNames, ids: readonly string[]): ReadonlySet<number> | null {
  if (ids.length === 0) return null;
  return new Set(
    ids.map((id) => {
      const node = placeOfId(entities, id);
      if (node !== -1) return node;
      const got = JSON.stringify(cutText(id, 80));
      throw new BadInput(`speaker: wanted an entity of the case, got ${got}`, { kind: "not-found" });
    }),
  );
}
