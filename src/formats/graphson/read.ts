import { BadInput } from "../../base/problem.ts";
import { edgeWords } from "../edge-words.ts";
import type { FormatReader, ReadContext, ReadRecord } from "../format.ts";
import { type GraphAttribute, type GraphEdge, type GraphNode, GraphRecords, plainEdge, plainNode } from "../graph-records.ts";
import { attributesOf, idText, JsonGraph, placeOf } from "../json-graph.ts";
import { firstRecord, jsonHead } from "../json-head.ts";
import type { JsonItem, JsonPath } from "../json-items.ts";
import { type JsonTaker, jsonLinesReading } from "../json-reading.ts";
import {
  fieldOf,
  firstIn,
  hasKeys,
  isJsonList,
  isJsonObject,
  type JsonObject,
  type JsonValue,
  objectAt,
  textIn,
} from "../json-value.ts";
import { ownEdgeColumns, ownNodeColumns, textOf } from "../own-columns.ts";
import { stancesOfStanding } from "../stances-of-standing.ts";
import { propertiesOf, unwrapped } from "./values.ts";

/**
 * GraphSON 2, 3 and 4, typed or not: a vertex a line with its edges on both sides (each is one), a list of them under `vertices`, or a graph of
 * vertices and edges. `startTime` and `endTime` of a property say when it held; other properties of properties are left out.
 */
export const graphsonReader: FormatReader = {
  recognizes(head) {
    const root = jsonHead(head);
    const inner = hasKeys(root, "@value") ? fieldOf(root, "@value") : root;
    const isGraph = /^(g|tinker):graph$/.test(textIn(fieldOf(root, "@type")));
    return isGraph || [firstRecord(root), firstIn(fieldOf(inner, "vertices"))].some((each) => isVertex(unwrapped(each)));
  },
  start: (context) => jsonLinesReading(context, new Graphson(context)),
};

function isVertex(value: JsonValue | undefined): boolean {
  return (
    hasKeys(value, "id", "label") && ["inE", "outE", "properties"].some((key) => hasKeys(value, key)) && !hasKeys(value, "type")
  );
}

class Graphson implements JsonTaker {
  readonly #file: string;
  readonly #graph: JsonGraph;
  readonly #records: GraphRecords;
  /** The side from which each edge was seen. */
  readonly #sides = new Map<string, "inE" | "outE" | "edges">();
  #isGraph = false;

  constructor(context: ReadContext) {
    this.#file = context.file;
    this.#graph = new JsonGraph(context);
    this.#records = new GraphRecords(context);
  }

  plan = (path: JsonPath, kind: "object" | "list") => {
    const last = path.at(-1);
    if (typeof last === "number") return "whole";
    if (path.length === 0 || (path.length === 1 && last === "@value" && kind === "object")) return "enter";
    return last === "vertices" || last === "edges" ? "enter" : "whole";
  };

  *take(item: JsonItem): Iterable<ReadRecord> {
    const isLine = item.path.length === 0;
    if (!isLine && typeof item.path.at(-1) !== "number") return;
    const value = unwrapped(item.value);
    const lists = (["vertices", "edges"] as const).filter((key) => isJsonList(fieldOf(value, key)));
    if (isLine && lists.length > 0) yield* this.#graphOf(item, value);
    else if (!isJsonObject(value)) yield this.#noElement(item);
    else if (item.path.at(-2) === "edges") yield* this.#edge(item, value, "edges");
    else yield* this.#vertex(item, value);
  }

  *end(): Generator<ReadRecord> {
    if (!this.#isGraph) throw new BadInput(`${this.#file}: wanted vertices and edges of GraphSON, got neither`);
    yield* this.#records.end();
    yield* this.#graph.end();
  }

  /** A whole graph in one line. */
  *#graphOf(item: JsonItem, graph: JsonValue): Generator<ReadRecord> {
    for (const key of ["vertices", "edges"]) {
      const list = fieldOf(graph, key);
      if (!isJsonList(list)) continue;
      for (const [at, value] of list.entries()) yield* this.take({ ...item, path: [key, at], value });
    }
  }

  *#vertex(item: JsonItem, vertex: JsonObject): Generator<ReadRecord> {
    this.#isGraph = true;
    const [id, [type = "", ...more]] = [idOf(fieldOf(vertex, "id")), labelsOf(vertex)];
    const written = this.#attributesOf(item, vertex);
    const { text, rest } = ownNodeColumns(written);
    const drawn = written.some(({ key }) => key === "placeholder") ? placeIn(rest) : { position: null, rest };
    const attributes = [...drawn.rest, ...attributesOf([["labels", more]])];
    const node = { ...plainNode, ...text, id, type: type === "vertex" ? "" : type, position: drawn.position };
    yield* this.#records.node({ ...node, attributes, place: placeOf(item) });
    for (const side of ["outE", "inE"] as const)
      for (const edge of edgesOf(vertex, { side, id })) yield* this.#edge(item, edge, side);
  }

  *#edge(item: JsonItem, edge: JsonObject, side: "inE" | "outE" | "edges"): Generator<ReadRecord> {
    this.#isGraph = true;
    const id = idOf(fieldOf(edge, "id"));
    const seen = this.#sides.get(id);
    if (id !== "" && seen === undefined) this.#sides.set(id, side);
    // The same edge, from its other end.
    if (seen !== undefined && seen !== side) return;
    yield* this.#records.edge({
      ...plainEdge,
      id: id || null,
      from: idOf(fieldOf(edge, "outV")),
      to: idOf(fieldOf(edge, "inV")),
      ...wordsOfEdge(labelsOf(edge).join(" "), this.#attributesOf(item, edge)),
      place: placeOf(item),
    });
  }

  #attributesOf(item: JsonItem, element: JsonObject): GraphAttribute[] {
    return [...propertiesOf(element)].flatMap(({ key, value, during, hasMore }) => {
      if (hasMore) this.#graph.leaveOut("properties of properties", placeOf(item).where);
      return attributesOf([[key, value]]).map((attribute) => ({ ...attribute, during }));
    });
  }

  #noElement(item: JsonItem): ReadRecord {
    const message = `wanted a vertex or an edge, got ${JSON.stringify(item.value).slice(0, 60)}`;
    const problem = { file: this.#file, where: placeOf(item).where, kind: "no-element", message };
    return { kind: "problem", problem, outcome: "dropped" };
  }
}

/** Edges on one side of a vertex, with their label and that end. */
function* edgesOf(
  vertex: JsonObject,
  { side, id }: { readonly side: "inE" | "outE"; readonly id: string },
): Generator<JsonObject> {
  const end = side === "outE" ? "outV" : "inV";
  for (const [label, edges] of Object.entries(objectAt(vertex, side) ?? {}))
    for (const written of isJsonList(edges) ? edges : []) {
      const edge = unwrapped(written);
      if (isJsonObject(edge)) yield { label, [end]: id, ...edge };
    }
}

/** What an edge says; of one that Clew wrote also with which stance, and whether it has a direction. */
function wordsOfEdge(
  relation: string,
  attributes: readonly GraphAttribute[],
): Pick<GraphEdge, "relation" | "note" | "attributes" | "direction" | "stances"> {
  const isOurs = ["standing", "claims", "origins", "symmetric"].every((key) => textOf(attributes, key) !== "");
  if (!isOurs) return { ...edgeWords(relation, "", attributes), direction: "directed", stances: plainEdge.stances };
  return {
    relation,
    note: textOf(attributes, "note"),
    attributes: attributes.filter(({ key }) => !ownEdgeColumns.has(key)),
    direction: textOf(attributes, "symmetric") === "true" ? "undirected" : "directed",
    stances: stancesOfStanding(textOf(attributes, "standing")),
  };
}

/** x and y as a place. */
function placeIn(attributes: readonly GraphAttribute[]): {
  readonly position: GraphNode["position"];
  readonly rest: readonly GraphAttribute[];
} {
  const [x, y] = ["x", "y"].map((key) => attributes.find((each) => each.key === key)?.value);
  if (typeof x !== "number" || typeof y !== "number") return { position: null, rest: attributes };
  return { position: { x, y }, rest: attributes.filter(({ key }) => key !== "x" && key !== "y") };
}

/** Of a vertex that stands in an edge (GraphSON 4) its own. */
function idOf(value: JsonValue | undefined): string {
  const inner = unwrapped(value);
  return idText(isJsonObject(inner) && hasKeys(inner, "id") ? unwrapped(fieldOf(inner, "id")) : inner);
}

function labelsOf(element: JsonObject): string[] {
  const label = unwrapped(fieldOf(element, "label"));
  return (isJsonList(label) ? label : [label]).map((each) => textIn(each)).filter((text) => text !== "");
}
