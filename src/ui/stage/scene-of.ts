import type { EntityId, LinkId } from "../../base/ids.ts";
import type { CaseView } from "../../case/views.ts";
import type { Ontology } from "../../claims/ontology.ts";
import type { AnswerPath } from "../../query/answer.ts";
import { buildScene } from "../../view/build-scene.ts";
import type { Scene } from "../../view/scene.ts";
import type { GraphIndex, Hidden } from "../state/graph-index.ts";

interface SceneState {
  readonly graph: GraphIndex | null;
  readonly hidden: Hidden;
  readonly selected: readonly EntityId[];
  readonly selectedLink: LinkId | null;
  readonly path: AnswerPath | null;
  readonly view: CaseView | null;
  readonly theme: "light" | "dark";
}

/** What the canvas draws of the page's state. */
export function sceneOf({ graph, hidden, selected, selectedLink, path, view, theme }: SceneState): Scene {
  if (graph === null) return { nodes: [], edges: [] };
  return buildScene(graph.view, ontologyOf(view), {
    theme,
    selectedEntities: selected,
    selectedLink,
    path,
    hiddenTypes: hidden.types,
    hiddenStandings: hidden.standings,
  });
}

/** The case's types and relations, for what is drawn of them. */
export function ontologyOf(view: CaseView | null): Ontology {
  return {
    types: new Map(view?.types.map((type) => [type.id, type])),
    relations: new Map(view?.relations.map((relation) => [relation.id, relation])),
    properties: new Map(),
  };
}
