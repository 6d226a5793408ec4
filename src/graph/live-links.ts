import type { Snapshot } from "./snapshot.ts";

/** Calls `use` with each link of a snapshot, those that are gone left out. O(links). */
export function eachLink({ links, tail }: Snapshot, use: (link: number) => void): void {
  if (tail === null) for (let link = 0; link < links; link++) use(link);
  else {
    const { laid, gone, first, next } = tail;
    for (let link = 0; link < laid.links; link++) if (!gone.has(link)) use(link);
    for (let link = first.links; link < next.links; link++) if (!gone.has(link)) use(link);
  }
}

/** Calls `use` with each claim behind those links. O(links + claims). */
export function eachClaim(snapshot: Snapshot, use: (claim: number) => void): void {
  const { claimStart } = snapshot;
  eachLink(snapshot, (link) => {
    for (let claim = claimStart[link]!; claim < claimStart[link + 1]!; claim++) use(claim);
  });
}

/** One more than the highest index of a link: what an array of one entry per link holds. */
export function linkBound({ links, tail, linkFrom }: Snapshot): number {
  return tail === null ? links : linkFrom.length;
}

/** The link behind which a claim stands. By bisection. */
export function linkOfClaim({ links, claimStart, tail }: Snapshot, claim: number): number {
  let [low, high] = [0, links];
  if (tail !== null) [low, high] = claim < tail.laid.claims ? [0, tail.laid.links] : [tail.first.links, tail.next.links];
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if (claimStart[middle]! <= claim) low = middle;
    else high = middle;
  }
  return low;
}
