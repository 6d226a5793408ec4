import { MultiDirectedGraph } from "graphology";
import type { EntityId } from "../../base/ids.ts";
import type { Scene } from "../../view/scene.ts";
import type { LabelEdge, LabelNode } from "./labels/label-items.ts";
import { type EdgeLook, edgeKey, edgeLook, type NodeLook, nodeKey, nodeLook } from "./looks.ts";
import type { Palette } from "./palette.ts";

export type CanvasGraph = MultiDirectedGraph<NodeLook, EdgeLook>;

/** A scene with the graph that sigma draws of it; the looks are the graph's own attributes, changed in place. */
export interface DrawnScene {
  readonly scene: Scene;
  readonly graph: CanvasGraph;
  readonly nodes: readonly LabelNode[];
  readonly edges: readonly LabelEdge[];
  readonly byEntity: ReadonlyMap<EntityId, LabelNode>;
}

interface Spot {
  readonly x: number;
  readonly y: number;
}

/** A new graph of the scene. Nodes whose place is not known yet wait where `placeOf` puts them. */
export function drawScene(scene: Scene, palette: Palette, placeOf: (id: EntityId) => Spot): DrawnScene {
  const graph: CanvasGraph = new MultiDirectedGraph();
  const byEntity = new Map<EntityId, LabelNode>();
  for (const node of scene.nodes) {
    const key = nodeKey(node.id);
    graph.addNode(key, nodeLook(node, placeOf(node.id)));
    byEntity.set(node.id, { node, look: graph.getNodeAttributes(key) });
  }
  const edges: LabelEdge[] = [];
  for (const edge of scene.edges) {
    const from = byEntity.get(edge.from);
    const to = byEntity.get(edge.to);
    if (from === undefined || to === undefined)
      throw new Error(`scene: wanted both ends of link ${edge.id} among its nodes, found one missing`);
    const key = edgeKey(edge.id);
    graph.addDirectedEdgeWithKey(key, nodeKey(edge.from), nodeKey(edge.to), edgeLook(edge, palette));
    edges.push({ edge, look: graph.getEdgeAttributes(key), from, to });
  }
  return { scene, graph, nodes: [...byEntity.values()], edges, byEntity };
}

/** The same graph in the looks of another scene of the same nodes and links, in the same order. */
export function restyleScene(drawn: DrawnScene, scene: Scene, palette: Palette): DrawnScene {
  const byEntity = new Map<EntityId, LabelNode>();
  for (const [at, node] of scene.nodes.entries()) {
    const look = drawn.nodes[at]?.look;
    if (look === undefined) throw new Error("scene: wanted the nodes that are drawn");
    Object.assign(look, nodeLook(node, look));
    byEntity.set(node.id, { node, look });
  }
  const edges = scene.edges.map((edge, at): LabelEdge => {
    const look = drawn.edges[at]?.look;
    const from = byEntity.get(edge.from);
    const to = byEntity.get(edge.to);
    if (look === undefined || from === undefined || to === undefined) throw new Error("scene: wanted the links that are drawn");
    Object.assign(look, edgeLook(edge, palette));
    return { edge, look, from, to };
  });
  return { scene, graph: drawn.graph, nodes: [...byEntity.values()], edges, byEntity };
}

/** Whether two scenes hold the same nodes and links in the same order: then only looks differ. */
export function sameParts(a: Scene, b: Scene): boolean {
  return (
    a.nodes.length === b.nodes.length &&
    a.edges.length === b.edges.length &&
    a.nodes.every(({ id }, at) => id === b.nodes[at]?.id) &&
    a.edges.every(({ id }, at) => id === b.edges[at]?.id)
  );
}
