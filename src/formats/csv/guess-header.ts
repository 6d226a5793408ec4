import { readHeadings } from "./header-words.ts";
import { readTableDate } from "./table-dates.ts";
import type { TableMapping } from "./table-mapping.ts";
import { readTableNumber } from "./table-values.ts";

type Cells = readonly (readonly string[])[];

/**
 * Whether the first row is a header: its cells are words, and one is known as a heading, or stands over numbers or dates, or none of
 * them comes again below. Of two columns of words without any such sign, only one written like a name of a field is.
 */
export function hasHeader(rows: Cells): boolean {
  const [first = [], ...rest] = rows;
  const heads = first.map((cell) => cell.trim());
  const filled = heads.filter((cell) => cell !== "");
  if (filled.length === 0 || filled.some(isValue)) return false;
  const again = heads.some((cell, at) => cell !== "" && rest.some((cells) => cells[at]?.trim() === cell));
  const readings = readHeadings(filled).filter((reading) => reading !== null);
  const exact = readings.filter(({ meant }) => meant === null).length;
  if (exact > 1 || (!again && (exact > 0 || readings.length > 1))) return true;
  if (rest.length === 0) return filled.length > 1;
  const known = new Set(filled);
  if (again || rest.some((cells) => cells.some((cell) => known.has(cell.trim())))) return false;
  const overValues = heads.some((_, at) => {
    const below = rest.map((cells) => cells[at]?.trim() ?? "").filter((cell) => cell !== "");
    return below.length > 0 && below.every(isValue);
  });
  return overValues || heads.length > 2 || heads.some((cell) => /^[a-z]+([_-][a-z0-9]+|[A-Z][a-z]+)+$/.test(cell));
}

function isValue(cell: string): boolean {
  return readTableNumber(cell, ".") !== null || readTableDate(cell, "day-first") !== null || /^https?:\/\//i.test(cell);
}

/**
 * A square whose rows and columns are called alike and whose cells are numbers or empty; or, without names, at least four rows as long as
 * there are of them, none of which is linked to itself. Symmetric ones are links without a direction. Null for other tables.
 */
export function isMatrix(rows: Cells): Pick<TableMapping, "header" | "direction"> | null {
  const [first = [], ...rest] = rows;
  const across = first.slice(1).map((cell) => cell.trim());
  const down = rest.map((cells) => cells[0]?.trim() ?? "");
  const complete = across.length === rest.length || (rest.length < across.length && rest.length >= 20);
  const named = across.length >= 2 && complete && down.every((name, at) => name !== "" && across[at] === name);
  if (named) {
    const cells = rest.map((row) => row.slice(1));
    return areNumbers(cells) ? { header: "first-row", direction: directionOf(cells) } : null;
  }
  const square = rows.length >= 4 && rows.every((cells) => cells.length === rows.length);
  const bare = square && areNumbers(rows) && rows.every((cells, at) => Number(cells[at]) === 0);
  return bare ? { header: "none", direction: directionOf(rows) } : null;
}

function areNumbers(cells: Cells): boolean {
  return cells.every((row) => row.every((cell) => cell.trim() === "" || readTableNumber(cell.trim(), ".") !== null));
}

function directionOf(cells: Cells): "undirected" | "directed" {
  const at = (row: number, column: number) => Number(cells[row]?.[column]?.trim() || 0);
  return cells.every((row, one) => row.every((_, other) => at(one, other) === at(other, one))) ? "undirected" : "directed";
}
