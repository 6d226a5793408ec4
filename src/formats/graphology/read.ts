import { BadInput } from "../../base/problem.ts";
import type { FormatReader, ReadContext, ReadRecord } from "../format.ts";
import { GraphRecords } from "../graph-records.ts";
import { idText, JsonGraph } from "../json-graph.ts";
import { jsonHead } from "../json-head.ts";
import type { JsonItem, JsonPath } from "../json-items.ts";
import { type JsonTaker, jsonReading } from "../json-reading.ts";
import { fieldOf, firstIn, hasKeys, isJsonObject, type JsonObject, listAt, objectAt } from "../json-value.ts";

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
  start: (context) => jsonReading(context, new Graphology(context)),
};

const lists = ["nodes", "edges", "undirectedEdges", "directedEdges"];

class Graphology implements JsonTaker {
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
    if (lists.includes(key)) {
      this.#isGraph = true;
      return path.length === 1 ? "enter" : "whole";
    }
    if (key !== "attributes" && key !== "options") this.#graph.leaveOut(`"${key.slice(0, 60)}"`, key.slice(0, 60));
    return "skip";
  };

  *take(item: JsonItem): Iterable<ReadRecord> {
    const [list] = item.path;
    if (item.path.length !== 2 || !lists.includes(String(list))) return;
    if (!isJsonObject(item.value)) yield this.#noElement(item);
    else if (list === "nodes") yield* this.#node(item, item.value);
    else yield* this.#edge(item, item.value);
  }

  *end(): Generator<ReadRecord> {
    if (!this.#isGraph) throw new BadInput(`${this.#file}: wanted nodes and edges as graphology exports them, got neither`);
    yield* this.#records.end();
    yield* this.#graph.end();
  }

  #node(item: JsonItem, node: JsonObject): Iterable<ReadRecord> {
    const id = idText(fieldOf(node, "key"));
    return this.#records.node(this.#graph.node(item, objectAt(node, "attributes") ?? {}, { id }));
  }

  #edge(item: JsonItem, edge: JsonObject): Iterable<ReadRecord> {
    const isUndirected = fieldOf(edge, "undirected") === true || item.path[0] === "undirectedEdges";
    return this.#records.edge(
      this.#graph.edge(item, objectAt(edge, "attributes") ?? {}, {
        id: idText(fieldOf(edge, "key")) || null,
        from: idText(fieldOf(edge, "source")),
        to: idText(fieldOf(edge, "target")),
        direction: isUndirected ? "undirected" : "directed",
        taken: [],
      }),
    );
  }

  #noElement({ path, value }: JsonItem): ReadRecord {
    const message = `wanted an object with a key, got ${JSON.stringify(value).slice(0, 60)}`;
    const problem = { file: this.#file, where: `${path[0]}[${path[1]}]`, kind: "no-element", message };
    return { kind: "problem", problem, outcome: "dropped" };
  }
}
