import type { CaseStore } from "../store/case-store.ts";
import { listQuestions } from "./list-questions.ts";
import { toLookAt } from "./to-look-at.ts";
import { redoable, undoable } from "./undo.ts";
import type { CaseView } from "./views.ts";

/** What the page needs before it draws. */
export function viewCase(store: CaseStore): CaseView {
  const { types, relations, properties } = store.ontology();
  return {
    name: store.name,
    revision: store.revision(),
    stats: store.stats(),
    types: [...types.values()],
    relations: [...relations.values()],
    properties: [...properties.values()],
    sources: store.sources().map((source) => ({ ...source, claims: store.claimsOfSource(source.id).length })),
    charts: store.charts().map(({ id, name, nodes }) => ({ id, name, nodes: nodes.length })),
    questions: listQuestions(store),
    toLookAt: toLookAt(store),
    canUndo: undoable(store)?.label ?? null,
    canRedo: redoable(store)?.label ?? null,
  };
}
