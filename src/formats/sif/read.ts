import { BadInput } from "../../base/problem.ts";
import type { FormatReader, ReadContext, ReadRecord } from "../format.ts";
import { GraphRecords, plainEdge, plainNode } from "../graph-records.ts";
import { type LineTaker, lineReading } from "../line-reading.ts";
import type { TextLine } from "../text-lines.ts";

/**
 * SIF of Cytoscape: `node relation node …`, a node alone on its line where nothing is said of it. A line with a tab is parted at tabs, any
 * other at blanks. Known by its name alone. Nodes have no names but their ids, and links a direction as they are written.
 */
export const sifReader: FormatReader = {
  recognizes: () => false,
  start: (context) => lineReading(context, new SifLines(context)),
};

class SifLines implements LineTaker {
  readonly #file: string;
  readonly #records: GraphRecords;
  readonly #seen = new Set<string>();
  #isEmpty = true;

  constructor(context: ReadContext) {
    this.#file = context.file;
    this.#records = new GraphRecords(context);
  }

  *take({ text, line }: TextLine): Generator<ReadRecord> {
    if (text.trim() === "") return;
    this.#isEmpty = false;
    const place = { where: `line ${line}`, row: line };
    const cells = text.includes("\t") ? text.split("\t") : text.trim().split(/ +/);
    const [from = "", relation = "", ...others] = cells;
    for (const id of [from, ...others]) {
      if (this.#seen.has(id) || id === "") continue;
      this.#seen.add(id);
      yield* this.#records.node({ ...plainNode, id, place });
    }
    if (cells.length === 1) return;
    for (const to of others.length === 0 ? [""] : others)
      yield* this.#records.edge({ ...plainEdge, from, relation, to, direction: null, place });
  }

  *end(): Generator<ReadRecord> {
    if (this.#isEmpty) throw new BadInput(`${this.#file}: wanted lines such as "node relation node", got an empty file`);
    yield* this.#records.end();
  }
}
