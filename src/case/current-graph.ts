import type { Ontology } from "../claims/ontology.ts";
import type { BuiltSnapshot } from "../graph/build-snapshot.ts";
import { laySnapshot } from "../graph/lay-snapshot.ts";
import type { GraphPatch } from "../graph/patch.ts";
import { patchSnapshot } from "../graph/patch-snapshot.ts";
import { relaySnapshot } from "../graph/relay-snapshot.ts";
import { openSnapshot, snapshotLength } from "../graph/snapshot-buffer.ts";
import type { BufferPlan } from "../graph/snapshot-room.ts";
import type { CaseStore } from "../store/case-store.ts";
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
}

/**
 * The snapshot of the case as it is. Begins with `known`, with what another thread offers that was laid later, or with what is kept
 * in the file; brings it up to date by what has changed since; where it cannot take that in as it lies, lays it anew from itself; and
 * only where that will not do, either, builds it from the case. Of what it opens, lays or builds the other threads are told. Inside
 * `reading`.
 */
export function currentGraph(store: CaseStore, known: DatedGraph | null, terms: Terms): DatedGraph {
  const revision = store.revision();
  const base = laterLaid(known, terms, revision) ?? openedGraph(store, terms);
  if (base === null) return builtGraph(store, terms);
  if (!store.graphChangedSince(base.revision)) return { ...base, revision };
  const most = Math.max(FEW_CHANGES, Math.floor(base.graph.snapshot.links / LINKS_PER_CHANGE));
  const patch = store.graphPatchSince(base.revision, most);
  return (patch && patchedGraph(base, { patch, revision }, terms)) ?? builtGraph(store, terms);
}

interface DatedPatch {
  readonly patch: GraphPatch;
  /** After it. */
  readonly revision: number;
}

/** Null where the patch fits no snapshot that is laid from this one. */
function patchedGraph(base: DatedGraph, { patch, revision }: DatedPatch, { ontology, exchange }: Terms): DatedGraph | null {
  const plan = planOf(exchange);
  const patched = patch.links.length > FEW_LINKS ? null : patchSnapshot(base.graph, patch, ontology);
  if (patched !== null) return { graph: patched, revision, laid: base.laid };
  const laid = relaySnapshot(base.graph, patch, { ontology, plan });
  if (laid === null) return null;
  offer(exchange, laid, { patch: null, revision });
  return { graph: laid, revision, laid: revision };
}

/** What is known and what is offered, whichever was laid later, of those that are not ahead of the case. */
function laterLaid(known: DatedGraph | null, { ontology, exchange }: Terms, revision: number): DatedGraph | null {
  const usable = known !== null && known.revision <= revision ? known : null;
  const offered = exchange?.latest() ?? null;
  if (offered === null || offered.revision > revision || offered.revision <= (usable?.laid ?? -1)) return usable;
  const graph = offeredGraph(offered, ontology);
  return graph === null ? usable : { graph, revision: offered.revision, laid: offered.revision };
}

/** As of its revision; null where this thread gets no room in it. */
function offeredGraph({ buffer, length, names, patch }: OfferedSnapshot, ontology: Ontology): BuiltSnapshot | null {
  const laid = { snapshot: openSnapshot(buffer, length), names };
  return patch === null ? laid : patchSnapshot(laid, patch, ontology);
}

/** The snapshot that another thread offers; null for none. */
export function takeOffered(exchange: SnapshotExchange, ontology: Ontology): KeptSnapshot | null {
  const offered = exchange.latest();
  const graph = offered && offeredGraph(offered, ontology);
  return graph && { revision: offered!.revision, graph };
}

function openedGraph(store: CaseStore, { ontology, exchange }: Terms): DatedGraph | null {
  const kept = keptSnapshot(store, ontology);
  if (kept === null) return null;
  offer(exchange, kept.graph, { revision: kept.revision, patch: null });
  return { ...kept, laid: kept.revision };
}

function builtGraph(store: CaseStore, { exchange }: Terms): DatedGraph {
  const plan = planOf(exchange);
  const columns = store.graphColumns(plan.kind);
  const graph = { snapshot: laySnapshot(columns, plan), names: columns.names };
  const revision = store.revision();
  offer(exchange, graph, { revision, patch: null });
  return { graph, revision, laid: revision };
}

function offer(
  exchange: SnapshotExchange | undefined,
  { snapshot, names }: BuiltSnapshot,
  { revision, patch }: { readonly revision: number; readonly patch: GraphPatch | null },
): void {
  const { buffer } = snapshot;
  if (buffer instanceof SharedArrayBuffer) exchange?.offer({ revision, buffer, length: snapshotLength(snapshot), names, patch });
}
