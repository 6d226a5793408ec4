import { guessSyntax } from "./guess-syntax.ts";
import { readHeadings } from "./header-words.ts";
import { knownTable } from "./known-tables.ts";

/** Whether the beginning of a text is surely a table of links or of a program that is known, whatever it is called. */
export function isEdgeList(head: string): boolean {
  if (/^\s*[<{[*]/.test(head.startsWith("\uFEFF") ? head.slice(1) : head)) return false;
  const { rows, syntax } = guessSyntax(head, head.length < 4_096 ? "whole" : "beginning");
  const [first] = rows.length === 0 ? [firstLine(head, syntax.delimiter)] : [rows[0]!.cells];
  if (first === undefined || first.length < 2) return false;
  if (knownTable(first, "") !== null) return true;
  const meanings = readHeadings(first).filter((reading) => reading?.meant === null);
  const says = (...some: readonly string[]) => meanings.some((reading) => reading !== null && some.includes(reading.meaning));
  if (says("source") && says("target")) return true;
  return rows.length >= 2 && rows.every(({ cells }) => isPairOfNumbers(cells, first.length));
}

function isPairOfNumbers(cells: readonly string[], width: number): boolean {
  if (cells.length !== width || width > 3 || !cells.slice(0, 2).every((cell) => /^\s*\d+\s*$/.test(cell))) return false;
  return width === 2 || /^\s*[-+]?\d+(\.\d+)?\s*$/.test(cells[2]!);
}

/** A header that nothing follows is cut off by the end of what is looked at. */
function firstLine(head: string, delimiter: string): readonly string[] {
  return head.split(/[\r\n]/, 1)[0]!.split(delimiter);
}
