import { parsePartialInterval } from "../../base/partial-interval.ts";
import { readTableDate } from "./table-dates.ts";
import type { DateOrder } from "./table-mapping.ts";

/** Texts kept in mind at most, with what they mean: dates come again and again. */
const mostKept = 20_000;

export interface TableSpell {
  /** Partial interval (EDTF). */
  readonly during: string | null;
  /** What no calendar knows of the cells, as it is written. */
  readonly unreadable: string;
}

/** When what a row says held. */
export class TableSpells {
  readonly #order: DateOrder;
  readonly #kept = new Map<string, string | null>();

  constructor(order: DateOrder) {
    this.#order = order;
  }

  /** A `date` is the whole time; else `from` and `to`, of which an empty one is not known. */
  of(date: string, from: string, to: string): TableSpell {
    if (date === "" && from === "" && to === "") return nothing;
    const [day, start, end] = [this.#read(date), this.#read(from), this.#read(to)];
    const during = day || spell(start ?? "", end ?? "");
    const bad = [day === null ? date : "", start === null ? from : "", end === null ? to : ""].filter((text) => text !== "");
    if (bad.length === 0 && during === null) bad.push(...[from, to].filter((text) => text !== ""));
    return { during, unreadable: bad.join(" – ") };
  }

  /** "" for an empty cell, null for one that is no date. */
  #read(text: string): string | null {
    if (text === "") return "";
    const kept = this.#kept.get(text);
    if (kept !== undefined) return kept;
    const read = readTableDate(text, this.#order);
    if (this.#kept.size < mostKept) this.#kept.set(text, read);
    return read;
  }
}

const nothing: TableSpell = { during: null, unreadable: "" };

function spell(start: string, end: string): string | null {
  if (start === "" && end === "") return null;
  const text = start === end ? start : `${start}/${end}`;
  return parsePartialInterval(text) === undefined ? null : text;
}
