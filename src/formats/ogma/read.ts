import { BadInput } from "../../base/problem.ts";
import type { FormatReader, ReadContext, ReadRecord } from "../format.ts";
import { type GraphNode, GraphRecords } from "../graph-records.ts";
import { attributesOf, idText, isOwnEdge, JsonGraph } from "../json-graph.ts";
import { jsonHead } from "../json-head.ts";
import type { JsonItem, JsonPath } from "../json-items.ts";
import { type JsonTaker, jsonReading } from "../json-reading.ts";
import { fieldOf, firstIn, hasKeys, isJsonObject, type JsonObject, objectAt, textAt, textsAt } from "../json-value.ts";

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
  start: (context) => jsonReading(context, new Ogma(context)),
};

class Ogma implements JsonTaker {
  readonly #file: string;
  readonly #graph: JsonGraph;
  readonly #records: GraphRecords;
  #isGraph = false;

  constructor(context: ReadContext) {
    this.#file = context.file;
    this.#graph = new JsonGraph(context);
    this.#records = new GraphRecords(context);
  }

  plan = (path: JsonPath, kind: "object" | "list") => {
    const key = String(path[0]);
    if (path.length === 0) return kind === "object" ? "enter" : "skip";
    if (key === "nodes" || key === "edges") {
      this.#isGraph = true;
      return path.length === 1 ? "enter" : "whole";
    }
    this.#graph.leaveOut(`"${key.slice(0, 60)}"`, key.slice(0, 60));
    return "skip";
  };

  *take(item: JsonItem): Iterable<ReadRecord> {
    const [list] = item.path;
    if (item.path.length !== 2) return;
    if (!isJsonObject(item.value)) yield this.#noElement(item);
    else if (list === "nodes") yield* this.#node(item, item.value);
    else yield* this.#edge(item, item.value);
  }

  *end(): Generator<ReadRecord> {
    if (!this.#isGraph) throw new BadInput(`${this.#file}: wanted nodes and edges as Ogma exports them, got neither`);
    yield* this.#records.end();
    yield* this.#graph.end();
  }

  #node(item: JsonItem, node: JsonObject): Iterable<ReadRecord> {
    const [data, drawn] = [objectAt(node, "data"), objectAt(node, "attributes")];
    const fields = propertiesIn(data);
    const [type = "", ...more] = [...textsAt(node, "categories"), ...(fields === data ? [] : textsAt(data, "categories"))];
    if (drawn !== undefined && Object.keys(drawn).some((key) => !placeKeys.includes(key))) this.#graph.look(item);
    const read = this.#graph.node(item, fields, { id: idText(fieldOf(node, "id")), position: placeIn(drawn) });
    const labels = attributesOf([["categories", more]]);
    const hasName = ["label", "name", "title"].some((key) => textAt(fields, key) !== "");
    return this.#records.node({
      ...read,
      type,
      label: hasName ? "" : textIn(drawn),
      attributes: [...read.attributes, ...labels],
    });
  }

  #edge(item: JsonItem, edge: JsonObject): Iterable<ReadRecord> {
    const data = objectAt(edge, "data");
    const fields = propertiesIn(data);
    const type = textAt(edge, "type") || (fields === data ? "" : textAt(data, "type"));
    const read = this.#graph.edge(item, fields, {
      id: idText(fieldOf(edge, "id")) || null,
      from: idText(fieldOf(edge, "source")),
      to: idText(fieldOf(edge, "target")),
      direction: null,
      taken: [],
    });
    const note =
      type === "" || isOwnEdge(fields) ? read.note : [read.relation, read.note].filter((text) => text !== "").join("; ");
    return this.#records.edge({ ...read, relation: type || read.relation, note });
  }

  #noElement({ path, value }: JsonItem): ReadRecord {
    const message = `wanted an object with an id, got ${JSON.stringify(value).slice(0, 60)}`;
    const problem = { file: this.#file, where: `${path[0]}[${path[1]}]`, kind: "no-element", message };
    return { kind: "problem", problem, outcome: "dropped" };
  }
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
