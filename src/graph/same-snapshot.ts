import type { BuiltSnapshot } from "./build-snapshot.ts";
import { linkHints } from "./link-hints.ts";
import { countIds, type PackedIds } from "./packed-ids.ts";
import { LINK_SHIFT, NO_NODE, NO_SPAN, type Snapshot, UNGRADED, VOICE_SHIFT } from "./snapshot.ts";

/**
 * Whether two snapshots, as they were laid, say the same, whatever numbers sources, relations, types, voices, dates and weights have in
 * each, and whatever room lies beside. O(nodes + links + claims).
 */
export function isSameSnapshot(a: BuiltSnapshot, b: BuiltSnapshot): boolean {
  return (
    countNames.every((name) => a.snapshot[name] === b.snapshot[name]) &&
    sameIds(a.names.entities, b.names.entities) &&
    sameOrder(a.snapshot, b.snapshot) &&
    sameNumbers(a.snapshot.nodeType, b.snapshot.nodeType, sameName(a.names.types, b.names.types)) &&
    sameNumbers(laidRelations(a), laidRelations(b), sameName(a.names.relations, b.names.relations)) &&
    sameClaims(a, b) &&
    hintsHold(a.snapshot) &&
    hintsHold(b.snapshot)
  );
}

const countNames = ["nodes", "links", "claims", "slots", "weighted"] as const;
type Same = (a: number, b: number) => boolean;

function sameIds(a: PackedIds, b: PackedIds): boolean {
  return countIds(a) === countIds(b) && sameNumbers(a.starts, b.starts, isEqual) && sameNumbers(a.bytes, b.bytes, isEqual);
}

function sameOrder(a: Snapshot, b: Snapshot): boolean {
  const { nodes, links, slots } = a;
  const lengths = [
    ...(["slotStart", "slotEnd", "nodePart"] as const).map((name) => [name, nodes] as const),
    ...(["slotNode", "slotWay"] as const).map((name) => [name, slots] as const),
    ...(["linkFrom", "linkTo"] as const).map((name) => [name, links] as const),
    ["claimStart", links + 1] as const,
  ];
  return lengths.every(([name, length]) => sameNumbers(a[name].subarray(0, length), b[name].subarray(0, length), isEqual));
}

function laidRelations({ snapshot }: BuiltSnapshot): Uint16Array {
  return snapshot.linkRelation.subarray(0, snapshot.links);
}

function sameNumbers(a: ArrayLike<number>, b: ArrayLike<number>, same: Same): boolean {
  if (a.length !== b.length) return false;
  for (let at = 0; at < a.length; at++) if (!same(a[at]!, b[at]!)) return false;
  return true;
}

function isEqual(a: number, b: number): boolean {
  return a === b;
}

/** Remembers what it has compared last with each number. */
function remembering(count: number, same: Same): Same {
  const met = new Float64Array(count).fill(-1);
  return (a, b) => {
    if (met[a] === b) return true;
    if (!same(a, b)) return false;
    met[a] = b;
    return true;
  };
}

function sameName(a: readonly string[], b: readonly string[]): Same {
  return remembering(a.length, (first, second) => a[first] !== undefined && a[first] === b[second]);
}

function sameClaims(a: BuiltSnapshot, b: BuiltSnapshot): boolean {
  const low = 2 ** VOICE_SHIFT - 1;
  const [voice, when, weight] = [sameVoice(a, b), sameWhen(a.snapshot, b.snapshot), sameWeight(a.snapshot, b.snapshot)];
  const [first, second] = [a.snapshot, b.snapshot];
  for (let claim = 0; claim < first.claims; claim++) {
    const [mine, other] = [first.claimVoice[claim]!, second.claimVoice[claim]!];
    if ((mine & low) !== (other & low) || !voice(mine >>> VOICE_SHIFT, other >>> VOICE_SHIFT)) return false;
    if (!when(first.claimWhen[claim]!, second.claimWhen[claim]!)) return false;
    if (!weight(first.claimWeight[claim]!, second.claimWeight[claim]!)) return false;
  }
  const weights = (snapshot: Snapshot) => [...snapshot.weighing.subarray(0, snapshot.weighings)].sort((x, y) => x - y);
  return sameNumbers(weights(first), weights(second), isEqual);
}

function sameVoice(a: BuiltSnapshot, b: BuiltSnapshot): Same {
  const source = remembering(a.names.sources.length, (first, second) => {
    const grades = [a.snapshot.sourceReliability[first] ?? UNGRADED, b.snapshot.sourceReliability[second] ?? UNGRADED];
    return a.names.sources[first] === b.names.sources[second] && grades[0] === grades[1];
  });
  const [x, y] = [a.snapshot, b.snapshot];
  return remembering(
    x.voices,
    (first, second) =>
      source(x.voiceSource[first]!, y.voiceSource[second]!) &&
      source(x.voiceOrigin[first]!, y.voiceOrigin[second]!) &&
      (x.voiceSpeaker[first] ?? NO_NODE) === (y.voiceSpeaker[second] ?? NO_NODE),
  );
}

const spanColumns = ["spanFirst", "spanLast", "spanSureFirst", "spanSureLast", "spanLoose"] as const;

function sameWhen(a: Snapshot, b: Snapshot): Same {
  const span = (first: number, second: number) =>
    first === NO_SPAN || second === NO_SPAN ? first === second : spanColumns.every((name) => a[name][first] === b[name][second]);
  return remembering(
    a.whens,
    (first, second) => span(a.whenDuring[first]!, b.whenDuring[second]!) && span(a.whenSaid[first]!, b.whenSaid[second]!),
  );
}

function sameWeight(a: Snapshot, b: Snapshot): Same {
  return remembering(a.weighings, (first, second) => a.weighing[first] === b.weighing[second]);
}

/** What slots say of sources and relations beside their links' columns. */
function hintsHold(snapshot: Snapshot): boolean {
  const hints = linkHints(snapshot);
  for (let slot = 0; slot < snapshot.slots; slot++)
    if (snapshot.slotHint[slot] !== hints[snapshot.slotWay[slot]! >>> LINK_SHIFT]) return false;
  return true;
}
