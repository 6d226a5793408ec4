import type { Ontology } from "../claims/ontology.ts";
import { relationOf } from "../claims/ontology.ts";
import type { BuiltSnapshot, NamedSnapshot } from "../graph/build-snapshot.ts";
import { laySnapshot } from "../graph/lay-snapshot.ts";
import { type BufferKind, openSnapshot, snapshotBytes } from "../graph/snapshot-buffer.ts";
import { type AnswerByAsk, dressAnswer } from "../query/dress-answer.ts";
import type { Lookup } from "../query/lookup.ts";
import type { Budget } from "../query/meter.ts";
import { type Ask, type QuestionOf, run } from "../query/run.ts";
import type { CaseStore } from "../store/case-store.ts";
import { type ClaimsAtHand, claimIdsIn, wordsOf } from "./claim-ids-in.ts";
import { namedEntity } from "./claim-view.ts";
import { type KeptSnapshot, keptSnapshot } from "./keep-snapshot.ts";
import type { OfferedSnapshot, SnapshotExchange } from "./snapshot-exchange.ts";

/** A case as questions see it: the snapshot of one revision, and names and words to dress its answers with. */
export interface AskableCase {
  readonly revision: number;
  readonly graph: NamedSnapshot;
  readonly lookup: Lookup;
  readonly budget: Budget;
}

export interface AskableOptions {
  /** Polled while a search runs; true ends it with what it has. */
  readonly cancelled: (() => boolean) | undefined;
  /** Where snapshots are taken from and offered; undefined: the case has them to itself. */
  readonly exchange: SnapshotExchange | undefined;
}

/**
 * The case as it is now: `known`, the snapshot that another thread offers, or one built anew, whichever comes first of those
 * that show what a snapshot is made of as it stands.
 */
export function askableCase(store: CaseStore, known: AskableCase | null, options: AskableOptions): AskableCase {
  return store.reading(() => {
    const revision = store.revision();
    const isCurrent = (since: number) => since === revision || (since < revision && !store.graphChangedSince(since));
    if (known !== null && isCurrent(known.revision)) return { ...known, revision };
    const { cancelled, exchange } = options;
    const ontology = store.ontology();
    const offered = exchange?.latest() ?? null;
    const graph =
      offered !== null && isCurrent(offered.revision) ? opened(offered) : keptOrBuilt(store, ontology, { exchange, isCurrent });
    const budget = { clock: () => performance.now(), ...(cancelled === undefined ? {} : { cancelled }) };
    const claimIds = claimIdsIn(store);
    return { revision, graph: { ...graph, claimIds }, lookup: lookupIn(store, ontology, claimIds), budget };
  });
}

function opened({ buffer, length, names }: OfferedSnapshot): BuiltSnapshot {
  return { snapshot: openSnapshot(buffer, length), names };
}

/** The snapshot that another thread offers; null for none. */
export function takeOffered(exchange: SnapshotExchange): KeptSnapshot | null {
  const offered = exchange.latest();
  return offered && { revision: offered.revision, graph: opened(offered) };
}

interface Keeping {
  readonly exchange: SnapshotExchange | undefined;
  readonly isCurrent: (revision: number) => boolean;
}

/** The snapshot that is kept in the file, if it shows the case as it is, or one built; offered to other threads. */
function keptOrBuilt(store: CaseStore, ontology: Ontology, { exchange, isCurrent }: Keeping): BuiltSnapshot {
  const kept = keptSnapshot(store, ontology);
  const graph =
    kept !== null && isCurrent(kept.revision) ? kept.graph : builtSnapshot(store, exchange === undefined ? "own" : "shared");
  const { buffer } = graph.snapshot;
  if (buffer instanceof SharedArrayBuffer)
    exchange?.offer({ revision: store.revision(), buffer, length: snapshotBytes(graph.snapshot).length, names: graph.names });
  return graph;
}

function builtSnapshot(store: CaseStore, kind: BufferKind): BuiltSnapshot {
  const columns = store.graphColumns(kind);
  return { snapshot: laySnapshot(columns, kind), names: columns.names };
}

/** Answers any question, with names, words and verdicts. Throws BadInput for one that makes no sense. */
export function ask<A extends Ask>({ graph, lookup, budget }: AskableCase, question: QuestionOf<A>): AnswerByAsk[A] {
  return dressAnswer(question, run(question, graph, budget), { graph, lookup });
}

/** Names and words of a case, for answers and questions; of claims that are at hand without a look into the store. */
export function lookupIn(store: CaseStore, ontology: Ontology, atHand: Pick<ClaimsAtHand, "words"> | null = null): Lookup {
  return {
    entity: (id) => {
      const { type, name } = namedEntity(store, id);
      return { type: type as ReturnType<Lookup["entity"]>["type"], name };
    },
    relationLabel: (id) => relationOf(ontology, id).label,
    sourceTitle: (id) => store.source(id)?.title ?? id,
    claim: (id) => atHand?.words(id) ?? wordsOf(store.claim(id)),
  };
}
