import { BadInput } from "../../base/problem.ts";
import { edgeWords } from "../edge-words.ts";
import type { FormatReader, ReadContext, ReadRecord } from "../format.ts";
import { type GraphAttribute, type GraphPlace, GraphRecords, plainEdge, plainNode } from "../graph-records.ts";
import { type LineTaker, lineReading } from "../line-reading.ts";
import type { TextLine } from "../text-lines.ts";
import { numberOrText } from "../values.ts";

/**
 * GDF of GUESS, as Gephi writes it: `nodedef>` with its columns and rows, then `edgedef>` with its own. Cells are parted by commas, texts stand in
 * single or double quotes. Columns that say how something is drawn are left out, and said to be; `x` and `y` are a place.
 */
export const gdfReader: FormatReader = {
  recognizes: (head) => /^\uFEFF?\s*nodedef\s*>/i.test(head),
  start: (context) => lineReading(context, new GdfLines(context)),
};

interface Column {
  readonly name: string;
  /** In small letters. */
  readonly type: string;
}

const drawn = new Set(["color", "width", "height", "style", "visible", "labelvisible", "fixed", "image", "stroke"]);

class GdfLines implements LineTaker {
  readonly #context: ReadContext;
  readonly #records: GraphRecords;
  #section: "nodes" | "edges" | null = null;
  #columns: readonly Column[] = [];

  constructor(context: ReadContext) {
    this.#context = context;
    this.#records = new GraphRecords(context);
  }

  *take({ text, line }: TextLine): Generator<ReadRecord> {
    if (text.trim() === "") return;
    const head = /^\s*(node|edge)def\s*>(.*)$/i.exec(text);
    const place = { where: `line ${line}`, row: line };
    if (head !== null) {
      yield* this.#begin(head[1]!.toLowerCase() === "node" ? "nodes" : "edges", head[2]!, place);
      return;
    }
    if (this.#section === null) throw new BadInput(`${this.#context.file}: wanted nodedef> first, got another line ${line}`);
    const cells = cellsOf(text);
    if (cells.length !== this.#columns.length) {
      const outcome = cells.length > this.#columns.length ? "dropped" : "repaired";
      const message = `wanted ${this.#columns.length} cells, got ${cells.length}${outcome === "dropped" ? "" : "; the rest is empty"}`;
      yield { kind: "problem", problem: { file: this.#context.file, where: place.where, kind: "ragged-row", message }, outcome };
      if (outcome === "dropped") return;
    }
    const row = new Map(this.#columns.map(({ name }, at) => [name.toLowerCase(), cells[at] ?? ""]));
    yield* this.#section === "nodes" ? this.#node(row, place) : this.#edge(row, place);
  }

  *end(): Generator<ReadRecord> {
    if (this.#section === null) throw new BadInput(`${this.#context.file}: wanted nodedef> and its nodes, got an empty file`);
    yield* this.#records.end();
  }

  *#begin(section: "nodes" | "edges", columns: string, place: GraphPlace): Generator<ReadRecord> {
    this.#section = section;
    this.#columns = cellsOf(columns).map((cell) => {
      const [, name = "", type = "varchar"] = /^(\S+)\s*([^\s(]*)/.exec(cell) ?? [];
      return { name, type: type.toLowerCase() };
    });
    const names = this.#columns.map(({ name }) => name.toLowerCase());
    const wanted = section === "nodes" ? ["name"] : ["node1", "node2"];
    const missing = wanted.find((name) => !names.includes(name));
    if (missing !== undefined)
      throw new BadInput(`${this.#context.file}: wanted the column ${missing} in ${place.where}, got none`);
    const left = names.filter((name) => drawn.has(name));
    if (left.length === 0) return;
    const message = `wanted what the graph says, got the columns ${left.join(", ")}; they are left out`;
    yield {
      kind: "problem",
      problem: { file: this.#context.file, where: place.where, kind: "left-out", message },
      outcome: "dropped",
    };
  }

  #node(row: ReadonlyMap<string, string>, place: GraphPlace): Iterable<ReadRecord> {
    const [x, y] = [row.get("x") ?? "", row.get("y") ?? ""];
    const isPlaced = x !== "" && y !== "" && Number.isFinite(Number(x)) && Number.isFinite(Number(y));
    return this.#records.node({
      ...plainNode,
      id: row.get("name") ?? "",
      label: row.get("label") ?? "",
      position: isPlaced ? { x: Number(x), y: Number(y) } : null,
      attributes: this.#attributesOf(row, ["name", "label", ...(isPlaced ? ["x", "y"] : [])]),
      place,
    });
  }

  #edge(row: ReadonlyMap<string, string>, place: GraphPlace): Iterable<ReadRecord> {
    const isDirected = /^(true|1)$/i.test(row.get("directed") ?? "");
    return this.#records.edge({
      ...plainEdge,
      ...edgeWords("", row.get("label") ?? "", this.#attributesOf(row, ["node1", "node2", "label", "directed"])),
      from: row.get("node1") ?? "",
      to: row.get("node2") ?? "",
      direction: isDirected ? "directed" : "undirected",
      place,
    });
  }

  #attributesOf(row: ReadonlyMap<string, string>, taken: readonly string[]): GraphAttribute[] {
    return this.#columns.flatMap(({ name, type }) => {
      const [key, text] = [name.toLowerCase(), row.get(name.toLowerCase()) ?? ""];
      if (text === "" || taken.includes(key) || drawn.has(key)) return [];
      const isNumber = /^(int|double|float|bigint|long|tinyint|smallint|decimal|real)/.test(type);
      return [{ key: name, value: isNumber ? numberOrText(text) : text, during: null }];
    });
  }
}

/** Cells of a row, without their quotes; a quote within a text is written twice or behind a backslash. */
function cellsOf(row: string): string[] {
  const cell = /\s*(?:"((?:[^"\\]|\\.|"")*)"|'((?:[^'\\]|\\.|'')*)'|([^,]*))\s*(,|$)/y;
  const cells: string[] = [];
  for (let at = 0; ; at = cell.lastIndex) {
    cell.lastIndex = at;
    const found = cell.exec(row);
    // Text after a closing quote: what is left is parted at its commas, whatever quotes it has.
    if (found === null) return [...cells, ...row.slice(at).split(",")];
    const [, double, single, bare, end] = found;
    if (double !== undefined) cells.push(double.replaceAll('""', '"').replaceAll(/\\(.)/g, "$1"));
    else if (single !== undefined) cells.push(single.replaceAll("''", "'").replaceAll(/\\(.)/g, "$1"));
    else cells.push((bare ?? "").trim());
    if (end === "") return cells;
  }
}
