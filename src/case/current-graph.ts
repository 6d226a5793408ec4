import { freeArrays } from "../base/free-arrays.ts";
import type { Ontology } from "../claims/ontology.ts";
import type { BuiltSnapshot } from "../graph/build-snapshot.ts";
import { laySnapshot } from "../graph/lay-snapshot.ts";
import type { GraphPatch } from "../graph/patch.ts";
import { patchSnapshot } from "../graph/patch-snapshot.ts";
import { relaySnapshot } from "../graph/relay-snapshot.ts";
import { openSnapshot, snapshotLength } from "../graph/snapshot-buffer.ts";
import type { BufferPlan } from "../graph/snapshot-room.ts";
import type { CaseStore } from "../store/case-store.ts";
import type { ComingRevision } from "../store/coming-revision.ts";
import { type KeptSnapshot, keptSnapshot } from "./keep-snapshot.ts";
import type { OfferedSnapshot, SnapshotExchange } from "./snapshot-exchange.ts";

/** A snapshot, and of when it is. */
export interface DatedGraph {
  readonly graph: BuiltSnapshot;
  /** What it shows. */
  readonly revision: number;
  /** When its columns were laid, by this thread or another. */
  readonly laid: number;
}

/** Threads that may patch one snapshot at a time; one more lays it anew for itself. */
const REGIONS = 8;
const planOf = (exchange: SnapshotExchange | undefined): BufferPlan =>
  exchange === undefined ? { kind: "own", regions: 1 } : { kind: "shared", regions: REGIONS };

/** More changes than this, or than one link in so many, and a snapshot is built anew, which costs about as much then. */
const FEW_CHANGES = 2000;
const LINKS_PER_CHANGE = 8;
/** With more links, all is laid anew by one thread: to each of the others it costs nothing. */
const FEW_LINKS = 1000;

interface Terms {
  readonly ontology: Ontology;
  readonly exchange: SnapshotExchange | undefined;
  /** Whether this thread makes a snapshot while another does. */
  readonly beside: "make one too" | "leave it";
}

/**
 * The snapshot of the case as it is. Begins with `known`, with what another thread offers that was laid later, or with what is kept
 * in the file; brings it up to date by what has changed since; where it cannot take that in as it lies, lays it anew from itself; and
 * only where that will not do, either, builds it from the case. Of what it opens, lays or builds the other threads are told. Null where that
 * is left to another thread, which is at it (`beside`). Inside `reading`.
 */
export function currentGraph(store: CaseStore, known: DatedGraph | null, terms: Terms): DatedGraph | null {
  const revision = store.revision();
  const base = laterLaid(known, terms, revision);
  if (base === null) return making(terms, () => openedAndCurrent(store, terms));
  if (!store.graphChangedSince(base.revision)) return { ...base, revision };
  const patch = patchSince(store, base);
  const graph = patch !== null && patch.links.length <= FEW_LINKS ? patchSnapshot(base.graph, patch, terms.ontology) : null;
  if (graph !== null) return { graph, revision, laid: base.laid };
  return making(terms, () => (patch && laidGraph(base, { patch, revision }, terms)) ?? builtGraph(store, terms));
}

/** What `make` gives, unless another thread is making a snapshot, and this one is to leave it. */
function making({ exchange, beside }: Terms, make: () => DatedGraph): DatedGraph | null {
  if (exchange === undefined) return make();
  if (!exchange.begin() && beside === "leave it") return null;
  try {
    return make();
  } finally {
    exchange.end();
  }
}

function openedAndCurrent(store: CaseStore, terms: Terms): DatedGraph {
  const revision = store.revision();
  const kept = openedGraph(store, terms);
  if (kept === null) return builtGraph(store, terms);
  if (!store.graphChangedSince(kept.revision)) {
    offer(terms.exchange, kept.graph, kept.revision);
    return { ...kept, revision };
  }
  const patch = patchSince(store, kept);
  return (patch && laidGraph(kept, { patch, revision }, terms)) ?? builtGraph(store, terms);
}

function patchSince(store: CaseStore, { graph, revision }: DatedGraph): GraphPatch | null {
  return store.graphPatchSince(revision, mostChanges(graph));
}

function mostChanges({ snapshot }: BuiltSnapshot): number {
  return Math.max(FEW_CHANGES, Math.floor(snapshot.links / LINKS_PER_CHANGE));
}

interface DatedPatch {
  readonly patch: GraphPatch;
  /** After it. */
  readonly revision: number;
}

/** Null where the patch fits no snapshot that is laid from this one. */
function laidGraph(base: DatedGraph, { patch, revision }: DatedPatch, { ontology, exchange }: Terms): DatedGraph | null {
  const graph = relaySnapshot(base.graph, patch, { ontology, plan: planOf(exchange) });
  if (graph === null) return null;
  offer(exchange, graph, revision);
  return { graph, revision, laid: revision };
}

/** What is known and what is offered, whichever was laid later, of those that are not ahead of the case. */
function laterLaid(known: DatedGraph | null, { exchange }: Terms, revision: number): DatedGraph | null {
  const usable = known !== null && known.revision <= revision ? known : null;
  const offered = exchange?.latest() ?? null;
  if (offered === null || offered.revision > revision || offered.revision <= (usable?.laid ?? -1)) return usable;
  return { graph: offeredGraph(offered), revision: offered.revision, laid: offered.revision };
}

function offeredGraph({ buffer, length, names }: OfferedSnapshot): BuiltSnapshot {
  return { snapshot: openSnapshot(buffer, length), names };
}

/** The newest snapshot that a thread has offered, this one among them; null for none. */
export function takeOffered(exchange: SnapshotExchange): KeptSnapshot | null {
  const offered = exchange.newest();
  return offered && { revision: offered.revision, graph: offeredGraph(offered) };
}

/**
 * The snapshot of a revision that is about to be on disk, laid from the newest that threads have; null where there is none, and where each
 * of them takes in what is coming by itself, or has to build it.
 */
export function laidAhead(exchange: SnapshotExchange, coming: ComingRevision): DatedGraph | null {
  if (coming.changes <= FEW_LINKS) return null;
  const newest = takeOffered(exchange);
  if (newest === null) return null;
  const patch = coming.patchSince(newest.revision, mostChanges(newest.graph));
  if (patch === null || patch.links.length <= FEW_LINKS) return null;
  const graph = relaySnapshot(newest.graph, patch, { ontology: coming.ontology(), plan: planOf(exchange) });
  return graph && { graph, revision: coming.revision, laid: coming.revision };
}

function openedGraph(store: CaseStore, { ontology }: Terms): DatedGraph | null {
  const kept = keptSnapshot(store, ontology);
  return kept && { ...kept, laid: kept.revision };
}

function builtGraph(store: CaseStore, { exchange }: Terms): DatedGraph {
  const plan = planOf(exchange);
  const columns = store.graphColumns(plan.kind);
  const graph = { snapshot: laySnapshot(columns, plan, freeArrays), names: columns.names };
  const revision = store.revision();
  offer(exchange, graph, revision);
  return { graph, revision, laid: revision };
}

/** Tells the other threads of it. */
export function offer(exchange: SnapshotExchange | undefined, { snapshot, names }: BuiltSnapshot, revision: number): void {
  const { buffer } = snapshot;
  if (buffer instanceof SharedArrayBuffer) exchange?.offer({ revision, buffer, length: snapshotLength(snapshot), names });
}
