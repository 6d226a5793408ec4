import type { FormatReader } from "../format.ts";
import { idText } from "../json-graph.ts";
import { type GraphLists, readGraphLists } from "../json-graph-lists.ts";
import { jsonHead } from "../json-head.ts";
import { fieldOf, firstIn, hasKeys, isJsonObject, listAt, objectAt } from "../json-value.ts";

/**
 * What graphology exports: nodes and edges under their keys, what they say in `attributes`; an edge is directed unless it says
 * `undirected`, or stands in `undirectedEdges`. The attributes and options of the graph are left out.
 */
export const graphologyReader: FormatReader = {
  recognizes(head) {
    const root = jsonHead(head);
    if (!isJsonObject(root)) return false;
    const nodes = listAt(root, "nodes");
    if (nodes.some((node) => hasKeys(node, "key", "attributes"))) return true;
    const [edge, options] = [firstIn(fieldOf(root, "edges")), objectAt(root, "options")];
    const isEdge = hasKeys(edge, "source", "target") && (hasKeys(edge, "attributes") || hasKeys(edge, "key"));
    const isGraph = hasKeys(options, "multi") || hasKeys(options, "allowSelfLoops") || isEdge;
    return isGraph && nodes.every((node) => hasKeys(node, "key") && Object.keys(node).length === 1);
  },
  start: (context) => readGraphLists(context, graphology),
};

const graphology: GraphLists = {
  program: "graphology",
  wanted: "a key",
  lists: ["nodes", "edges", "undirectedEdges", "directedEdges"],
  silent: ["attributes", "options"],
  node: (graph, item, node) => graph.node(item, objectAt(node, "attributes") ?? {}, { id: idText(fieldOf(node, "key")) }),
  edge(graph, item, edge) {
    const isUndirected = fieldOf(edge, "undirected") === true || item.path[0] === "undirectedEdges";
    return graph.edge(item, objectAt(edge, "attributes") ?? {}, {
      id: idText(fieldOf(edge, "key")) || null,
      from: idText(fieldOf(edge, "source")),
      to: idText(fieldOf(edge, "target")),
      direction: isUndirected ? "undirected" : "directed",
      taken: [],
    });
  },
};
