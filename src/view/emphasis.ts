import type { EntityId, LinkId } from "../base/ids.ts";
import type { AnswerPath } from "../query/answer.ts";
import type { PartLink } from "./graph-part.ts";
import type { Emphasis } from "./scene.ts";

/** What the reader looks at. */
export interface Focus {
  readonly selectedEntities: Iterable<EntityId>;
  readonly selectedLink: LinkId | null;
  /** The path that is drawn, or null when none was asked for. */
  readonly path: Pick<AnswerPath, "entities" | "steps"> | null;
  /** The part of the graph that was asked for where the answer is no path; left out or null when there is none. */
  readonly part?: FocusPart | null;
}

export interface FocusPart {
  readonly entities: ReadonlySet<EntityId>;
  readonly links: ReadonlySet<LinkId>;
  /** Those of the entities that the question named. */
  readonly anchors: ReadonlySet<EntityId>;
}

export interface Emphases {
  node(id: EntityId): Emphasis;
  edge(link: PartLink): Emphasis;
  isSelectedNode(id: EntityId): boolean;
  isSelectedEdge(link: PartLink): boolean;
}

/**
 * Who stands out and who fades. Of each hop the strongest link that qualifies is the thread; the others of
 * that hop stay near. What is selected shows one hop around it; with a path or a selection all else fades.
 * A part is near, its anchors chosen. The path wins over the selection, which wins over nearness.
 */
export function emphasesOf(links: readonly PartLink[], { selectedEntities, selectedLink, path, part = null }: Focus): Emphases {
  const selected = new Set(selectedEntities);
  const chosen = part === null ? selected : selected.union(part.anchors);
  const threadNodes = new Set(path?.entities.map(({ id }) => id));
  const hops = path?.steps.map((step) => step.links.map(({ id }) => id)) ?? [];
  const threadEdges = new Set(hops.flatMap((hop) => hop.slice(0, 1)));
  const nearEdges = new Set([...hops.flatMap((hop) => hop.slice(1)), ...(part?.links ?? [])]);
  const nearNodes = new Set<EntityId>(part?.entities);
  for (const { id, from, to } of links) {
    const touches = selected.has(from) || selected.has(to);
    if (touches) nearEdges.add(id);
    if (touches || id === selectedLink) nearNodes.add(from).add(to);
  }
  const looksAt = path !== null || chosen.size > 0 || selectedLink !== null || nearNodes.size > 0;
  const rest: Emphasis = looksAt ? "faded" : "plain";
  return {
    node: (id) => (threadNodes.has(id) ? "path" : chosen.has(id) ? "selected" : nearNodes.has(id) ? "near" : rest),
    edge: ({ id }) => (threadEdges.has(id) ? "path" : id === selectedLink ? "selected" : nearEdges.has(id) ? "near" : rest),
    isSelectedNode: (id) => chosen.has(id),
    isSelectedEdge: ({ id }) => id === selectedLink,
  };
}
