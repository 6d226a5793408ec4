import { BadInput } from "../../base/problem.ts";
import { contentNumber } from "../content-id.ts";
import type { FormatReader, ReadContext, ReadRecord } from "../format.ts";
import { GraphRecords } from "../graph-records.ts";
import { attributesOf, idText, isOwnEdge, JsonGraph } from "../json-graph.ts";
import { jsonHead } from "../json-head.ts";
import type { JsonItem, JsonPath } from "../json-items.ts";
import { type JsonTaker, jsonLinesReading } from "../json-reading.ts";
import {
  fieldOf,
  hasKeys,
  isJsonList,
  isJsonObject,
  type JsonObject,
  type JsonValue,
  objectAt,
  textAt,
  textsAt,
} from "../json-value.ts";

/**
 * What APOC of Neo4j exports, as lines, as a list, or as nodes and relationships; in rows of a question, in lists and in paths too. The first label
 * is the type. Ends that stand in a relationship alone are nodes.
 */
export const apocReader: FormatReader = {
  recognizes: (head) => holdsElement(jsonHead(head), 0),
  start: (context) => jsonLinesReading(context, new Apoc(context)),
};

/** Levels of a row in which nodes are looked for. */
const maxDepth = 8;

function isNode(value: JsonValue | undefined): value is JsonObject {
  return isJsonObject(value) && fieldOf(value, "type") === "node" && hasKeys(value, "id");
}

function isRelationship(value: JsonValue | undefined): value is JsonObject {
  return isJsonObject(value) && fieldOf(value, "type") === "relationship" && hasKeys(value, "label");
}

function holdsElement(value: JsonValue | undefined, depth: number): boolean {
  if (isRelationship(value) || (isNode(value) && (hasKeys(value, "labels") || hasKeys(value, "properties")))) return true;
  if (depth === maxDepth || typeof value !== "object" || value === null) return false;
  return Object.values(value).some((each) => holdsElement(each, depth + 1));
}

class Apoc implements JsonTaker {
  readonly #file: string;
  readonly #graph: JsonGraph;
  readonly #records: GraphRecords;
  /** For each node and relationship that was given a number for what it says: rows of a question have them again and again. */
  readonly #nodes = new Map<string, number>();
  readonly #relationships = new Map<string, number>();

  constructor(context: ReadContext) {
    this.#file = context.file;
    this.#graph = new JsonGraph(context);
    this.#records = new GraphRecords(context);
  }

  plan = (path: JsonPath) => {
    const [key] = path;
    if (path.length === 0) return "enter";
    return path.length === 1 && (key === "nodes" || key === "rels" || key === "relationships") ? "enter" : "whole";
  };

  take(item: JsonItem): Iterable<ReadRecord> {
    return this.#within(item, item.value, 0);
  }

  *end(): Generator<ReadRecord> {
    if (this.#nodes.size === 0 && this.#relationships.size === 0)
      throw new BadInput(`${this.#file}: wanted nodes and relationships as APOC exports them, got none`);
    yield* this.#records.end();
    yield* this.#graph.end();
  }

  *#within(item: JsonItem, value: JsonValue, depth: number): Generator<ReadRecord> {
    if (isNode(value)) yield* this.#node(item, value);
    else if (isRelationship(value)) yield* this.#relationship(item, value);
    else if (typeof value === "object" && value !== null && depth < maxDepth)
      for (const each of Object.values(value)) yield* this.#within(item, each, depth + 1);
  }

  *#node(item: JsonItem, node: JsonObject): Generator<ReadRecord> {
    const id = idText(fieldOf(node, "id"));
    const properties = objectAt(node, "properties") ?? {};
    if (!isNew(this.#nodes, id, [fieldOf(node, "labels"), properties])) return;
    const [type = "", ...more] = textsAt(node, "labels");
    // Of other files x and y are values like others.
    const drawn = hasKeys(properties, "aliases", "placeholder") ? {} : { position: null };
    const read = this.#graph.node(item, properties, { id, ...drawn });
    yield* this.#records.node({ ...read, type, attributes: [...read.attributes, ...attributesOf([["labels", more]])] });
  }

  *#relationship(item: JsonItem, relationship: JsonObject): Generator<ReadRecord> {
    const [start, end] = [fieldOf(relationship, "start"), fieldOf(relationship, "end")];
    for (const each of [start, end])
      if (isJsonObject(each) && !this.#nodes.has(idText(fieldOf(each, "id")))) yield* this.#node(item, each);
    const properties = objectAt(relationship, "properties") ?? {};
    const [id, label] = [idText(fieldOf(relationship, "id")), textAt(relationship, "label")];
    const [from, to] = [endOf(start), endOf(end)];
    if (!isNew(this.#relationships, id, [label, from, to, properties])) return;
    const read = this.#graph.edge(item, properties, { id: id || null, from, to, direction: "directed", taken: [] });
    const note = isOwnEdge(properties) ? read.note : [read.relation, read.note].filter((text) => text !== "").join("; ");
    yield* this.#records.edge({ ...read, relation: label, note });
  }
}

/** Whether this was not said yet in these words. */
function isNew(seen: Map<string, number>, id: string, said: unknown): boolean {
  const number = contentNumber(said);
  if (seen.get(id) === number) return false;
  seen.set(id, number);
  return true;
}

function endOf(end: JsonValue | undefined): string {
  return idText(isJsonList(end) ? end[0] : isJsonObject(end) ? fieldOf(end, "id") : end);
}
