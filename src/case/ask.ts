import type { Ontology } from "../claims/ontology.ts";
import { relationOf } from "../claims/ontology.ts";
import { buildSnapshot, type NamedSnapshot } from "../graph/build-snapshot.ts";
import { type AnswerByAsk, dressAnswer } from "../query/dress-answer.ts";
import type { Lookup } from "../query/lookup.ts";
import type { Budget } from "../query/meter.ts";
import { type Ask, type QuestionOf, run } from "../query/run.ts";
import type { CaseStore } from "../store/case-store.ts";
import { namedEntity } from "./claim-view.ts";

/** A case as questions see it: the snapshot of one revision, and names and words to dress its answers with. */
export interface AskableCase {
  readonly graph: NamedSnapshot;
  readonly lookup: Lookup;
  readonly budget: Budget;
}

/** `cancelled` is polled while a search runs; true ends it with what it has. */
export function askableCase(store: CaseStore, cancelled?: () => boolean): AskableCase {
  const ontology = store.ontology();
  return {
    graph: buildSnapshot(store.forSnapshot(), ontology),
    lookup: lookupIn(store, ontology),
    budget: { clock: () => performance.now(), ...(cancelled === undefined ? {} : { cancelled }) },
  };
}

/** Answers any question, with names, words and verdicts. Throws BadInput for one that makes no sense. */
export function ask<A extends Ask>({ graph, lookup, budget }: AskableCase, question: QuestionOf<A>): AnswerByAsk[A] {
  return dressAnswer(question, run(question, graph, budget), { graph, lookup });
}

/** Names and words of a case, for answers and questions. */
export function lookupIn(store: CaseStore, ontology: Ontology): Lookup {
  return {
    entity: (id) => {
      const { type, name } = namedEntity(store, id);
      return { type: type as ReturnType<Lookup["entity"]>["type"], name };
    },
    relationLabel: (id) => relationOf(ontology, id).label,
    sourceTitle: (id) => store.source(id)?.title ?? id,
    claim: (id) => {
      const claim = store.claim(id);
      const citation = claim?.citation ?? null;
      return {
        quote: citation === null || citation.kind === "row" ? null : citation.quote,
        said: claim?.said ?? null,
        during: claim?.during ?? null,
      };
    },
  };
}
