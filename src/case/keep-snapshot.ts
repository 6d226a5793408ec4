import { createHash } from "node:crypto";
import type { Problem } from "../base/problem.ts";
import type { Ontology } from "../claims/ontology.ts";
import type { BuiltSnapshot } from "../graph/build-snapshot.ts";
import { keptPieces, openKept } from "../graph/kept-snapshot.ts";
import { laySnapshot } from "../graph/lay-snapshot.ts";
import { relaySnapshot } from "../graph/relay-snapshot.ts";
import { isSameSnapshot } from "../graph/same-snapshot.ts";
import { ownBuffer } from "../graph/snapshot-room.ts";
import type { CaseStore } from "../store/case-store.ts";
import type { CheckWatch } from "../store/check-step.ts";

const snapshotName = "snapshot";

/** What is not worth keeping: cases of fewer entities and claims are built in a moment. */
const SMALL = 50_000;
/** A kept snapshot is written anew when so many changes, and this part of the case, came after it: what one change writes stays bounded. */
const FEWEST_CHANGES = 2_000;
const SHARE_CHANGED = 1 / 128;

export interface KeptSnapshot {
  /** Of the case as it shows it. */
  readonly revision: number;
  readonly graph: BuiltSnapshot;
}

/** The snapshot that is kept with the case; null for none, and for one that is damaged or was made by other rules. */
export function keptSnapshot(store: CaseStore, ontology: Ontology): KeptSnapshot | null {
  const kept = store.derived(snapshotName);
  if (kept === null || kept.revision > store.revision()) return null;
  try {
    return { revision: kept.revision, graph: openKept(kept.bytes, { mark: markOf(ontology), ontology }) };
  } catch {
    return null;
  }
}

/** Whether one is kept, sound or not. */
export function isKept(store: CaseStore): boolean {
  return store.changesSinceDerived(snapshotName, 1) !== null;
}

/**
 * Keeps what `snapshot` gives, step by step, if the case is large and what is kept is none or far behind; `snapshot` is not asked
 * otherwise, and may have none to give.
 */
export function keepSnapshot(store: CaseStore, snapshot: () => KeptSnapshot | null, smallest = SMALL): Iterable<void> {
  const given = isWorthKeeping(store, smallest) ? snapshot() : null;
  const ontology = store.ontology();
  const laid = given && asLaid(given.graph, ontology);
  if (given === null || laid === null) return [];
  const bytes = keptPieces(laid, markOf(ontology));
  return store.keepDerived(snapshotName, { revision: given.revision, bytes });
}

/** One that has changed since it was laid is laid anew; null where it cannot be. */
function asLaid(graph: BuiltSnapshot, ontology: Ontology): BuiltSnapshot | null {
  const nothing = { links: [], entities: [], sources: [] };
  return graph.snapshot.tail === null ? graph : relaySnapshot(graph, nothing, { ontology, plan: ownBuffer });
}

function isWorthKeeping(store: CaseStore, smallest: number): boolean {
  const size = store.sizeAtMost();
  if (size < smallest) return false;
  const most = Math.max(FEWEST_CHANGES, Math.floor(size * SHARE_CHANGED));
  const behind = store.changesSinceDerived(snapshotName, most);
  return behind === null || behind >= most;
}

/** What is wrong with a case, and, where nothing else is, with the snapshot that it keeps. */
export function checkStore(store: CaseStore, onStep: CheckWatch = () => {}): Problem[] {
  const problems = store.check(onStep);
  if (problems.length > 0) return problems;
  onStep("snapshot");
  return checkKept(store);
}

/** Whether what is kept, and says that it shows the case as it is, is what would be built. O(entities + links + claims). */
function checkKept(store: CaseStore): Problem[] {
  const kept = keptSnapshot(store, store.ontology());
  if (kept === null || store.graphChangedSince(kept.revision)) return [];
  const columns = store.graphColumns("own");
  if (isSameSnapshot({ snapshot: laySnapshot(columns), names: columns.names }, kept.graph)) return [];
  const message = "wanted what the claims add up to, got something else; clew compact takes it away";
  return [{ file: store.name, where: "derived snapshot", kind: "stale-derived", message }];
}

/** Which relations go both ways: slots say so. */
function markOf({ relations }: Ontology): string {
  const sum = createHash("sha256");
  for (const { id, symmetric } of relations.values()) sum.update(JSON.stringify([id, symmetric]));
  return sum.digest("hex");
}
