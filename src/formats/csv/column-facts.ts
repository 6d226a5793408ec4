import { ordersOf, readTableDate } from "./table-dates.ts";
import { isWrittenAsNumber, readTableNumber } from "./table-values.ts";

/** What the sampled values of a column are like. Counts are of cells that are not empty. */
export interface ColumnFacts {
  readonly filled: number;
  readonly distinct: number;
  readonly values: ReadonlySet<string>;
  readonly numbers: number;
  /** Numbers that would be written again as they stand. */
  readonly plainNumbers: number;
  readonly whole: number;
  /** Numbers that only a decimal comma explains, and only a point. */
  readonly commas: number;
  readonly points: number;
  readonly dates: number;
  /** Dates in three numbers that only one order explains, and those that both do. */
  readonly dayFirst: number;
  readonly monthFirst: number;
  readonly eitherOrder: number;
  readonly truths: number;
  readonly urls: number;
  /** Cells with several addresses. */
  readonly severalUrls: number;
  /** Code units at the mean. */
  readonly length: number;
  /** Cells that hold a sentence. */
  readonly long: number;
  /** Cells with that sign between words. */
  readonly separated: Readonly<Record<";" | "|", number>>;
}

export function columnFacts(cells: readonly string[]): ColumnFacts {
  const texts = cells.map((cell) => cell.trim()).filter((cell) => cell !== "");
  const values = new Set(texts);
  const count = (holds: (text: string) => boolean) => texts.filter(holds).length;
  const orders = texts.map(ordersOf);
  const isNumber = (text: string) => readTableNumber(text, ".") !== null || readTableNumber(text, ",") !== null;
  return {
    filled: texts.length,
    distinct: values.size,
    values,
    numbers: count(isNumber),
    plainNumbers: count((text) => isNumber(text) && isWrittenAsNumber(text)),
    whole: count((text) => /^[-+]?\d+$/.test(text)),
    commas: count(
      (text) => /^[-+]?(\d+|\d{1,3}([. ]\d{3})+),(\d{1,2}|\d{4,})$/.test(text) || /^[-+]?\d{1,3}(\.\d{3}){2,}$/.test(text),
    ),
    points: count((text) => /^[-+]?(\d+|\d{1,3}([, ]\d{3})+)\.(\d{1,2}|\d{4,})$/.test(text)),
    dates: count((text) => readTableDate(text, "day-first") !== null || readTableDate(text, "month-first") !== null),
    dayFirst: orders.filter((order) => order.length === 1 && order[0] === "day-first").length,
    monthFirst: orders.filter((order) => order.length === 1 && order[0] === "month-first").length,
    eitherOrder: orders.filter((order) => order.length === 2).length,
    truths: count((text) => /^(true|false|yes|no)$/i.test(text)),
    urls: count((text) => /^(https?|ftp):\/\/\S|^www\.\S+\.\S/i.test(text)),
    severalUrls: count((text) => /^(https?|ftp):\/\/\S+.*[\s;|,](https?|ftp):\/\//is.test(text)),
    length: texts.length === 0 ? 0 : texts.reduce((sum, text) => sum + text.length, 0) / texts.length,
    long: count((text) => text.length > 80),
    separated: {
      ";": count((text) => /\S\s*;\s*\S/.test(text) && !/^https?:/i.test(text)),
      "|": count((text) => /\S\s*\|\s*\S/.test(text) && !/^https?:/i.test(text)),
    },
  };
}

/** Years, and dates of every form, rather than numbers. */
export function areDates({ filled, dates }: ColumnFacts): boolean {
  return filled > 0 && dates >= 0.6 * filled;
}

export function areNumbers({ filled, numbers }: ColumnFacts): boolean {
  return filled > 0 && numbers === filled;
}

export function areUrls({ filled, urls }: ColumnFacts): boolean {
  return filled > 0 && urls >= 0.6 * filled;
}

/** Every row has one, and no two the same. */
export function areUnique({ filled, distinct }: ColumnFacts, rows: number): boolean {
  return filled === rows && distinct === filled && rows > 0;
}
