import { freeArrays } from "../base/free-arrays.ts";
import { standingOf, standingRank } from "../claims/standing.ts";
import { checkColumns } from "./check-columns.ts";
import { layParts } from "./lay-parts.ts";
import { laySlots } from "./lay-slots.ts";
import { laySpans } from "./lay-spans.ts";
import { layVoices } from "./lay-voices.ts";
import { layWeights } from "./lay-weights.ts";
import { layWhens } from "./lay-whens.ts";
import type { LinkColumns } from "./link-columns.ts";
import { linkHints } from "./link-hints.ts";
import { countIds } from "./packed-ids.ts";
import { AGAINST, ALONG, type Snapshot, type SnapshotColumns, STANDING_SHIFT, UNGRADED } from "./snapshot.ts";
import { newSnapshot } from "./snapshot-buffer.ts";
import { type BufferPlan, ownBuffer, roomFor } from "./snapshot-room.ts";
import { StanceCounter } from "./stance-counter.ts";

type OnRead = (columns: readonly unknown[]) => void;

/**
 * Lays columns out as a snapshot (layout: snapshot.ts, snapshot-buffer.ts). O(nodes + links + claims) time. Throws on
 * columns that break their contract: lengths that do not fit each other, an index out of its range, a link without
 * claims, more links, relations or types than there are numbers for. `onRead`: these columns,
 * all of which grow with links or claims, are not looked at again.
 */
export function laySnapshot(given: LinkColumns, plan: BufferPlan = ownBuffer, onRead: OnRead = () => {}): Snapshot {
  const columns = { ...given, claimStart: given.claimStart ?? oneClaimEach(given.linkFrom) };
  checkColumns(columns);
  const { linkFrom, linkTo, linkRelation, claimStart, names } = columns;
  const laid = layClaims(columns, onRead);
  const counts = {
    nodes: countIds(names.entities),
    links: linkFrom.length,
    claims: laid.claimVoice.length,
    slots: 2 * (linkFrom.length - selfLoops(columns)),
    voices: laid.voiceSource.length,
    whens: laid.whenSaid.length,
    spans: laid.spanFirst.length,
    weighings: laid.weighing.length,
    weighted: countWeighted(laid.claimWeight),
    sources: names.sources.length,
  };
  const snapshot = newSnapshot(counts, plan.kind, roomFor(counts, plan.regions));
  // One by one, and before the slots, which take most: what is in the snapshot now is held once.
  fill(snapshot, laid, freeArrays);
  fill(snapshot, { linkFrom, linkTo, linkRelation, claimStart }, onRead);
  if (columns.nodeType !== undefined) snapshot.nodeType.set(columns.nodeType);
  snapshot.sourceReliability.set(columns.sourceReliability ?? new Uint8Array(counts.sources).fill(UNGRADED));
  laySlots(snapshot, { kinds: linkKinds(snapshot, columns.symmetric), hints: linkHints(snapshot) });
  layParts(snapshot);
  return snapshot;
}

/** What a snapshot holds of claims; those who say them last, since the other columns are as long as theirs. */
function layClaims(columns: LinkColumns, onRead: OnRead) {
  const weights = layWeights(columns);
  onRead([columns.claimWeight]);
  const { spanOf, ...spans } = laySpans(columns.dates ?? []);
  const whens = layWhens(columns, spanOf);
  onRead([columns.claimDuring, columns.claimSaid]);
  const voices = layVoices(columns);
  onRead([columns.claimSource, columns.claimOrigin, columns.claimSpeaker, columns.claimBits]);
  return { ...weights, ...spans, ...whens, ...voices };
}

function oneClaimEach({ length }: Uint32Array): Uint32Array {
  const claimStart = new Uint32Array(length + 1);
  for (let link = 0; link <= length; link++) claimStart[link] = link;
  return claimStart;
}

function countWeighted(claimWeight: Uint32Array): number {
  let weighted = 0;
  for (let claim = 0; claim < claimWeight.length; claim++) if (claimWeight[claim] !== 0) weighted++;
  return weighted;
}

function selfLoops({ linkFrom, linkTo }: LinkColumns): number {
  let loops = 0;
  for (let link = 0; link < linkFrom.length; link++) if (linkFrom[link] === linkTo[link]) loops++;
  return loops;
}

function fill(snapshot: Snapshot, columns: Partial<SnapshotColumns>, onRead: OnRead): void {
  for (const [name, values] of Object.entries(columns)) {
    snapshot[name as keyof SnapshotColumns].set(values);
    onRead([values]);
  }
}

/** Per link its standing and its ways, as in the low bits of a slot at the subject's end. */
function linkKinds(snapshot: Snapshot, symmetric: Uint8Array | undefined): Uint8Array {
  const { links, linkRelation, claimStart } = snapshot;
  const kinds = new Uint8Array(links);
  const counter = new StanceCounter(snapshot);
  for (let link = 0; link < links; link++) {
    counter.begin();
    for (let claim = claimStart[link]!; claim < claimStart[link + 1]!; claim++) counter.add(claim);
    const standing = standingRank(standingOf(counter.counts)!);
    const against = symmetric !== undefined && symmetric[linkRelation[link]!] === 1 ? AGAINST : 0;
    kinds[link] = (standing << STANDING_SHIFT) | ALONG | against;
  }
  return kinds;
}
