import type { EntityId, LinkId } from "../../base/ids.ts";
import type { CaseView } from "../../case/views.ts";
import type { Ontology } from "../../claims/ontology.ts";
import type { Answer } from "../../query/answer.ts";
import { buildScene } from "../../view/build-scene.ts";
import type { FocusPart } from "../../view/emphasis.ts";
import type { GraphPart } from "../../view/graph-part.ts";
import type { Scene } from "../../view/scene.ts";
import { type AnswerPart, shownPart, wholePart } from "../state/answer-part.ts";
import { asPaths } from "../state/by-ask.ts";
import type { GraphIndex, Hidden } from "../state/graph-index.ts";

interface SceneState {
  readonly graph: GraphIndex | null;
  readonly hidden: Hidden;
  readonly selected: readonly EntityId[];
  readonly selectedLink: LinkId | null;
  readonly answer: Answer | null;
  /** Which path, match or entity of the answer is open. */
  readonly shown: number;
  /** The answer alone. */
  readonly isolated: boolean;
  readonly view: CaseView | null;
  readonly theme: "light" | "dark";
}

/** What the canvas draws of the page's state: the graph with the answer in it, also where the graph lacks some of that. */
export function sceneOf(state: SceneState): Scene {
  const { graph, hidden, selected, selectedLink, answer, shown, isolated, view, theme } = state;
  if (graph === null) return { nodes: [], edges: [] };
  const whole = answer === null ? null : wholePart(answer);
  const drawn = whole === null ? graph.view : isolated ? alone(graph, whole) : withPart(graph, whole);
  const path = answer === null ? null : (asPaths(answer)?.paths[shown] ?? null);
  return buildScene(drawn, ontologyOf(view), {
    theme,
    selectedEntities: selected,
    selectedLink,
    path,
    part: answer === null ? null : partInFront(answer, { shown, isolated }),
    hiddenTypes: isolated ? nothing : hidden.types,
    hiddenStandings: isolated ? nothing : hidden.standings,
  });
}

/** Paths have the thread; alone on the canvas all of an answer is in front. */
function partInFront(answer: Answer, { shown, isolated }: Pick<SceneState, "shown" | "isolated">): FocusPart | null {
  if (asPaths(answer) === null) return focusOf(shownPart(answer, shown));
  return isolated ? { ...focusOf(wholePart(answer)), anchors: nothing } : null;
}

const nothing: ReadonlySet<never> = new Set();

function focusOf({ entities, links, anchors }: AnswerPart): FocusPart {
  return {
    entities: new Set(entities.map(({ id }) => id)),
    links: new Set(links.map(({ id }) => id)),
    anchors: new Set(anchors),
  };
}

function alone(graph: GraphIndex, part: AnswerPart): GraphPart {
  const { entities, links } = withPart(graph, part);
  const kept = focusOf(part);
  return { entities: entities.filter(({ id }) => kept.entities.has(id)), links: links.filter(({ id }) => kept.links.has(id)) };
}

/** The graph, and behind it what the answer has beyond it. */
function withPart({ view, entities, links }: GraphIndex, part: AnswerPart): GraphPart {
  const further = part.entities.filter(({ id }) => !entities.has(id));
  if (further.length === 0) return view;
  const degree = (id: EntityId) => part.links.filter(({ from, to }) => from === id || to === id).length;
  return {
    entities: [...view.entities, ...further.map(({ id, name, type }) => ({ id, name, type, degree: degree(id) }))],
    links: [...view.links, ...part.links.filter(({ id }) => !links.has(id))],
  };
}

/** The case's types and relations, for what is drawn of them. */
export function ontologyOf(view: CaseView | null): Ontology {
  return {
    types: new Map(view?.types.map((type) => [type.id, type])),
    relations: new Map(view?.relations.map((relation) => [relation.id, relation])),
    properties: new Map(),
  };
}
