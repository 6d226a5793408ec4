import { BadInput } from "../../base/problem.ts";
import type { FormatReader, ReadContext, ReadRecord } from "../format.ts";
import { type GraphEdge, type GraphNode, GraphRecords } from "../graph-records.ts";
import { idText, JsonGraph } from "../json-graph.ts";
import { firstRecord, jsonHead } from "../json-head.ts";
import type { JsonItem, JsonPath } from "../json-items.ts";
import { type JsonTaker, jsonReading, pathText } from "../json-reading.ts";
import { fieldOf, firstIn, hasKeys, isJsonObject, type JsonObject, type JsonValue, objectAt, textAt } from "../json-value.ts";

/**
 * Cytoscape JSON, of Cytoscape.js and of the desktop (`.cyjs`): elements as one list, or as nodes and edges, with or without `elements` around them.
 * A node with a `parent` is part of it. The relation of an edge is its `interaction`. How things are drawn is left out.
 */
export const cytoscapeReader: FormatReader = {
  recognizes(head) {
    const root = jsonHead(head);
    if (hasKeys(root, "format_version", "target_cytoscapejs_version") || isElement(firstRecord(root))) return true;
    const elements = fieldOf(root, "elements");
    return [elements, root].some(
      (each) =>
        isElement(firstRecord(each)) || isElement(firstIn(fieldOf(each, "nodes"))) || isElement(firstIn(fieldOf(each, "edges"))),
    );
  },
  start: (context) => jsonReading(context, new Cytoscape(context)),
};

/** Ogma's have `data` too, and their id beside it. */
function isElement(value: JsonValue | undefined): boolean {
  return isJsonObject(value) && !hasKeys(value, "id") && ["id", "source"].some((key) => hasKeys(objectAt(value, "data"), key));
}

const groups = ["nodes", "edges"];
const silent = new Set(["data", "directed", "multigraph", "format_version", "generated_by", "target_cytoscapejs_version"]);
/** What the desktop keeps for itself. */
const bookkeeping = ["selected", "SUID"];

class Cytoscape implements JsonTaker {
  readonly #file: string;
  readonly #graph: JsonGraph;
  readonly #records: GraphRecords;
  #isGraph = false;
  /** As networkx says it, before the elements. */
  #direction: GraphEdge["direction"] = null;

  constructor(context: ReadContext) {
    this.#file = context.file;
    this.#graph = new JsonGraph(context);
    this.#records = new GraphRecords(context);
  }

  plan = (path: JsonPath, kind: "object" | "list") => {
    const [last, before] = [path.at(-1), path.at(-2)];
    if (path.length === 0 || last === "elements") return this.#enter(kind, path);
    if (groups.includes(String(last)) && (path.length === 1 || before === "elements")) return this.#enter("list", path);
    if (typeof last === "number") return "whole";
    const what = String(path[0]);
    if (!silent.has(what)) this.#graph.leaveOut(`"${what.slice(0, 60)}"`, what.slice(0, 60));
    return "skip";
  };

  *take(item: JsonItem): Iterable<ReadRecord> {
    if (item.path[0] === "directed" && typeof item.value === "boolean") this.#direction = item.value ? "directed" : "undirected";
    if (typeof item.path.at(-1) !== "number") return;
    const [element, data] = [item.value, objectAt(item.value, "data")];
    if (!isJsonObject(element) || data === undefined) yield this.#noElement(item);
    else {
      if (hasKeys(element, "style") || hasKeys(element, "css")) this.#graph.look(item);
      yield* groupOf(item, data) === "edges" ? this.#edge(item, data) : this.#node(item, data);
    }
  }

  *end(): Generator<ReadRecord> {
    if (!this.#isGraph) throw new BadInput(`${this.#file}: wanted elements as Cytoscape writes them, got none`);
    yield* this.#records.end();
    yield* this.#graph.end();
  }

  #enter(kind: "object" | "list", path: JsonPath): "enter" {
    if (kind === "list" || path.length > 0) this.#isGraph = true;
    return "enter";
  }

  *#node(item: JsonItem, data: JsonObject): Generator<ReadRecord> {
    const position = placeIn(objectAt(item.value, "position"));
    const id = idText(fieldOf(data, "id"));
    const taken = ["id", "parent", ...bookkeeping, ...sharedIn(data)];
    const node = this.#graph.node(item, data, { id, taken, position });
    const classes = textAt(item.value, "classes");
    const attributes = classes === "" ? [] : [{ key: "classes", value: classes, during: null }];
    const parent = idText(fieldOf(data, "parent")) || null;
    yield* this.#records.node({ ...node, attributes: [...node.attributes, ...attributes], parent });
  }

  *#edge(item: JsonItem, data: JsonObject): Generator<ReadRecord> {
    const isOurs = hasKeys(data, "standing", "claims", "origins");
    const edge = this.#graph.edge(item, data, {
      id: idText(fieldOf(data, "id")) || null,
      from: idText(fieldOf(data, "source")),
      to: idText(fieldOf(data, "target")),
      direction: this.#direction,
      taken: ["id", "source", "target", ...bookkeeping, ...sharedIn(data), ...(isOurs ? ["interaction"] : [])],
    });
    const classes = textAt(item.value, "classes");
    const attributes = classes === "" ? [] : [{ key: "classes", value: classes, during: null }];
    yield* this.#records.edge({ ...edge, attributes: [...edge.attributes, ...attributes] });
  }

  #noElement({ path, value }: JsonItem): ReadRecord {
    const message = `wanted an element with data, got ${JSON.stringify(value).slice(0, 60)}`;
    const problem = { file: this.#file, where: pathText(path), kind: "no-element", message };
    return { kind: "problem", problem, outcome: "dropped" };
  }
}

function groupOf({ path, value }: JsonItem, data: JsonObject): string {
  const said = [textAt(value, "group"), String(path.at(-2) ?? "")].find((group) => groups.includes(group));
  return said ?? (hasKeys(data, "source", "target") ? "edges" : "nodes");
}

/** The desktop repeats `name` and `interaction` so. */
function sharedIn(data: JsonObject): string[] {
  return ["name", "interaction"].flatMap((key) => (textAt(data, `shared_${key}`) === textAt(data, key) ? [`shared_${key}`] : []));
}

/** With y up, as in a chart. */
function placeIn(position: JsonObject | undefined): GraphNode["position"] {
  const [x, y] = [fieldOf(position, "x"), fieldOf(position, "y")];
  return typeof x === "number" && typeof y === "number" ? { x, y: 0 - y } : null;
}
