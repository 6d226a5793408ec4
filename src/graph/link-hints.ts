import { type Snapshot, sourceOfClaim, VOICE_SHIFT } from "./snapshot.ts";

/** Sources are told apart by so many bits of a hint. */
const SIGNATURE_BITS = 8;

/** The bit of a source among the upper ones of a hint. */
export function signatureOf(source: number): number {
  return 1 << (source % SIGNATURE_BITS);
}

/** Per link what `slotHint` says of it. Of a snapshot as it was laid. O(claims). */
export function linkHints({ links, voices, linkRelation, claimStart, claimVoice, voiceSource }: Snapshot): Uint16Array {
  const signatures = new Uint8Array(voices);
  for (let voice = 0; voice < voices; voice++) signatures[voice] = signatureOf(voiceSource[voice]!);
  const hints = new Uint16Array(links);
  for (let link = 0, claim = 0; link < links; link++) {
    let signature = 0;
    for (const end = claimStart[link + 1]!; claim < end; claim++) signature |= signatures[claimVoice[claim]! >>> VOICE_SHIFT]!;
    hints[link] = (signature << 8) | (linkRelation[link]! & 255);
  }
  return hints;
}

/** Of one link. */
export function hintOfLink(snapshot: Snapshot, link: number): number {
  const { linkRelation, claimStart } = snapshot;
  let signature = 0;
  const end = claimStart[link + 1]!;
  for (let claim = claimStart[link]!; claim < end; claim++) signature |= signatureOf(sourceOfClaim(snapshot, claim));
  return (signature << 8) | (linkRelation[link]! & 255);
}
