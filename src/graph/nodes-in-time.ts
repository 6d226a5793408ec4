import type { AskedDays } from "./asked-days.ts";
import { eachLink } from "./live-links.ts";
import type { SomeNodes } from "./neighbours-by-links.ts";
import { NO_SPAN, type Snapshot, sourceOfClaim } from "./snapshot.ts";
import { TopNodes } from "./top-nodes.ts";

/** Whether a claim counts. */
type Counts = (claim: number) => boolean;

/** Claims that held, or were said, on one of the days, as far as their dates tell. */
export function claimsWithin(snapshot: Snapshot, spanOf: "whenDuring" | "whenSaid", { first, last }: AskedDays): Counts {
  const { spanFirst, spanLast, claimWhen } = snapshot;
  const within = Uint8Array.from(snapshot[spanOf], (span) =>
    Number(span !== NO_SPAN && spanFirst[span]! <= last && spanLast[span]! >= first),
  );
  return (claim) => within[claimWhen[claim]!] === 1;
}

/** Claims of the sources; `within`: by index of the source. */
export function claimsOfSources(snapshot: Snapshot, within: Uint8Array): Counts {
  return (claim) => within[sourceOfClaim(snapshot, claim)] === 1;
}

/** The nodes with the most claims that count on their links, ties by index. O(nodes + links + claims). */
export function nodesByClaims(snapshot: Snapshot, counts: Counts, most: number): SomeNodes {
  const { nodes, linkFrom, linkTo, claimStart } = snapshot;
  const claimsAt = new Uint32Array(nodes);
  eachLink(snapshot, (link) => {
    let here = 0;
    for (let claim = claimStart[link]!; claim < claimStart[link + 1]!; claim++) if (counts(claim)) here++;
    if (here === 0) return;
    claimsAt[linkFrom[link]!]! += here;
    if (linkFrom[link] !== linkTo[link]) claimsAt[linkTo[link]!]! += here;
  });
  const top = new TopNodes(most);
  let total = 0;
  for (let node = 0; node < nodes; node++) {
    if (claimsAt[node] === 0) continue;
    total++;
    top.add(node, claimsAt[node]!);
  }
  return { nodes: top.toArray(), total };
}
