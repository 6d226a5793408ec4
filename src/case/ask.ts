import type { Ontology } from "../claims/ontology.ts";
import { relationOf } from "../claims/ontology.ts";
import type { NamedSnapshot } from "../graph/build-snapshot.ts";
import { type AnswerByAsk, dressAnswer } from "../query/dress-answer.ts";
import type { Lookup } from "../query/lookup.ts";
import type { Budget } from "../query/meter.ts";
import { type Ask, type QuestionOf, run } from "../query/run.ts";
import type { CaseStore } from "../store/case-store.ts";
import { type ClaimsAtHand, claimIdsIn, wordsOf } from "./claim-ids-in.ts";
import { namedEntity } from "./claim-view.ts";
import type { DatedGraph } from "./current-graph.ts";
import { currentGraph } from "./current-graph.ts";
import type { SnapshotExchange } from "./snapshot-exchange.ts";

/** A case as questions see it: the snapshot of one revision, and names and words to dress its answers with. */
export interface AskableCase extends DatedGraph {
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

/** The case as it is now: `known` where it still is so, or with what has changed since (`currentGraph`). */
export function askableCase(store: CaseStore, known: AskableCase | null, options: AskableOptions): AskableCase {
  return askableUnless(store, known, { ...options, beside: "make one too" })!;
}

/**
 * Likewise, for a thread that has no transaction open: where another is making a snapshot that this one lacks, waits for it and begins anew, so
 * that one of them does the work. `held`: leaves the reading open in which the case is as the snapshot has it.
 */
export function askableInTurn(
  store: CaseStore,
  known: AskableCase | null,
  { reading, ...options }: AskableOptions & { readonly reading: "brief" | "held" },
): AskableCase {
  const look = (beside: "make one too" | "leave it"): AskableCase | null => {
    if (reading === "brief") return askableUnless(store, known, { ...options, beside });
    store.hold();
    let askable: AskableCase | null = null;
    try {
      askable = askableUnless(store, known, { ...options, beside });
    } finally {
      if (askable === null) store.letGo();
    }
    return askable;
  };
  for (;;) {
    const askable = look("leave it");
    if (askable !== null) return askable;
    if (options.exchange?.wait(options.cancelled ?? (() => false)) !== true) return look("make one too")!;
  }
}

function askableUnless(
  store: CaseStore,
  known: AskableCase | null,
  { cancelled, exchange, beside }: AskableOptions & { readonly beside: "make one too" | "leave it" },
): AskableCase | null {
  return store.reading(() => {
    const revision = store.revision();
    const isCurrent = (since: number) => since === revision || (since < revision && !store.graphChangedSince(since));
    if (known !== null && isCurrent(known.revision)) return { ...known, revision };
    const ontology = store.ontology();
    const current = currentGraph(store, known, { ontology, exchange, beside });
    if (current === null) return null;
    return askableOf(store, { ...current, revision }, { ontology, cancelled });
  });
}

/** By itself, so that what is made here does not hold on to the snapshot before, by the scope that it is made in. */
function askableOf(
  store: CaseStore,
  { graph, laid, revision }: DatedGraph,
  { ontology, cancelled }: Pick<AskableOptions, "cancelled"> & { readonly ontology: Ontology },
): AskableCase {
  const budget = { clock: () => performance.now(), ...(cancelled === undefined ? {} : { cancelled }) };
  const claimIds = claimIdsIn(store);
  return { revision, laid, graph: { ...graph, claimIds }, lookup: lookupIn(store, ontology, claimIds), budget };
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
    sourceTitle: (id) => store.near.sourceHead(id)?.title ?? id,
    claim: (id) => atHand?.words(id) ?? wordsOf(store.claim(id)),
  };
}
