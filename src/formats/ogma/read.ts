import type { FormatReader } from "../format.ts";
import type { GraphEdge, GraphNode } from "../graph-records.ts";
import { attributesOf, idText, isOwnEdge, type JsonGraph } from "../json-graph.ts";
import { type GraphLists, readGraphLists } from "../json-graph-lists.ts";
import { jsonHead } from "../json-head.ts";
import type { JsonItem } from "../json-items.ts";
import { fieldOf, firstIn, hasKeys, type JsonObject, objectAt, textAt, textsAt } from "../json-value.ts";

/**
 * What Ogma and Linkurious export: nodes and edges with their id, and `data` beside it, which is what they say or has it under `properties`; the
 * first of a node's `categories` is its type, an edge's `type` its relation. `attributes` say where a node is drawn, and how.
 */
export const ogmaReader: FormatReader = {
  recognizes(head) {
    const root = jsonHead(head);
    const [node, edge] = [firstIn(fieldOf(root, "nodes")), firstIn(fieldOf(root, "edges"))];
    const isNode = hasKeys(node, "id") && ["data", "categories", "attributes"].some((key) => hasKeys(node, key));
    return isNode || (hasKeys(edge, "id", "source", "target") && hasKeys(edge, "data"));
  },
  start: (context) => readGraphLists(context, ogma),
};

const ogma: GraphLists = {
  program: "Ogma",
  wanted: "an id",
  lists: ["nodes", "edges"],
  silent: [],
  node: nodeOf,
  edge: edgeOf,
};

function nodeOf(graph: JsonGraph, item: JsonItem, node: JsonObject): GraphNode {
  const [data, drawn] = [objectAt(node, "data"), objectAt(node, "attributes")];
  const fields = propertiesIn(data);
  const [type = "", ...more] = [...textsAt(node, "categories"), ...(fields === data ? [] : textsAt(data, "categories"))];
  if (drawn !== undefined && Object.keys(drawn).some((key) => !placeKeys.includes(key))) graph.look(item);
  const read = graph.node(item, fields, { id: idText(fieldOf(node, "id")), position: placeIn(drawn) });
  const labels = attributesOf([["categories", more]]);
  const hasName = ["label", "name", "title"].some((key) => textAt(fields, key) !== "");
  return { ...read, type, label: hasName ? "" : textIn(drawn), attributes: [...read.attributes, ...labels] };
}

function edgeOf(graph: JsonGraph, item: JsonItem, edge: JsonObject): GraphEdge {
  const data = objectAt(edge, "data");
  const fields = propertiesIn(data);
  const type = textAt(edge, "type") || (fields === data ? "" : textAt(data, "type"));
  const read = graph.edge(item, fields, {
    id: idText(fieldOf(edge, "id")) || null,
    from: idText(fieldOf(edge, "source")),
    to: idText(fieldOf(edge, "target")),
    direction: null,
    taken: [],
  });
  const note = type === "" || isOwnEdge(fields) ? read.note : [read.relation, read.note].filter((text) => text !== "").join("; ");
  return { ...read, relation: type || read.relation, note };
}

const placeKeys = ["x", "y", "text"];

/** What a node or an edge says: `properties` of its data where there is a list of categories or a type beside them. */
function propertiesIn(data: JsonObject | undefined): JsonObject {
  return objectAt(data, "properties") ?? data ?? {};
}

/** With y up, as in a chart: Ogma's grows downward. */
function placeIn(drawn: JsonObject | undefined): GraphNode["position"] {
  const [x, y] = [fieldOf(drawn, "x"), fieldOf(drawn, "y")];
  return typeof x === "number" && typeof y === "number" ? { x, y: 0 - y } : null;
}

function textIn(drawn: JsonObject | undefined): string {
  return textAt(drawn, "text") || textAt(objectAt(drawn, "text"), "content");
}
