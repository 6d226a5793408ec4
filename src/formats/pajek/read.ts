import { BadInput } from "../../base/problem.ts";
import type { FormatReader, ReadContext, ReadRecord } from "../format.ts";
import { type GraphAttribute, type GraphPlace, GraphRecords, plainEdge, plainNode } from "../graph-records.ts";
import { type LineTaker, lineReading } from "../line-reading.ts";
import type { TextLine } from "../text-lines.ts";
import { numberOrText } from "../values.ts";
import { pajekWords, parameter } from "./words.ts";

/**
 * Pajek `.net`: vertices, arcs (directed) and edges (not), as rows, lists or a matrix, of several relations. Vertices are numbered there,
 * and named by their labels; the number is the id. Places become a chart, times in brackets stay as they are written. A vertex that has
 * no row of its own is one all the same.
 */
export const pajekReader: FormatReader = {
  recognizes: (head) => /^\uFEFF?(\s*%[^\n]*\n)*\s*\*(network|vertices)\b/i.test(head.slice(0, 2000)),
  start: (context) => lineReading(context, new PajekLines(context)),
};

type Section = "vertices" | "arcs" | "edges" | "arcslist" | "edgeslist" | "matrix" | "other";

const sections: ReadonlySet<string> = new Set(["vertices", "arcs", "edges", "arcslist", "edgeslist", "matrix"]);

/** Vertices without a row of their own, at most. */
const mostUnnamed = 1_000_000;

class PajekLines implements LineTaker {
  readonly #context: ReadContext;
  readonly #records: GraphRecords;
  readonly #named = new Set<number>();
  #section: Section = "other";
  #promised = 0;
  #hasVertices = false;
  /** Relations by their numbers (`*Arcs :2 "likes"`), and the one of the section. */
  readonly #relations = new Map<string, string>();
  #relation = "";
  #matrixRow = 0;

  constructor(context: ReadContext) {
    this.#context = context;
    this.#records = new GraphRecords(context);
  }

  *take({ text, line }: TextLine): Generator<ReadRecord> {
    const trimmed = text.trim();
    if (trimmed === "" || trimmed.startsWith("%")) return;
    if (trimmed.startsWith("*")) {
      yield* this.#begin(trimmed, line);
      return;
    }
    const words = pajekWords(trimmed);
    const place = { where: `line ${line}`, row: line };
    if (this.#section === "vertices") yield* this.#vertex(words, place);
    else if (this.#section === "arcs" || this.#section === "edges") yield* this.#row(words, place);
    else if (this.#section === "arcslist" || this.#section === "edgeslist") yield* this.#list(words, place);
    else if (this.#section === "matrix") yield* this.#cells(words, place);
  }

  *end(): Generator<ReadRecord> {
    if (!this.#hasVertices) throw new BadInput(`${this.#context.file}: wanted *Vertices, got none`);
    yield* this.#unnamed();
    yield* this.#records.end();
  }

  *#begin(text: string, line: number): Generator<ReadRecord> {
    const [word = "", ...rest] = pajekWords(text.slice(1));
    const name = word.toLowerCase();
    this.#section = sections.has(name) ? (name as Section) : "other";
    this.#matrixRow = 0;
    if (name === "vertices") this.#beginVertices(rest[0] ?? "", line);
    else if (this.#section !== "other") this.#beginRelation(rest);
    else if (name !== "network") {
      const message = `wanted vertices, arcs or edges, got *${word.slice(0, 40)}; it is left out`;
      yield this.#problem({ where: `line ${line}`, row: line }, "left-out", message, "dropped");
    }
  }

  #beginVertices(count: string, line: number): void {
    this.#hasVertices = true;
    this.#promised = Number(count);
    if (/^\d+$/.test(count) && this.#promised <= Number.MAX_SAFE_INTEGER) return;
    throw new BadInput(
      `${this.#context.file}: wanted a number of vertices, got ${JSON.stringify(count.slice(0, 40))} in line ${line}`,
    );
  }

  #beginRelation(rest: readonly string[]): void {
    const number = /^:(\d+)$/.exec(rest[0] ?? "")?.[1];
    this.#relation = (number === undefined ? rest[0] : rest[1]) ?? "";
    if (number !== undefined) this.#relations.set(number, this.#relation);
  }

  *#vertex(words: readonly string[], place: GraphPlace): Generator<ReadRecord> {
    const [number = "", label = "", x = "", y = ""] = words;
    if (!/^\d+$/.test(number)) {
      yield this.#problem(
        place,
        "no-vertex",
        `wanted the number of a vertex, got ${JSON.stringify(number.slice(0, 40))}`,
        "dropped",
      );
      return;
    }
    this.#named.add(Number(number));
    const isPlaced = /^[-\d.]/.test(x) && /^[-\d.]/.test(y);
    yield* this.#records.node({
      ...plainNode,
      id: number,
      label,
      position: isPlaced ? { x: Number(x), y: -Number(y) } : null,
      attributes: timesIn(words),
      place,
    });
  }

  *#row(given: readonly string[], place: GraphPlace): Generator<ReadRecord> {
    const prefix = /^(\d+):$/.exec(given[0] ?? "")?.[1];
    const words = prefix === undefined ? given : given.slice(1);
    const [from = "", to = "", weight = ""] = words;
    const relation = prefix === undefined ? this.#relation : (this.#relations.get(prefix) ?? prefix);
    const weights = /^[-+\d.]/.test(weight) ? [{ key: "weight", value: numberOrText(weight), during: null }] : [];
    yield* this.#records.edge({
      ...plainEdge,
      from,
      to,
      relation: relation || parameter(words, "l"),
      note: relation === "" ? "" : parameter(words, "l"),
      direction: this.#section === "arcs" ? "directed" : "undirected",
      attributes: [...weights, ...timesIn(words)],
      place,
    });
  }

  *#list(words: readonly string[], place: GraphPlace): Generator<ReadRecord> {
    const [from = "", ...others] = words;
    const direction = this.#section === "arcslist" ? "directed" : "undirected";
    for (const to of others) yield* this.#records.edge({ ...plainEdge, from, to, relation: this.#relation, direction, place });
  }

  *#cells(words: readonly string[], place: GraphPlace): Generator<ReadRecord> {
    const from = String(++this.#matrixRow);
    for (const [at, cell] of words.entries()) {
      const value = numberOrText(cell);
      if (value === 0) continue;
      const attributes = value === 1 ? [] : [{ key: "weight", value, during: null }];
      yield* this.#records.edge({
        ...plainEdge,
        from,
        to: String(at + 1),
        relation: this.#relation,
        direction: "directed",
        attributes,
        place,
      });
    }
  }

  *#unnamed(): Generator<ReadRecord> {
    const place = { where: "*Vertices", row: null };
    const count = this.#promised - this.#named.size;
    if (count > mostUnnamed) {
      const message = `wanted rows for the ${this.#promised} vertices, got ${this.#named.size}; those without one are left out`;
      yield this.#problem(place, "left-out", message, "dropped");
      return;
    }
    for (let number = 1; number <= this.#promised; number++)
      if (!this.#named.has(number)) yield* this.#records.node({ ...plainNode, id: String(number), place });
  }

  #problem(place: GraphPlace, kind: string, message: string, outcome: "dropped"): ReadRecord {
    const { file } = this.#context;
    return { kind: "problem", problem: { file, where: place.where, kind, message }, outcome };
  }
}

/** Times of Pajek count steps, not days: they stay as they are written. */
function timesIn(words: readonly string[]): readonly GraphAttribute[] {
  const times = words.find((word) => /^\[.*\]$/.test(word));
  return times === undefined ? [] : [{ key: "times", value: times.slice(1, -1), during: null }];
}
