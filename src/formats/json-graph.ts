import { edgeWords } from "./edge-words.ts";
import type { ReadContext, ReadRecord } from "./format.ts";
import { GraphOddities } from "./graph-oddities.ts";
import { type GraphAttribute, type GraphEdge, type GraphNode, plainEdge, plainNode } from "./graph-records.ts";
import type { JsonItem } from "./json-items.ts";
import { pathText } from "./json-reading.ts";
import { fieldOf, hasKeys, isJsonList, type JsonObject, type JsonValue, textAt, textsAt } from "./json-value.ts";
import { ownEdgeColumns } from "./own-columns.ts";
import { stancesOfStanding } from "./stances-of-standing.ts";

interface NodeWords {
  readonly id: string;
  /** Fields that are said otherwise. */
  readonly taken?: readonly string[];
  readonly position?: GraphNode["position"];
}

/** What formats of nodes and edges in JSON have in common: how fields become attributes, what is drawn, what is left out. */
export class JsonGraph {
  readonly #file: string;
  readonly #oddities: GraphOddities;
  /** What was left out, by what it is called, and where the first stands. */
  readonly #left = new Map<string, string>();

  constructor({ file }: ReadContext) {
    this.#file = file;
    this.#oddities = new GraphOddities(file);
  }

  /**
   * A node of which `fields` says the rest. `x` and `y` are its place unless `position` says it, and then `size` is drawn, as colours are;
   * a list of `aliases` and a text `description` are what Clew writes.
   */
  node(item: JsonItem, fields: JsonObject, { id, taken = [], position }: NodeWords): GraphNode {
    const [place, own] = [position === undefined ? placeIn(fields) : position, [...taken]];
    if (position === undefined && place !== null) own.push("x", "y");
    if (place !== null && typeof fieldOf(fields, "size") === "number") {
      this.#oddities.look(item.line);
      own.push("size");
    }
    const aliases = isJsonList(fieldOf(fields, "aliases")) ? textsAt(fields, "aliases") : null;
    const description = fieldOf(fields, "description");
    if (aliases !== null) own.push("aliases", "placeholder");
    if (typeof description === "string") own.push("description");
    return {
      ...plainNode,
      id,
      aliases: aliases ?? [],
      description: typeof description === "string" ? description : "",
      attributes: this.#attributesOf(item, fields, own),
      position: place,
      placeholder: aliases !== null && fieldOf(fields, "placeholder") === true,
      place: placeOf(item),
    };
  }

  /** An edge of which `fields` says the rest; `direction` where the edge says none itself. */
  edge(
    item: JsonItem,
    fields: JsonObject,
    { taken, direction, ...ends }: Pick<GraphEdge, "id" | "from" | "to" | "direction"> & { readonly taken: readonly string[] },
  ): GraphEdge {
    const { isOurs, urls } = { isOurs: isOwnEdge(fields), urls: urlsIn(fields) };
    const attributes = this.#attributesOf(item, fields, isOurs ? [...taken, ...ownEdgeColumns] : [...taken, ...urls.keys]);
    const words = isOurs
      ? { relation: textAt(fields, "relation"), note: textAt(fields, "note"), attributes }
      : edgeWords("", "", attributes);
    const ours = fieldOf(fields, "symmetric") === true ? "undirected" : "directed";
    return {
      ...plainEdge,
      ...words,
      ...ends,
      urls: urls.found,
      direction: isOurs ? ours : direction,
      stances: isOurs ? stancesOfStanding(textAt(fields, "standing")) : ["asserts"],
      place: placeOf(item),
    };
  }

  /** A colour, a size, a shape. */
  look({ line }: JsonItem): void {
    this.#oddities.look(line);
  }

  /** What has no place in a case, told once for each `what`. */
  leaveOut(what: string, where: string): void {
    if (!this.#left.has(what)) this.#left.set(what, where || "the file");
  }

  *end(): Generator<ReadRecord> {
    yield* this.#oddities.problems("attributes");
    for (const [what, where] of this.#left) {
      const message = `wanted what a case holds, got ${what}; left out`;
      yield { kind: "problem", problem: { file: this.#file, where, kind: "left-out", message }, outcome: "dropped" };
    }
  }

  #attributesOf({ line }: JsonItem, fields: JsonObject, taken: readonly string[]): GraphAttribute[] {
    const kept: [string, JsonValue][] = [];
    for (const [key, value] of Object.entries(fields)) {
      if (taken.includes(key)) continue;
      if (isColour(key, value)) this.#oddities.look(line);
      else kept.push([key, value]);
    }
    return attributesOf(kept);
  }
}

/** Each text, number and truth; those of a list one by one; what is in an object as its JSON. What is empty says nothing. */
export function attributesOf(entries: Iterable<readonly [string, JsonValue]>): GraphAttribute[] {
  const attributes: GraphAttribute[] = [];
  for (const [key, value] of entries)
    for (const each of isJsonList(value) ? value : [value]) {
      if (each === null || each === "") continue;
      attributes.push({ key, value: typeof each === "object" ? JSON.stringify(each) : each, during: null });
    }
  return attributes;
}

/** A text, number or truth as an id, a list (a tuple of Python's) as its JSON; "" for none. */
export function idText(value: JsonValue | undefined): string {
  if (value === undefined || value === null) return "";
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

export function placeOf({ path, line }: JsonItem): GraphNode["place"] {
  return { where: path.length === 0 ? `line ${line}` : pathText(path), row: line };
}

/** Whether Clew wrote the edge. */
export function isOwnEdge(fields: JsonObject): boolean {
  return hasKeys(fields, ...ownEdgeKeys);
}

const ownEdgeKeys = ["relation", "standing", "claims", "origins", "symmetric"];

const urlKeys = ["url", "urls", "source_url", "sourceurl", "source_urls", "references", "refs"];

/** Addresses of documents that an edge names, and under which keys. */
function urlsIn(fields: JsonObject): { readonly keys: readonly string[]; readonly found: readonly string[] } {
  const keys = Object.keys(fields).filter(
    (key) => urlKeys.includes(key.toLowerCase()) && textsAt(fields, key).length > 0 && textsAt(fields, key).every(isUrl),
  );
  return { keys, found: keys.flatMap((key) => textsAt(fields, key)) };
}

function isUrl(text: string): boolean {
  return /^https?:\/\/[^\s]+$/i.test(text);
}

function placeIn(fields: JsonObject): GraphNode["position"] {
  const [x, y] = [fieldOf(fields, "x"), fieldOf(fields, "y")];
  return typeof x === "number" && typeof y === "number" ? { x, y } : null;
}

function isColour(key: string, value: JsonValue): boolean {
  return /colou?r$/i.test(key) && typeof value === "string" && /^(#[\da-f]{3,8}|(rgb|hsl)a?\([^)]*\))$/i.test(value);
}
