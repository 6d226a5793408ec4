import { BadInput } from "../base/problem.ts";
import type { ReadContext, Reading, ReadRecord } from "./format.ts";
import { type GraphEdge, type GraphNode, GraphRecords } from "./graph-records.ts";
import { JsonGraph } from "./json-graph.ts";
import type { JsonItem, JsonPath } from "./json-items.ts";
import { type JsonTaker, jsonReading } from "./json-reading.ts";
import { isJsonObject, type JsonObject } from "./json-value.ts";

/** A format that is one object with a list of nodes and lists of edges. */
export interface GraphLists {
  /** Who exports it so. */
  readonly program: string;
  /** What an element must have. */
  readonly wanted: string;
  /** `nodes`, and those of edges. */
  readonly lists: readonly string[];
  /** Fields beside them that say nothing of the graph; others are left out, and said to be. */
  readonly silent: readonly string[];
  node(graph: JsonGraph, item: JsonItem, node: JsonObject): GraphNode;
  edge(graph: JsonGraph, item: JsonItem, edge: JsonObject): GraphEdge;
}

/** Reads such a file, an element at a time; throws BadInput at the end of one that has none of the lists. */
export function readGraphLists(context: ReadContext, format: GraphLists): Reading {
  return jsonReading(context, new ListsTaker(context, format));
}

class ListsTaker implements JsonTaker {
  readonly #file: string;
  readonly #format: GraphLists;
  readonly #graph: JsonGraph;
  readonly #records: GraphRecords;
  #isGraph = false;

  constructor(context: ReadContext, format: GraphLists) {
    this.#file = context.file;
    this.#format = format;
    this.#graph = new JsonGraph(context);
    this.#records = new GraphRecords(context);
  }

  plan = (path: JsonPath, kind: "object" | "list") => {
    const key = String(path[0]);
    if (path.length === 0) return kind === "object" ? "enter" : "skip";
    if (this.#format.lists.includes(key)) {
      this.#isGraph = true;
      return path.length === 1 ? "enter" : "whole";
    }
    if (!this.#format.silent.includes(key)) this.#graph.leaveOut(`"${key.slice(0, 60)}"`, key.slice(0, 60));
    return "skip";
  };

  *take(item: JsonItem): Iterable<ReadRecord> {
    const [list] = item.path;
    if (item.path.length !== 2 || !this.#format.lists.includes(String(list))) return;
    if (!isJsonObject(item.value)) yield this.#noElement(item);
    else if (list === "nodes") yield* this.#records.node(this.#format.node(this.#graph, item, item.value));
    else yield* this.#records.edge(this.#format.edge(this.#graph, item, item.value));
  }

  *end(): Generator<ReadRecord> {
    const { program } = this.#format;
    if (!this.#isGraph) throw new BadInput(`${this.#file}: wanted nodes and edges as ${program} exports them, got neither`);
    yield* this.#records.end();
    yield* this.#graph.end();
  }

  #noElement({ path, value }: JsonItem): ReadRecord {
    const message = `wanted an object with ${this.#format.wanted}, got ${JSON.stringify(value).slice(0, 60)}`;
    const problem = { file: this.#file, where: `${path[0]}[${path[1]}]`, kind: "no-element", message };
    return { kind: "problem", problem, outcome: "dropped" };
  }
}
