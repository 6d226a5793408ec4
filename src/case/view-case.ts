import type { CaseStore } from "../store/case-store.ts";
import { listQuestions } from "./list-questions.ts";
import type { CountedCase } from "./overview/count-case.ts";
import type { FiguresApart } from "./overview/figures-apart.ts";
import { toLookAt } from "./to-look-at.ts";
import { redoable, undoable } from "./undo.ts";
import type { CaseView } from "./views.ts";

/** What the page needs before it draws. */
export function viewCase(store: CaseStore, counted: CountedCase, figures: readonly FiguresApart[]): CaseView {
  const { types, relations, properties } = store.ontology();
  const claims = new Map(counted.sources);
  return {
    name: store.name,
    revision: store.revision(),
    stats: counted.stats,
    types: [...types.values()],
    relations: [...relations.values()],
    properties: [...properties.values()],
    sources: store.sources().map((source) => ({ ...source, claims: claims.get(source.id) ?? 0 })),
    charts: store.charts().map(({ id, name, nodes }) => ({ id, name, nodes: nodes.length })),
    questions: listQuestions(store),
    toLookAt: toLookAt(store, { contested: counted.contested, figures }),
    canUndo: undoable(store)?.label ?? null,
    canRedo: redoable(store)?.label ?? null,
  };
}
