import { LINK_SHIFT, type Snapshot, sourceOfClaim } from "./snapshot.ts";

/** Sources are told apart by so many bits of a hint; relations by as many values. */
const SIGNATURE_BITS = 8;

/** The bit of a source among the upper ones of a hint. */
export function signatureOf(source: number): number {
  return 1 << (source % SIGNATURE_BITS);
}

/** Fills the hints of slots that are laid. O(claims + slots). */
export function layHints(snapshot: Snapshot): void {
  const { links, linkRelation, claimStart, slotHint, slotWay } = snapshot;
  const hints = new Uint16Array(links);
  for (let link = 0; link < links; link++) {
    let signature = 0;
    const end = claimStart[link + 1]!;
    for (let claim = claimStart[link]!; claim < end; claim++) signature |= signatureOf(sourceOfClaim(snapshot, claim));
    hints[link] = (signature << 8) | (linkRelation[link]! & 255);
  }
  for (let slot = 0; slot < slotWay.length; slot++) slotHint[slot] = hints[slotWay[slot]! >>> LINK_SHIFT]!;
}
