import { type EntityId, entityTypeId } from "../base/ids.ts";
import { type Ontology, relationOf, typeOf } from "../claims/ontology.ts";
import type { Standing } from "../claims/standing.ts";
import { type Emphases, emphasesOf, type Focus } from "./emphasis.ts";
import type { GraphPart, PartEntity, PartLink } from "./graph-part.ts";
import { nodeRadius } from "./node-radius.ts";
import { parallelBends } from "./parallel-bends.ts";
import { lineForms, type Scene, type SceneEdge, type SceneNode } from "./scene.ts";

export interface SceneView extends Focus {
  readonly theme: "light" | "dark";
  readonly hiddenTypes?: ReadonlySet<string>;
  readonly hiddenStandings?: ReadonlySet<Standing>;
  readonly hiddenEntities?: ReadonlySet<EntityId>;
}

/**
 * What to draw of `graph`, in its order. Hidden entities take their links with them; a hidden standing
 * takes its links alone. The answer (a path or a part) and the selected link stay whatever is hidden: an answer is never cut.
 * Cost: linear in entities and links.
 */
export function buildScene(graph: GraphPart, ontology: Ontology, view: SceneView): Scene {
  const { entities, links } = shownPart(graph, view);
  const emphases = emphasesOf(links, view);
  const mostLinks = entities.reduce((most, { degree }) => Math.max(most, degree), 0);
  const bends = parallelBends(links);
  return {
    nodes: entities.map((entity) =>
      sceneNode(entity, { ontology, theme: view.theme, emphases, crowd: { mostLinks, entities: entities.length } }),
    ),
    edges: links.map((link, at) => sceneEdge(link, { ontology, emphases, bend: bends[at] ?? 0 })),
  };
}

function shownPart({ entities, links }: GraphPart, view: SceneView): GraphPart {
  const kept = new Set<string>([...(view.path?.entities.map(({ id }) => id) ?? []), ...(view.part?.entities ?? [])]);
  const onPath = view.path?.steps.flatMap((step) => step.links.map(({ id }) => id)) ?? [];
  const keptLinks = new Set<string>([...onPath, ...(view.part?.links ?? [])]);
  if (view.selectedLink !== null) keptLinks.add(view.selectedLink);
  for (const { id, from, to } of links) if (keptLinks.has(id)) kept.add(from).add(to);
  const shownEntities = entities.filter(
    ({ id, type }) => kept.has(id) || !(view.hiddenTypes?.has(type) || view.hiddenEntities?.has(id)),
  );
  const shown = new Set(shownEntities.map(({ id }) => id));
  const shownLinks = links.filter(
    ({ id, from, to, standing }) =>
      shown.has(from) && shown.has(to) && (keptLinks.has(id) || !view.hiddenStandings?.has(standing)),
  );
  return { entities: shownEntities, links: shownLinks };
}

interface NodeLook {
  readonly ontology: Ontology;
  readonly theme: "light" | "dark";
  readonly emphases: Emphases;
  readonly crowd: { readonly mostLinks: number; readonly entities: number };
}

function sceneNode({ id, type, name, degree }: PartEntity, { ontology, theme, emphases, crowd }: NodeLook): SceneNode {
  const kind = typeOf(ontology, entityTypeId(type === "" ? "thing" : type));
  return {
    id,
    type: kind.id,
    typeLabel: kind.label,
    label: name === "" ? id : name,
    shape: kind.shape,
    icon: kind.icon,
    color: kind.color[theme],
    size: nodeRadius(degree, crowd),
    emphasis: emphases.node(id),
    selected: emphases.isSelectedNode(id),
  };
}

interface EdgeLook {
  readonly ontology: Ontology;
  readonly emphases: Emphases;
  readonly bend: number;
}

function sceneEdge(link: PartLink, { ontology, emphases, bend }: EdgeLook): SceneEdge {
  const relation = relationOf(ontology, link.relation);
  return {
    id: link.id,
    from: link.from,
    to: link.to,
    label: relation.label,
    standing: link.standing,
    form: lineForms[link.standing],
    arrow: !relation.symmetric,
    bend,
    emphasis: emphases.edge(link),
    selected: emphases.isSelectedEdge(link),
  };
}
