import { BadInput } from "../../base/problem.ts";
import { edgeWords } from "../edge-words.ts";
import type { FormatReader, ReadContext, Reading, ReadRecord } from "../format.ts";
import { type GraphAttribute, type GraphNode, GraphRecords, plainEdge, plainNode } from "../graph-records.ts";
import { type GmlToken, gmlTokens } from "./tokens.ts";

/**
 * GML (Himsolt 1997) as networkx, igraph, Gephi and yEd write it. A number as a label gives way to a name; `graphics` gives the place, and
 * other lists within a node or an edge are left out, and said to be. Ids are numbers there and texts here.
 */
export const gmlReader: FormatReader = {
  recognizes: (head) => /^\uFEFF?\s*((#[^\n]*\n\s*)|(\w+\s+("[^"]*"|[\d.]+)\s+)){0,50}graph\s*\[/i.test(head),
  start,
};

const maxDepth = 64;

/** A list that is open: `node [ … ]`. */
interface List {
  readonly key: string;
  readonly line: number;
  readonly values: { readonly key: string; readonly value: string | number | List }[];
}

function start(context: ReadContext): Reading {
  const tokens = gmlTokens(context.file);
  const graph = new GmlGraph(context);
  return {
    push: (chunk) => graph.take(tokens.push(chunk)),
    *end() {
      yield* graph.take(tokens.end());
      yield* graph.end();
    },
  };
}

class GmlGraph {
  readonly #context: ReadContext;
  readonly #records: GraphRecords;
  readonly #open: List[] = [];
  #key: { readonly text: string; readonly line: number } | null = null;
  #isGraph = false;
  #isDirected = false;
  /** Lists that were left out, by key, and where the first stands. */
  readonly #left = new Map<string, number>();

  constructor(context: ReadContext) {
    this.#context = context;
    this.#records = new GraphRecords(context);
  }

  *take(tokens: readonly GmlToken[]): Generator<ReadRecord> {
    for (const token of tokens) {
      if (token.kind === "key") this.#keyed(token.text.replace(/^\uFEFF/, ""), token.line);
      else if (token.kind === "open") this.#begin(token.line);
      else if (token.kind === "close") yield* this.#close(token.line);
      else this.#value(token.value, token.line);
    }
  }

  *end(): Generator<ReadRecord> {
    const { file } = this.#context;
    const open = this.#open.at(-1);
    if (open !== undefined)
      throw new BadInput(`${file}: wanted a ] for ${open.key} [ of line ${open.line}, got the end of the file`);
    if (!this.#isGraph) throw new BadInput(`${file}: wanted a graph [ … ], got none`);
    yield* this.#records.end();
    for (const [key, line] of this.#left) {
      const message = `wanted numbers and texts, got lists called ${JSON.stringify(key.slice(0, 60))}; they are left out`;
      yield { kind: "problem", problem: { file, where: `line ${line}`, kind: "left-out", message }, outcome: "dropped" };
    }
  }

  #keyed(text: string, line: number): void {
    if (this.#key !== null) this.#refuse(`a value for ${this.#key.text}`, text, line);
    this.#key = { text, line };
  }

  #begin(line: number): void {
    const key = this.#key?.text ?? this.#refuse("a key", "[", line);
    if (this.#open.length >= maxDepth) this.#refuse(`at most ${maxDepth} lists within one another`, "more", line);
    if (this.#open.length === 0 && key.toLowerCase() === "graph") this.#isGraph = true;
    this.#open.push({ key, line: this.#key!.line, values: [] });
    this.#key = null;
  }

  #value(value: string | number, line: number): void {
    const key = this.#key?.text ?? this.#refuse("a key", JSON.stringify(value), line);
    const list = this.#open.at(-1);
    if (list?.key.toLowerCase() === "graph" && key.toLowerCase() === "directed") this.#isDirected = value === 1;
    else if (list !== undefined && this.#open.length > 1) list.values.push({ key, value });
    this.#key = null;
  }

  *#close(line: number): Generator<ReadRecord> {
    if (this.#key !== null) this.#refuse(`a value for ${this.#key.text}`, "]", line);
    const list = this.#open.pop() ?? this.#refuse("a list that is open", "]", line);
    const depth = this.#open.length;
    if (depth > 1) this.#open[depth - 1]!.values.push({ key: list.key, value: list });
    else if (depth === 1 && list.key.toLowerCase() === "node") yield* this.#node(list);
    else if (depth === 1 && list.key.toLowerCase() === "edge") yield* this.#edge(list);
  }

  #node(list: List): Iterable<ReadRecord> {
    const label = textIn(list, "label");
    const position = placeIn(list);
    const isNumber = /^-?\d+(\.\d+)?$/.test(label) && textIn(list, "name") !== "";
    return this.#records.node({
      ...plainNode,
      id: textIn(list, "id"),
      label: isNumber ? "" : label,
      attributes: this.#attributesOf(list, position === null ? ["id", "label"] : ["id", "label", "graphics"]),
      position,
      place: { where: `line ${list.line}`, row: list.line },
    });
  }

  #edge(list: List): Iterable<ReadRecord> {
    return this.#records.edge({
      ...plainEdge,
      ...edgeWords("", textIn(list, "label"), this.#attributesOf(list, ["id", "label", "source", "target", "directed"])),
      id: textIn(list, "id") || null,
      from: textIn(list, "source"),
      to: textIn(list, "target"),
      direction: (textIn(list, "directed") || (this.#isDirected ? "1" : "0")) === "1" ? "directed" : "undirected",
      place: { where: `line ${list.line}`, row: list.line },
    });
  }

  #attributesOf({ values }: List, taken: readonly string[]): GraphAttribute[] {
    const attributes: GraphAttribute[] = [];
    for (const { key, value } of values) {
      if (taken.includes(key)) continue;
      if (typeof value !== "object") attributes.push({ key, value, during: null });
      else if (!this.#left.has(key)) this.#left.set(key, value.line);
    }
    return attributes;
  }

  #refuse(wanted: string, got: string, line: number): never {
    throw new BadInput(`${this.#context.file}: wanted ${wanted}, got ${got.slice(0, 60)} in line ${line}`);
  }
}

/** The first value under the key, as text; "" for none. */
function textIn({ values }: List, key: string): string {
  const found = values.find((each) => each.key === key)?.value;
  return found === undefined || typeof found === "object" ? "" : String(found);
}

function placeIn({ values }: List): GraphNode["position"] {
  const graphics = values.find(({ key }) => key === "graphics")?.value;
  if (typeof graphics !== "object") return null;
  const [x, y] = ["x", "y"].map((name) => graphics.values.find(({ key }) => key === name)?.value);
  return typeof x === "number" && typeof y === "number" ? { x, y } : null;
}
