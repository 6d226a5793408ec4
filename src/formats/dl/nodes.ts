import type { ReadRecord } from "../format.ts";
import { type GraphPlace, type GraphRecords, plainNode } from "../graph-records.ts";
import type { Axis, DlHeader } from "./header.ts";

/** Nodes that have neither a label nor an edge, at most. */
const mostUnnamed = 1_000_000;

/**
 * The things that rows and columns stand for: one kind, or two. Known by their labels, else by their numbers; where a label is there twice the
 * later one is told apart by a number, and one that a row and a column of two kinds have alike by its axis.
 */
export class DlNodes {
  readonly #header: DlHeader;
  readonly #records: GraphRecords;
  readonly #declared = new Set<string>();
  /** Ids by label, and of the labels that were given before the data by their place. */
  readonly #known: Record<Axis, Map<string, string>> = { row: new Map(), column: new Map() };
  readonly #listed: Record<Axis, string[]> = { row: [], column: [] };

  constructor(header: DlHeader, records: GraphRecords) {
    this.#header = header;
    this.#records = records;
    for (const axis of ["row", "column"] as const)
      if (axis === "row" || header.isTwoMode)
        for (const label of header.labels[axis]) this.#listed[axis].push(this.#idOf(axis, label, "another"));
  }

  /** The id of what a word among the data names; null where it names none. */
  named(axis: Axis, word: string): string | null {
    const { embedded, labels, isTwoMode } = this.#header;
    const own = isTwoMode ? axis : "row";
    if (embedded[axis]) return word === "" ? null : this.#idOf(own, word, "the same");
    const count = (own === "row" ? this.#header.rows : this.#header.columns) ?? Number.MAX_SAFE_INTEGER;
    if (/^\d{1,15}$/.test(word) && Number(word) >= 1 && Number(word) <= Math.max(count, labels[own].length))
      return this.at(axis, Number(word) - 1);
    return this.#known[own].get(word) ?? null;
  }

  /** Of the row or column in that place, from 0. */
  at(axis: Axis, place: number): string {
    const own = this.#header.isTwoMode ? axis : "row";
    return this.#listed[own][place] ?? (this.#header.isTwoMode ? `${own} ${place + 1}` : String(place + 1));
  }

  *declare(axis: Axis, id: string, place: GraphPlace): Generator<ReadRecord> {
    if (this.#declared.has(id)) return;
    this.#declared.add(id);
    const attributes = this.#header.isTwoMode ? [{ key: "mode", value: axis, during: null }] : [];
    yield* this.#records.node({ ...plainNode, id, attributes, place });
  }

  /** Those that stand in no edge. */
  *rest(file: string): Generator<ReadRecord> {
    const place = { where: "the header", row: null };
    for (const axis of ["row", "column"] as const) {
      const { embedded, isTwoMode, rows, columns } = this.#header;
      if (embedded[axis] || (axis === "column" && !isTwoMode)) continue;
      const count = (axis === "row" ? rows : columns) ?? 0;
      const listed = this.#listed[axis].length;
      if (count - listed > mostUnnamed) {
        const message = `wanted labels for ${count} ${axis}s, got ${listed}; those without one and without an edge are left out`;
        yield { kind: "problem", problem: { file, where: place.where, kind: "left-out", message }, outcome: "dropped" };
      }
      const last = count - listed > mostUnnamed ? listed : Math.max(count, listed);
      for (let at = 0; at < last; at++) yield* this.declare(axis, this.at(axis, at), place);
    }
  }

  #idOf(axis: Axis, label: string, again: "the same" | "another"): string {
    const known = this.#known[axis].get(label);
    if (known !== undefined && again === "the same") return known;
    const other = this.#known[axis === "row" ? "column" : "row"];
    const plain = other.has(label) ? `${label} (${axis})` : label;
    const id = known === undefined ? plain : `${plain} (${this.#listed[axis].length + 1})`;
    if (known === undefined) this.#known[axis].set(label, id);
    return id;
  }
}
