import { BadInput } from "../../base/problem.ts";
import type { FormatReader, ReadContext, ReadRecord } from "../format.ts";
import { type GraphEdge, GraphRecords } from "../graph-records.ts";
import { idText, JsonGraph } from "../json-graph.ts";
import { jsonHead } from "../json-head.ts";
import type { JsonItem, JsonPath } from "../json-items.ts";
import { type JsonTaker, jsonReading } from "../json-reading.ts";
import { fieldOf, firstIn, hasKeys, isJsonList, isJsonObject, type JsonObject, type JsonValue } from "../json-value.ts";

/**
 * Node-link JSON as networkx, d3 and the sigma demos write it: `nodes`, and `links` or `edges`, whose ends are ids or, where a node has no
 * id, its place in the list. An edge may be a pair. Without a word about direction an edge goes from its source to its target.
 */
export const nodeLinkReader: FormatReader = {
  recognizes(head) {
    const root = jsonHead(head);
    if (!isJsonObject(root) || Array.isArray(root)) return false;
    const [node, edge] = [firstIn(fieldOf(root, "nodes")), firstIn(fieldOf(root, "links") ?? fieldOf(root, "edges"))];
    const isNode = isJsonObject(node) && !["attributes", "data", "labels"].some((key) => hasKeys(node, key));
    const isEdge = node === undefined && isPlainEdge(edge);
    return isNode || isEdge || hasKeys(root, "directed", "multigraph", "graph");
  },
  start: (context) => jsonReading(context, new NodeLink(context)),
};

function isPlainEdge(edge: JsonValue | undefined): boolean {
  return isJsonList(edge) ? edge.length >= 2 : hasKeys(edge, "source", "target") && !hasKeys(edge, "attributes");
}

const silent = new Set(["graph", "attributes", "options"]);

class NodeLink implements JsonTaker {
  readonly #context: ReadContext;
  readonly #graph: JsonGraph;
  readonly #records: GraphRecords;
  /** Ids by place in the list. */
  readonly #ids: string[] = [];
  readonly #known = new Set<string>();
  #hasNumbers = false;
  #direction: GraphEdge["direction"] = null;
  #edges = 0;
  #isGraph = false;

  constructor(context: ReadContext) {
    this.#context = context;
    this.#graph = new JsonGraph(context);
    this.#records = new GraphRecords(context);
  }

  plan = (path: JsonPath, kind: "object" | "list") => {
    const [key] = path;
    if (path.length === 0) return kind === "object" ? "enter" : "skip";
    if (key === "nodes" || key === "links" || key === "edges") {
      this.#isGraph = true;
      return path.length === 1 ? "enter" : "whole";
    }
    if (!silent.has(String(key))) this.#graph.leaveOut(`"${String(key).slice(0, 60)}"`, String(key).slice(0, 60));
    return "skip";
  };

  take(item: JsonItem): Iterable<ReadRecord> {
    const [key] = item.path;
    if (key === "directed") return this.#directed(item);
    if (item.path.length !== 2) return [];
    if (key === "nodes") return this.#node(item);
    return key === "links" || key === "edges" ? this.#edge(item) : [];
  }

  *end(): Generator<ReadRecord> {
    if (!this.#isGraph)
      throw new BadInput(
        `${this.#context.file}: wanted JSON with nodes and links (or a kind of JSON that Clew knows), got neither`,
      );
    yield* this.#records.end();
    yield* this.#graph.end();
  }

  *#directed({ value, line }: JsonItem): Generator<ReadRecord> {
    if (typeof value !== "boolean") return;
    this.#direction = value ? "directed" : "undirected";
    if (this.#edges === 0 || value) return;
    const message = `wanted "directed" before the links, got it after ${this.#edges}; they are read as directed`;
    yield this.#problem({ where: `line ${line}`, kind: "late-direction", message }, "repaired");
  }

  #node(item: JsonItem): Iterable<ReadRecord> {
    const fields = isJsonObject(item.value) ? flattened(item.value) : null;
    const place = this.#ids.length;
    const given = fields === null ? item.value : (fieldOf(fields, "id") ?? fieldOf(fields, "key"));
    const id = idText(given) || String(place);
    if (given !== undefined) this.#hasNumbers ||= typeof given === "number";
    this.#ids.push(id);
    this.#known.add(id);
    const taken = fieldOf(fields ?? undefined, "id") === undefined ? ["key"] : ["id"];
    return this.#records.node(this.#graph.node(item, fields ?? none, { id, taken }));
  }

  *#edge(item: JsonItem): Generator<ReadRecord> {
    this.#edges++;
    const { value } = item;
    const fields = isJsonList(value) ? value.find(isJsonObject) : isJsonObject(value) ? flattened(value) : undefined;
    const ends = isJsonList(value)
      ? value
      : endKeys.map((keys) => keys.map((key) => fieldOf(fields, key)).find((end) => end !== undefined));
    if (!isJsonList(value) && fields === undefined) {
      const message = `wanted an edge with a source and a target, got ${JSON.stringify(value)?.slice(0, 60)}`;
      yield this.#problem({ where: `${item.path[0]}[${item.path[1]}]`, kind: "no-edge", message }, "dropped");
      return;
    }
    const [from, to] = [this.#end(ends[0]), this.#end(ends[1])];
    const key = fieldOf(fields, "key");
    const isOurs = hasKeys(fields, "standing", "claims", "origins");
    const taken = [
      "id",
      "source",
      "target",
      "directed",
      ...(isOurs || typeof key === "number" ? ["key"] : []),
      ...givenEnds(fields),
    ];
    yield* this.#records.edge(
      this.#graph.edge(item, fields ?? none, {
        id: idText(fieldOf(fields, "id")) || (isOurs ? idText(key) : "") || null,
        from,
        to,
        direction: this.#directionOf(fields),
        taken,
      }),
    );
  }

  #directionOf(fields: JsonObject | undefined): GraphEdge["direction"] {
    const own = fieldOf(fields, "directed");
    return typeof own === "boolean" ? (own ? "directed" : "undirected") : this.#direction;
  }

  /** The id of an end: as it is written, within the node that stands in its place (d3), or of the node in that place of the list. */
  #end(end: JsonValue | undefined): string {
    if (isJsonObject(end)) return idText(fieldOf(end, "id") ?? fieldOf(end, "key") ?? fieldOf(end, "index"));
    const id = idText(end);
    if (typeof end !== "number" || this.#hasNumbers || this.#known.has(id)) return id;
    return this.#ids[end] ?? id;
  }

  #problem(
    problem: { readonly where: string; readonly kind: string; readonly message: string },
    outcome: "repaired" | "dropped",
  ): ReadRecord {
    return { kind: "problem", problem: { file: this.#context.file, ...problem }, outcome };
  }
}

const none: JsonObject = {};
const endKeys = [
  ["source", "from"],
  ["target", "to"],
];

/** What graphology keeps in `attributes` beside the rest: its files are known by their beginning, but for a long one. */
function flattened(fields: JsonObject): JsonObject {
  const inner = fieldOf(fields, "attributes");
  if (!isJsonObject(inner)) return fields;
  const { attributes: _, ...rest } = fields;
  return { ...inner, ...rest };
}

/** `from` and `to` where they are the ends. */
function givenEnds(fields: JsonObject | undefined): string[] {
  return hasKeys(fields, "source") ? [] : ["from", "to"];
}
