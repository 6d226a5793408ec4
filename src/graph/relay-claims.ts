import { Numbering } from "./numbering.ts";
import { NO_NODE, NO_SPAN, type Snapshot, type SnapshotColumns, type SnapshotCounts, VOICE_SHIFT } from "./snapshot.ts";

/** What claims have alike, of those that are left, in order of first use. */
export interface ClaimNumbers {
  readonly voices: Numbering;
  readonly whens: Numbering;
  readonly spans: Numbering;
  readonly weighings: Numbering;
  readonly claims: number;
  readonly weighted: number;
}

/** Numbers what stands behind links, given in their new order. O(claims). */
export function numberClaims(snapshot: Snapshot, order: Uint32Array): ClaimNumbers {
  const { claimStart, claimVoice, claimWhen, claimWeight } = snapshot;
  const [voices, whens] = [new Numbering(snapshot.voiceSource.length), new Numbering(snapshot.whenSaid.length)];
  const weighings = new Numbering(snapshot.weighing.length);
  whens.of(0);
  weighings.of(0);
  let [claims, weighted] = [0, 0];
  for (let at = 0; at < order.length; at++) {
    const link = order[at]!;
    for (let claim = claimStart[link]!; claim < claimStart[link + 1]!; claim++) {
      voices.of(claimVoice[claim]! >>> VOICE_SHIFT);
      whens.of(claimWhen[claim]!);
      if (weighings.of(claimWeight[claim]!) !== 0) weighted++;
      claims++;
    }
  }
  return { voices, whens, spans: numberSpans(snapshot, whens), weighings, claims, weighted };
}

function numberSpans({ whenDuring, whenSaid, spanFirst }: Snapshot, whens: Numbering): Numbering {
  const spans = new Numbering(spanFirst.length);
  for (const when of whens.old) for (const span of [whenDuring[when]!, whenSaid[when]!]) if (span !== NO_SPAN) spans.of(span);
  return spans;
}

export function countsOf({ voices, whens, spans, weighings, claims, weighted }: ClaimNumbers) {
  const lengths = { voices: voices.old.length, whens: whens.old.length, spans: spans.old.length };
  return { ...lengths, weighings: weighings.old.length, claims, weighted } satisfies Partial<SnapshotCounts>;
}

interface Renumbered {
  readonly order: Uint32Array;
  readonly numbers: ClaimNumbers;
  readonly sourceOf: (old: number) => number;
  readonly newNode: Uint32Array;
}

/** Lays the claims of links, given in their new order, and what they have alike. O(claims). */
export function relayClaims(from: Snapshot, to: Snapshot, { order, numbers, sourceOf, newNode }: Renumbered): void {
  const { claimStart, claimVoice, claimWhen, claimWeight } = from;
  const low = 2 ** VOICE_SHIFT - 1;
  let next = 0;
  for (let link = 0; link < order.length; link++) {
    const old = order[link]!;
    for (let claim = claimStart[old]!; claim < claimStart[old + 1]!; claim++, next++) {
      const word = claimVoice[claim]!;
      to.claimVoice[next] = (numbers.voices.of(word >>> VOICE_SHIFT) << VOICE_SHIFT) | (word & low);
      to.claimWhen[next] = numbers.whens.of(claimWhen[claim]!);
      to.claimWeight[next] = numbers.weighings.of(claimWeight[claim]!);
    }
    to.claimStart[link + 1] = next;
  }
  for (const [voice, old] of numbers.voices.old.entries()) {
    to.voiceSource[voice] = sourceOf(from.voiceSource[old]!);
    to.voiceOrigin[voice] = sourceOf(from.voiceOrigin[old]!);
    const speaker = from.voiceSpeaker[old]!;
    to.voiceSpeaker[voice] = speaker === NO_NODE ? NO_NODE : newNode[speaker]!;
  }
  const spanOf = (old: number) => (old === NO_SPAN ? NO_SPAN : numbers.spans.of(old));
  for (const [when, old] of numbers.whens.old.entries()) {
    to.whenDuring[when] = spanOf(from.whenDuring[old]!);
    to.whenSaid[when] = spanOf(from.whenSaid[old]!);
  }
  for (const [weight, old] of numbers.weighings.old.entries()) to.weighing[weight] = from.weighing[old]!;
  for (const name of spanColumns) for (const [span, old] of numbers.spans.old.entries()) to[name][span] = from[name][old]!;
}

const spanColumns = [
  "spanFirst",
  "spanLast",
  "spanSureFirst",
  "spanSureLast",
  "spanLoose",
] as const satisfies readonly (keyof SnapshotColumns)[];
