import { BadInput } from "../../base/problem.ts";
import type { FormatReader, ReadContext, ReadRecord } from "../format.ts";
import { type GraphPlace, GraphRecords, plainEdge } from "../graph-records.ts";
import { type LineTaker, lineReading } from "../line-reading.ts";
import type { TextLine } from "../text-lines.ts";
import { numberOrText } from "../values.ts";
import { type Axis, type DlHeader, DlHeaderReader } from "./header.ts";
import { type DlCell, DlMatrix } from "./matrix.ts";
import { DlNodes } from "./nodes.ts";
import { dlWords } from "./words.ts";

/**
 * UCINET DL (Borgatti, "DL language"): matrices whole or half, lists of neighbours, lists of edges; one mode or two, labels before the data or among
 * them, several matrices, each a relation. A label is the id, as it is written. A cell of a matrix and an edge of a list go from row to
 * column; half a matrix has no direction. Nothing is held but labels.
 */
export const dlReader: FormatReader = {
  recognizes: (head) => /^\uFEFF?\s*dl\b[\s,]*(n|nr|nc|nm|format|title|labels?|diagonal)\b/i.test(head.slice(0, 1000)),
  start: (context) => lineReading(context, new DlLines(context)),
};

class DlLines implements LineTaker {
  readonly #context: ReadContext;
  readonly #records: GraphRecords;
  readonly #head = new DlHeaderReader();
  #data: { readonly header: DlHeader; readonly nodes: DlNodes } | null = null;
  #matrix: DlMatrix | null = null;
  #hasBegun = false;
  #rows = 0;
  #surplus = false;

  constructor(context: ReadContext) {
    this.#context = context;
    this.#records = new GraphRecords(context);
  }

  *take({ text, line }: TextLine): Generator<ReadRecord> {
    const place = { where: `line ${line}`, row: line };
    if (this.#data !== null) yield* this.#line(text, place);
    else {
      if (!this.#hasBegun && text.trim() !== "") this.#begin(text);
      const unknown: string[] = [];
      const rest = this.#head.take(text, (word) => unknown.push(word));
      for (const word of unknown)
        yield this.#problem(place, "unknown-word", `wanted a word of DL, got ${short(word)}; it is left out`);
      if (rest === null) return;
      this.#beginData(line);
      yield* this.#line(rest, place);
    }
  }

  *end(): Generator<ReadRecord> {
    const { file } = this.#context;
    if (this.#data === null) throw new BadInput(`${file}: wanted data: and what follows it, got the end of the file`);
    const { header, nodes } = this.#data;
    if (isMatrix(header)) (this.#matrix ?? new DlMatrix(header, nodes, 0)).end(file);
    yield* nodes.rest(file);
    yield* this.#records.end();
  }

  #begin(text: string): void {
    this.#hasBegun = true;
    if (!/^\s*dl\b/i.test(text))
      throw new BadInput(`${this.#context.file}: wanted dl as the first word, got ${short(text.trim())}`);
  }

  #beginData(line: number): void {
    const { unknownShape: shape } = this.#head;
    const { file } = this.#context;
    if (shape !== "")
      throw new BadInput(
        `${file}: wanted a matrix, half of one, a nodelist or an edgelist as format, got ${short(shape)} before line ${line}`,
      );
    const header = this.#head.finish();
    this.#data = { header, nodes: new DlNodes(header, this.#records) };
  }

  *#line(text: string, place: GraphPlace): Generator<ReadRecord> {
    const words = dlWords(text);
    const { header, nodes } = this.#data!;
    if (words.length === 0) return;
    if (isMatrix(header)) {
      this.#matrix ??= new DlMatrix(header, nodes, words.length);
      for (const word of words) yield* this.#cell(this.#matrix.word(word), place);
    } else if (header.shape === "edgelist") yield* this.#edge(words, place);
    else yield* this.#neighbours(words, place);
  }

  *#cell(cell: DlCell, place: GraphPlace): Generator<ReadRecord> {
    const { header, nodes } = this.#data!;
    if (cell === null) return;
    if (cell.kind === "thing") yield* nodes.declare(cell.axis, cell.id, place);
    else if (cell.kind === "nonsense") yield this.#problem(place, "no-number", `wanted a number, got ${short(cell.word)}`);
    else if (cell.kind === "cell") yield* this.#link({ ...cell, relation: this.#relation(header, cell.matrix) }, place);
    else if (!this.#surplus) {
      this.#surplus = true;
      yield this.#problem(place, "left-out", "wanted the end of the last matrix, got more; it is left out");
    }
  }

  /** `from to`, and a value for each matrix. */
  *#edge(words: readonly string[], place: GraphPlace): Generator<ReadRecord> {
    const { header } = this.#data!;
    const ends = yield* this.#ends(words.slice(0, 2), place);
    if (ends === null) return;
    const values = words.slice(2, 2 + header.matrices);
    if (words.length > 2 + header.matrices)
      yield this.#problem(place, "left-out", `wanted ${header.matrices} values, got ${words.length - 2}; the rest is left out`);
    if (values.length === 0) yield* this.#link({ ...ends, value: 1, relation: this.#relation(header, 0) }, place);
    for (const [matrix, word] of values.entries()) {
      const value = numberOrText(word);
      const relation = this.#relation(header, matrix);
      if (typeof value !== "number") yield this.#problem(place, "no-number", `wanted a number, got ${short(word)}`);
      else if (value !== 0) yield* this.#link({ ...ends, value, relation }, place);
    }
  }

  *#ends([first, second]: readonly string[], place: GraphPlace): Generator<ReadRecord, { from: string; to: string } | null> {
    const [from, to] = [this.#named("row", first), this.#named("column", second)];
    if (from !== null && to !== null) return { from, to };
    const got = first === undefined || second === undefined ? "one" : short(from === null ? first : second);
    yield this.#problem(place, "dangling-end", `wanted two nodes of those that there are, got ${got}`);
    return null;
  }

  /** A node and those that it is linked to; in a list of the other kind how many they are, of the nodes in turn. */
  *#neighbours(words: readonly string[], place: GraphPlace): Generator<ReadRecord> {
    const { header, nodes } = this.#data!;
    const row = this.#rows++;
    const [first, ...rest] = words;
    const isCounted = header.shape === "nodelistb";
    if (isCounted && Number(first) !== rest.length)
      yield this.#problem(place, "ragged-row", `wanted ${short(first ?? "")} neighbours, got ${rest.length}`, "kept");
    const from = isCounted ? nodes.at("row", row) : this.#named("row", first);
    if (from !== null) yield* nodes.declare("row", from, place);
    for (const word of rest) {
      const to = this.#named("column", word);
      if (from === null || to === null)
        yield this.#problem(
          place,
          "dangling-end",
          `wanted nodes of those that there are, got ${short(from === null ? (first ?? "") : word)}`,
        );
      else yield* this.#link({ from, to, value: 1, relation: this.#relation(header, 0) }, place);
    }
  }

  *#link(
    {
      from,
      to,
      value,
      relation,
    }: { readonly from: string; readonly to: string; readonly value: number; readonly relation: string },
    place: GraphPlace,
  ): Generator<ReadRecord> {
    const { header, nodes } = this.#data!;
    yield* nodes.declare("row", from, place);
    yield* nodes.declare("column", to, place);
    yield* this.#records.edge({
      ...plainEdge,
      from,
      to,
      relation,
      direction: header.shape === "upperhalf" || header.shape === "lowerhalf" ? "undirected" : "directed",
      attributes: value === 1 ? [] : [{ key: "weight", value, during: null }],
      place,
    });
  }

  #named(axis: Axis, word: string | undefined): string | null {
    return word === undefined ? null : this.#data!.nodes.named(axis, word);
  }

  /** Of several matrices each is a relation, by its label or its number. */
  #relation({ labels, matrices }: DlHeader, matrix: number): string {
    return labels.matrix[matrix] ?? (matrices > 1 ? `matrix ${matrix + 1}` : "");
  }

  #problem(place: GraphPlace, kind: string, message: string, outcome: "kept" | "dropped" = "dropped"): ReadRecord {
    return { kind: "problem", problem: { file: this.#context.file, where: place.where, kind, message }, outcome };
  }
}

function isMatrix({ shape }: DlHeader): boolean {
  return shape === "fullmatrix" || shape === "upperhalf" || shape === "lowerhalf";
}

function short(text: string): string {
  return JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}…` : text);
}
