import { stances } from "../claims/claim.ts";
import type { GraphClaimRow } from "./build-snapshot.ts";
import { laySpans } from "./lay-spans.ts";
import { CREDIBILITY_SHIFT, ECHO, NO_SPAN, QUOTED, type Snapshot, VOICE_SHIFT } from "./snapshot.ts";
import type { SnapshotTail } from "./snapshot-tail.ts";

/** Who says a claim, in indices. */
export interface DraftVoice {
  readonly source: number;
  readonly origin: number;
  readonly speaker: number;
}

/** Claims on their way into the tail of a snapshot: nothing is written before all of them fit. */
export class ClaimDrafts {
  readonly #voice: number[] = [];
  readonly #when: number[] = [];
  readonly #weight: number[] = [];
  readonly #voices: Drafts<string, DraftVoice>;
  readonly #whens: Drafts<string, readonly [during: number, said: number]>;
  readonly #spans: Drafts<string, readonly number[]>;
  readonly #weighings: Drafts<number, number>;

  constructor(tail: SnapshotTail) {
    this.#voices = new Drafts(tail.voices, tail.next.voices);
    this.#whens = new Drafts(tail.whens, tail.next.whens);
    this.#spans = new Drafts(tail.spans, tail.next.spans);
    this.#weighings = new Drafts(tail.weighings, tail.next.weighings);
  }

  get count(): number {
    return this.#voice.length;
  }

  add(claim: GraphClaimRow, voice: DraftVoice): void {
    const at = this.#voices.of(`${voice.source} ${voice.origin} ${voice.speaker}`, voice);
    this.#voice.push(((at << VOICE_SHIFT) | bitsOf(claim)) >>> 0);
    this.#when.push(this.#whenOf(this.#spanOf(claim.during), this.#spanOf(claim.said)));
    this.#weight.push(this.#weighingOf(claim.weight));
  }

  /** Whether the region of the tail has room for all of it. */
  fit({ next, end }: SnapshotTail): boolean {
    const added = this.added();
    const kinds = ["voices", "whens", "spans", "weighings"] as const;
    return next.claims + this.count <= end.claims && kinds.every((what) => next[what] + added[what] <= end[what]);
  }

  /** How many of each it comes to; claims that weigh other than 1 among them. */
  added(): Readonly<Record<"voices" | "whens" | "spans" | "weighings" | "weighted", number>> {
    return {
      voices: this.#voices.values.length,
      whens: this.#whens.values.length,
      spans: this.#spans.values.length,
      weighings: this.#weighings.values.length,
      weighted: this.#weight.filter((index) => index !== 0).length,
    };
  }

  /** Writes them behind the claims of the tail. */
  write(snapshot: Snapshot, tail: SnapshotTail): void {
    snapshot.claimVoice.set(this.#voice, tail.next.claims);
    snapshot.claimWhen.set(this.#when, tail.next.claims);
    snapshot.claimWeight.set(this.#weight, tail.next.claims);
    tail.next.claims += this.count;
    tail.next.voices = this.#voices.write(tail.voices, ({ source, origin, speaker }, at) => {
      snapshot.voiceSource[at] = source;
      snapshot.voiceOrigin[at] = origin;
      snapshot.voiceSpeaker[at] = speaker;
    });
    tail.next.whens = this.#whens.write(tail.whens, ([during, said], at) => {
      snapshot.whenDuring[at] = during;
      snapshot.whenSaid[at] = said;
    });
    tail.next.spans = this.#spans.write(tail.spans, ([first, last, sureFirst, sureLast, loose], at) => {
      snapshot.spanFirst[at] = first!;
      snapshot.spanLast[at] = last!;
      snapshot.spanSureFirst[at] = sureFirst!;
      snapshot.spanSureLast[at] = sureLast!;
      snapshot.spanLoose[at] = loose!;
    });
    tail.next.weighings = this.#weighings.write(tail.weighings, (weight, at) => {
      snapshot.weighing[at] = weight;
    });
  }

  #spanOf(text: string | null): number {
    if (text === null) return NO_SPAN;
    const known = this.#spans.at(text);
    if (known !== undefined) return known;
    const { spanOf, spanFirst, spanLast, spanSureFirst, spanSureLast, spanLoose } = laySpans([text]);
    if (spanOf[0] === NO_SPAN) return NO_SPAN;
    return this.#spans.of(text, [spanFirst[0]!, spanLast[0]!, spanSureFirst[0]!, spanSureLast[0]!, spanLoose[0]!]);
  }

  #whenOf(during: number, said: number): number {
    return during === NO_SPAN && said === NO_SPAN ? 0 : this.#whens.of(`${during} ${said}`, [during, said]);
  }

  #weighingOf(weight: number | null): number {
    return weightOrOne(weight) === 1 ? 0 : this.#weighings.of(weight!, weight!);
  }
}

/** What a claim weighs: 1 for what is no finite number above 0. */
export function weightOrOne(weight: number | null): number {
  return weight !== null && weight > 0 && weight < Infinity ? weight : 1;
}

export function bitsOf({ stance, credibility, quoted, echo }: GraphClaimRow): number {
  return stances.indexOf(stance) | ((credibility ?? 0) << CREDIBILITY_SHIFT) | (quoted ? QUOTED : 0) | (echo ? ECHO : 0);
}

/** Values that get indices after those that a tail has, each once. */
class Drafts<K, V> {
  readonly values: V[] = [];
  readonly #known: ReadonlyMap<K, number>;
  readonly #new = new Map<K, number>();
  readonly #first: number;

  constructor(known: ReadonlyMap<K, number>, first: number) {
    this.#known = known;
    this.#first = first;
  }

  at(key: K): number | undefined {
    return this.#known.get(key) ?? this.#new.get(key);
  }

  of(key: K, value: V): number {
    const known = this.at(key);
    if (known !== undefined) return known;
    const index = this.#first + this.values.push(value) - 1;
    this.#new.set(key, index);
    return index;
  }

  /** Puts each in its place; gives the place after the last. */
  write(known: Map<K, number>, put: (value: V, index: number) => void): number {
    for (const [key, index] of this.#new) known.set(key, index);
    for (const [at, value] of this.values.entries()) put(value, this.#first + at);
    return this.#first + this.values.length;
  }
}
