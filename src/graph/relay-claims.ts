import { copyRange } from "./copy-range.ts";
import { closedIndex, type RelaidAlike } from "./relay-alike.ts";
import { type LinkOrder, walkLinks } from "./relay-links.ts";
import { type Snapshot, VOICE_SHIFT } from "./snapshot.ts";

/** Claims behind the links that there will be, how many of them weigh other than 1, and per weight (closed up) whether one of the old has it. */
export interface ClaimCounts {
  readonly claims: number;
  readonly weighted: number;
  readonly usedWeights: Uint8Array;
}

/** O(links that changed), and O(claims) where claims have weights. */
export function countClaims(from: Snapshot, coming: Snapshot, order: LinkOrder): ClaimCounts {
  const { claimStart, claimWeight, weighings } = from;
  const usedWeights = new Uint8Array(weighings);
  let [claims, weighted] = [coming.claims, coming.weighted];
  const count = (first: number, end: number) => {
    const [start, stop] = [claimStart[first]!, claimStart[end]!];
    claims += stop - start;
    if (weighings === 1) return;
    for (let claim = start; claim < stop; claim++) {
      const weight = claimWeight[claim]!;
      if (weight === 0) continue;
      weighted++;
      usedWeights[closedIndex(from, "weighings", weight)] = 1;
    }
  };
  walkLinks(order, {
    stretch: count,
    one: (link) => {
      if (link < order.bound) count(link, link + 1);
    },
  });
  return { claims, weighted, usedWeights };
}

/** Fills the claims of links: those that were laid as they lie. O(claims), at the pace of copying. */
export function relayClaims(
  to: Snapshot,
  { from, coming, order, alike }: { from: Snapshot; coming: Snapshot; order: LinkOrder; alike: RelaidAlike },
): void {
  let [link, claim] = [0, 0];
  const start = (snapshot: Snapshot, [first, end]: readonly [number, number]) => {
    const shift = claim - snapshot.claimStart[first]!;
    for (let old = first; old < end; old++) to.claimStart[++link] = snapshot.claimStart[old + 1]! + shift;
  };
  const stretch = (first: number, end: number) => {
    start(from, [first, end]);
    const [old, stop] = [from.claimStart[first]!, from.claimStart[end]!];
    copyRange(from.claimVoice, [old, stop], { to: to.claimVoice, at: claim });
    copyRange(from.claimWhen, [old, stop], { to: to.claimWhen, at: claim });
    if (to.weighted > 0) copyWeights(from, [old, stop], { to, at: claim, alike });
    claim += stop - old;
  };
  walkLinks(order, {
    stretch,
    one: (old) => {
      const isOld = old < order.bound;
      const snapshot = isOld ? from : coming;
      const at = isOld ? old : old - order.bound;
      start(snapshot, [at, at + 1]);
      for (let its = snapshot.claimStart[at]!; its < snapshot.claimStart[at + 1]!; its++, claim++)
        if (isOld) copyOld(from, its, { to, at: claim, alike });
        else copyComing(coming, its, { to, at: claim, alike });
    },
  });
}

interface Into {
  readonly to: Snapshot;
  readonly at: number;
  readonly alike: RelaidAlike;
}

const LOW_BITS = 2 ** VOICE_SHIFT - 1;

function copyOld(from: Snapshot, claim: number, { to, at, alike }: Into): void {
  const word = from.claimVoice[claim]!;
  to.claimVoice[at] = (closedIndex(from, "voices", word >>> VOICE_SHIFT) << VOICE_SHIFT) | (word & LOW_BITS);
  to.claimWhen[at] = closedIndex(from, "whens", from.claimWhen[claim]!);
  if (to.weighted > 0) copyWeights(from, [claim, claim + 1], { to, at, alike });
}

function copyComing(coming: Snapshot, claim: number, { to, at, alike }: Into): void {
  const word = coming.claimVoice[claim]!;
  to.claimVoice[at] = (alike.newVoice[word >>> VOICE_SHIFT]! << VOICE_SHIFT) | (word & LOW_BITS);
  to.claimWhen[at] = alike.newWhen[coming.claimWhen[claim]!]!;
  to.claimWeight[at] = alike.newWeight[coming.claimWeight[claim]!]!;
}

function copyWeights(from: Snapshot, [first, end]: readonly [number, number], { to, at, alike }: Into): void {
  const { oldWeight } = alike;
  if (oldWeight === null) copyRange(from.claimWeight, [first, end], { to: to.claimWeight, at });
  else
    for (let claim = first, next = at; claim < end; claim++, next++)
      to.claimWeight[next] = oldWeight[closedIndex(from, "weighings", from.claimWeight[claim]!)]!;
}
