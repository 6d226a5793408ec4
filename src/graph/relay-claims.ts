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
  for (let at = 0; at < whens.count; at++) {
    const when = whens.oldOf(at);
    if (whenDuring[when] !== NO_SPAN) spans.of(whenDuring[when]!);
    if (whenSaid[when] !== NO_SPAN) spans.of(whenSaid[when]!);
  }
  return spans;
}

export function countsOf({ voices, whens, spans, weighings, claims, weighted }: ClaimNumbers) {
  const lengths = { voices: voices.count, whens: whens.count, spans: spans.count };
  return { ...lengths, weighings: weighings.count, claims, weighted } satisfies Partial<SnapshotCounts>;
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
  for (let voice = 0; voice < numbers.voices.count; voice++) {
    const old = numbers.voices.oldOf(voice);
    to.voiceSource[voice] = sourceOf(from.voiceSource[old]!);
    to.voiceOrigin[voice] = sourceOf(from.voiceOrigin[old]!);
    const speaker = from.voiceSpeaker[old]!;
    to.voiceSpeaker[voice] = speaker === NO_NODE ? NO_NODE : newNode[speaker]!;
  }
  const spanOf = (old: number) => (old === NO_SPAN ? NO_SPAN : numbers.spans.of(old));
  for (let when = 0; when < numbers.whens.count; when++) {
    const old = numbers.whens.oldOf(when);
    to.whenDuring[when] = spanOf(from.whenDuring[old]!);
    to.whenSaid[when] = spanOf(from.whenSaid[old]!);
  }
  const { weighings, spans } = numbers;
  for (let weight = 0; weight < weighings.count; weight++) to.weighing[weight] = from.weighing[weighings.oldOf(weight)]!;
  for (const name of spanColumns) for (let span = 0; span < spans.count; span++) to[name][span] = from[name][spans.oldOf(span)]!;
}

const spanColumns = [
  "spanFirst",
  "spanLast",
  "spanSureFirst",
  "spanSureLast",
  "spanLoose",
] as const satisfies readonly (keyof SnapshotColumns)[];
