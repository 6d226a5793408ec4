import { type Snapshot, sourceOfClaim } from "./snapshot.ts";

/** Sources are told apart by so many bits of a hint. */
const SIGNATURE_BITS = 8;

/** The bit of a source among the upper ones of a hint. */
export function signatureOf(source: number): number {
  return 1 << (source % SIGNATURE_BITS);
}

/** Per link what `slotHint` says of it. O(claims). */
export function linkHints(snapshot: Snapshot): Uint16Array {
  const { links, linkRelation, claimStart } = snapshot;
  const hints = new Uint16Array(links);
  for (let link = 0; link < links; link++) {
    let signature = 0;
    const end = claimStart[link + 1]!;
    for (let claim = claimStart[link]!; claim < end; claim++) signature |= signatureOf(sourceOfClaim(snapshot, claim));
    hints[link] = (signature << 8) | (linkRelation[link]! & 255);
  }
  return hints;
}
