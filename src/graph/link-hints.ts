import { type Snapshot, sourceOfClaim } from "./snapshot.ts";

/** Sources are told apart by so many bits of a hint. */
const SIGNATURE_BITS = 8;

/** The bit of a source among the upper ones of a hint. */
export function signatureOf(source: number): number {
  return 1 << (source % SIGNATURE_BITS);
}

/** Per link what `slotHint` says of it. O(claims). */
export function linkHints(snapshot: Snapshot): Uint16Array {
  const hints = new Uint16Array(snapshot.links);
  for (let link = 0; link < hints.length; link++) hints[link] = hintOfLink(snapshot, link);
  return hints;
}

export function hintOfLink(snapshot: Snapshot, link: number): number {
  const { linkRelation, claimStart } = snapshot;
  let signature = 0;
  const end = claimStart[link + 1]!;
  for (let claim = claimStart[link]!; claim < end; claim++) signature |= signatureOf(sourceOfClaim(snapshot, claim));
  return (signature << 8) | (linkRelation[link]! & 255);
}
