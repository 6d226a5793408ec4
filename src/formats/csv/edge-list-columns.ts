import { BadInput } from "../../base/problem.ts";
import { csvRows } from "./csv-rows.ts";

/** Columns of an edge list, by position in the row; -1 where the file has none. */
export interface EdgeListColumns {
  readonly source: number;
  readonly target: number;
  readonly type: number;
  readonly label: number;
  readonly weight: number;
  /** All other columns, under the name in the header (`column 6` where it has none). */
  readonly others: readonly (readonly [position: number, name: string])[];
  /** Number of columns in the header. */
  readonly width: number;
}

/**
 * Finds the columns of an edge list in its header, in any order and case. Throws BadInput that names
 * the columns it got when source or target is missing.
 */
export function edgeListColumns(file: string, header: readonly string[]): EdgeListColumns {
  const names = header.map((name) => name.trim().toWellFormed());
  const positionOf = (wanted: string) => names.findIndex((name) => name.toLowerCase() === wanted);
  const [source, target, type, label, weight] = known.map(positionOf) as [number, number, number, number, number];
  if (source < 0 || target < 0) {
    throw new BadInput(`${file}: wanted columns source and target, got ${shorten(names.join(", "))}`);
  }
  const taken = new Set([source, target, type, label, weight]);
  const others = names.map((name, at) => [at, name === "" ? `column ${at + 1}` : name] as const).filter(([at]) => !taken.has(at));
  return { source, target, type, label, weight, others, width: names.length };
}

const known = ["source", "target", "type", "label", "weight"] as const;

export const delimiters = [",", ";", "\t", "|"] as const;

/**
 * The delimiter under which the first record is the header of an edge list; where none is, the one
 * that gives the most columns (ties: the order of `delimiters`). `head` holds at least that record.
 */
export function guessDelimiter(head: string): { readonly delimiter: string; readonly edgeList: boolean } {
  const guesses = delimiters.map((delimiter) => {
    const header = firstRecord(head, delimiter).map((name) => name.trim().toLowerCase());
    return { delimiter, edgeList: header.includes("source") && header.includes("target"), width: header.length };
  });
  return guesses.find((guess) => guess.edgeList) ?? guesses.reduce((best, guess) => (guess.width > best.width ? guess : best));
}

function firstRecord(head: string, delimiter: string): readonly string[] {
  const rows = csvRows("", delimiter);
  const [first] = rows.push(head);
  if (first !== undefined) return first.cells;
  try {
    return rows.end()[0]?.cells ?? [];
  } catch {
    return [];
  }
}

function shorten(text: string): string {
  const line = text.replaceAll(/\s+/g, " ");
  return line.length > 200 ? `${line.slice(0, 200)}…` : line;
}
