import type { SceneEdge, SceneNode } from "../../../view/scene.ts";
import type { EdgeLook, NodeLook } from "../looks.ts";

export interface LabelNode {
  readonly node: SceneNode;
  /** The attributes that sigma draws: where the node stands now. */
  readonly look: NodeLook;
}

export interface LabelEdge {
  readonly edge: SceneEdge;
  readonly look: EdgeLook;
  readonly from: LabelNode;
  readonly to: LabelNode;
}

const ranks = { path: 0, selected: 1, near: 2, plain: 3, faded: 4 } as const;

/** Names in the order in which they are given room: what stands out first, then the larger, then as drawn. */
export function inOrderOfNames(nodes: readonly LabelNode[]): LabelNode[] {
  return [...nodes].sort(
    ({ node: a }, { node: b }) =>
      Number(b.selected) - Number(a.selected) || ranks[a.emphasis] - ranks[b.emphasis] || b.size - a.size,
  );
}

export function inOrderOfLines(edges: readonly LabelEdge[]): LabelEdge[] {
  return [...edges].sort(
    ({ edge: a }, { edge: b }) => Number(b.selected) - Number(a.selected) || ranks[a.emphasis] - ranks[b.emphasis],
  );
}
